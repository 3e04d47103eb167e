/// The counters over all tracks.
@NullMarked
package com.tachyonfuture.mailtrack.mysql.stats;

import org.jspecify.annotations.NullMarked;
