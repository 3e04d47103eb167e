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
 */
public record Counts(long tracks, long opens, long reads, long openedTracks, VerdictCounts verdicts) {

    /** Where no open was judged. */
    public Counts(long tracks, long opens, long reads, long openedTracks) {
        this(tracks, opens, reads, openedTracks, VerdictCounts.NONE);
    }
}
