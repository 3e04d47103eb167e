package com.tachyonfuture.mailtrack.application.recording;

import com.tachyonfuture.mailtrack.application.recording.port.OpenLog;
import java.util.EnumMap;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;

/** How many hits met which fate since the start, for health and metrics. Safe for many threads. */
public final class HitCounts {

    /** What can become of a hit. */
    public enum Fate {
        /** Kept in the spool. */
        ACCEPTED,
        /** Not kept: what it asks for is no track's id. */
        UNRECOGNIZED,
        /** Not kept: its address sends too many. */
        LIMITED,
        /** Not kept: the spool is full. */
        SHED_FULL,
        /** Not kept: the spool can't write. */
        SHED_FAILED,
        /** Taken from the spool: there is no such track. */
        UNKNOWN_TRACK,
        /** Taken from the spool: its track was stopped when it arrived. */
        STOPPED,
        /** Taken from the spool and recorded as an open. */
        RECORDED,
        /** Taken from the spool and set aside: recording it fails. */
        QUARANTINED
    }

    private final EnumMap<Fate, LongAdder> counts = new EnumMap<>(Fate.class);

    public HitCounts() {
        for (Fate fate : Fate.values()) {
            counts.put(fate, new LongAdder());
        }
    }

    void count(OpenLog.Written written) {
        count(Fate.RECORDED, written.opens());
        count(Fate.UNKNOWN_TRACK, written.unknown());
        count(Fate.STOPPED, written.stopped());
    }

    void count(Fate fate) {
        count(fate, 1);
    }

    void count(Fate fate, long hits) {
        adder(fate).add(hits);
    }

    public long of(Fate fate) {
        return adder(fate).sum();
    }

    private LongAdder adder(Fate fate) {
        return Objects.requireNonNull(counts.get(fate));
    }
}
