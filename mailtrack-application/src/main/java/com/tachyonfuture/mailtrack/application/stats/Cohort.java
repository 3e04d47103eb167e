package com.tachyonfuture.mailtrack.application.stats;

import com.tachyonfuture.mailtrack.domain.stats.Delays;

/**
 * What became until now of the tracks that were created in some time.
 *
 * @param sent how many were created
 * @param delivered how many of them something but the owner fetched
 * @param read how many of them somebody read
 * @param delays how long it took from creation to the first read, of those read of which both times are known
 */
public record Cohort(long sent, long delivered, long read, Delays delays) {

    public static final Cohort NONE = new Cohort(0, 0, 0, Delays.NONE);

    /** What became of these tracks and of others. */
    public Cohort plus(Cohort others) {
        return new Cohort(
                sent + others.sent, delivered + others.delivered, read + others.read, delays.plus(others.delays));
    }
}
