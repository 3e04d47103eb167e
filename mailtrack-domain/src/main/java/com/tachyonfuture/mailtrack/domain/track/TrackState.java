package com.tachyonfuture.mailtrack.domain.track;

/** What is known of a track, in a word. */
public enum TrackState {
    /** Nothing has fetched its image yet, but maybe its owner. */
    WAITING,
    /** Something else fetched it, but nothing that counts as reading. */
    DELIVERED,
    /** Somebody read it, at least once. */
    READ
}
