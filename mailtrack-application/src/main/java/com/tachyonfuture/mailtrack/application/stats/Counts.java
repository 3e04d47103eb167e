package com.tachyonfuture.mailtrack.application.stats;

/**
 * The counters over all tracks at one moment.
 *
 * @param tracks all tracks
 * @param opens all opens
 * @param reads the opens that count as somebody reading
 * @param openedTracks tracks with at least one open
 */
public record Counts(long tracks, long opens, long reads, long openedTracks) {}
