package com.tachyonfuture.mailtrack.application.track;

/**
 * How many tracks there are of some kind, as far as they were counted.
 *
 * @param number at least so many
 * @param complete whether there are no more
 */
public record TracksCounted(long number, boolean complete) {}
