package com.tachyonfuture.mailtrack.application.stats;

import com.tachyonfuture.mailtrack.domain.classify.VerdictCounts;

/**
 * The counters over all tracks at one moment.
 *
 * @param tracks all tracks
 * @param opens all opens
 * @param reads the opens that count as somebody reading
 * @param openedTracks tracks with at least one open
 * @param verdicts the opens by verdict
 * @param states how many of the tracks are in which state
 */
public record Counts(
        long tracks, long opens, long reads, long openedTracks, VerdictCounts verdicts, TrackCounts states) {

    /** The tracks that are neither delivered nor read. */
    public long waitingTracks() {
        return tracks - states.delivered();
    }
}
