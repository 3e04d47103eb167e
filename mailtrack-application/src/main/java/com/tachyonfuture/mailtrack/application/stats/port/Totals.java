package com.tachyonfuture.mailtrack.application.stats.port;

/** The counters over all tracks, kept by whatever changes tracks and opens. */
public interface Totals {

    /**
     * The counters at one moment.
     *
     * @param tracks all tracks
     * @param opens all opens
     * @param reads the opens that count as somebody reading
     * @param openedTracks tracks with at least one open
     */
    record Counts(long tracks, long opens, long reads, long openedTracks) {}

    /** The counters now. May block, and throws {@code StorageUnavailable}. */
    Counts current();
}
