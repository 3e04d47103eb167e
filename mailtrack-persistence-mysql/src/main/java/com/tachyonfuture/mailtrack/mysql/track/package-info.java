/// Tracks in the database.
@NullMarked
package com.tachyonfuture.mailtrack.mysql.track;

import org.jspecify.annotations.NullMarked;
