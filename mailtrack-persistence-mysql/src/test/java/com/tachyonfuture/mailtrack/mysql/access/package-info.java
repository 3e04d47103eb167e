/// What the adapters of this package do on a real server.
@NullMarked
package com.tachyonfuture.mailtrack.mysql.access;

import org.jspecify.annotations.NullMarked;
