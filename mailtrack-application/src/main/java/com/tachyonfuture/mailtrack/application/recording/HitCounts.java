package com.tachyonfuture.mailtrack.application.recording;

import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/** How many hits met which fate since the start, for health and metrics. Safe for many threads. */
public final class HitCounts {

    /** What can become of a hit. */
    public enum Fate {
        /** Kept in the spool. */
        ACCEPTED,
        /** Not kept: what it asks for is no track's id. */
        UNRECOGNIZED,
        /** Not kept: the spool is full. */
        SHED_FULL,
        /** Not kept: the spool can't write. */
        SHED_FAILED,
        /** Taken from the spool: there is no such track. */
        UNKNOWN_TRACK,
        /** Taken from the spool and recorded as an open. */
        RECORDED,
        /** Taken from the spool and set aside: the database will not take it. */
        REJECTED
    }

    private final LongAdder[] counts =
            Stream.generate(LongAdder::new).limit(Fate.values().length).toArray(LongAdder[]::new);

    void count(Fate fate) {
        count(fate, 1);
    }

    void count(Fate fate, long hits) {
        counts[fate.ordinal()].add(hits);
    }

    public long of(Fate fate) {
        return counts[fate.ordinal()].sum();
    }
}
