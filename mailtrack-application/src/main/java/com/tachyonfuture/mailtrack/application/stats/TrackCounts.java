package com.tachyonfuture.mailtrack.application.stats;

/**
 * How many tracks there are of some kinds.
 *
 * @param delivered that something but the owner fetched, be they read or not
 * @param read that somebody read at least once
 * @param pinned that the owner wants to see first
 * @param stopped for which nothing is recorded any more
 */
public record TrackCounts(long delivered, long read, long pinned, long stopped) {

    public static final TrackCounts NONE = new TrackCounts(0, 0, 0, 0);
}
