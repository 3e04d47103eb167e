/// The adapters to the database, tried on a real server.
@NullMarked
package com.tachyonfuture.mailtrack.mysql;

import org.jspecify.annotations.NullMarked;
