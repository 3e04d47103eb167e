package com.tachyonfuture.mailtrack.application.stats.port;

import com.tachyonfuture.mailtrack.application.stats.Counts;

/** The counters over all tracks, kept by whatever changes tracks and opens. */
public interface Totals {

    /** The counters now. May block, and throws {@code StorageUnavailable}. */
    Counts current();
}
