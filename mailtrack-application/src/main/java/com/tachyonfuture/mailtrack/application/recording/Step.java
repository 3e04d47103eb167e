package com.tachyonfuture.mailtrack.application.recording;

/** A step on the way of hits from the spool into the database, in the order in which they come. */
public enum Step {
    /** A batch is read from the spool. */
    READ,
    /** The addresses are looked up: where they are, and whose networks they belong to. */
    LOCATE,
    /** The user agents are looked up: which mail client, system and device they name. */
    DESCRIBE,
    /** Its place in the spool is stored; the tracks that it is for are looked up and locked. */
    KNOWN_TRACKS,
    /** The rules say what fetched the pixels. */
    JUDGE,
    /** Who looks again within the repeat window is found. */
    MARK_REPEATS,
    /** The rows of the opens are inserted. */
    INSERT_OPENS,
    /** The counters of their tracks go up. */
    COUNT,
    /** The rollups and the totals go up. */
    ROLL_UP,
    /** The transaction is made to last. */
    COMMIT,
    /** The spool forgets the batch. */
    ACKNOWLEDGE
}
