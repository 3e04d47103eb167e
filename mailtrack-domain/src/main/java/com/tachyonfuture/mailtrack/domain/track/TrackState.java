package com.tachyonfuture.mailtrack.domain.track;

/** What is known of a track, in a word. */
public enum TrackState {
    /** Nothing has fetched its image yet. */
    WAITING,
    /** Something fetched it, but nothing that counts as reading. */
    DELIVERED,
    /** Somebody read it, at least once. */
    READ
}
