package com.tachyonfuture.mailtrack.application.recording;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/**
 * How often each step of the drain was taken since the start, for how many hits, and how long it
 * took. Safe for many threads.
 */
public final class StepTimes {

    /**
     * A step so far.
     *
     * @param batches how often it was taken
     * @param hits how many hits these batches had in all
     * @param total how long it took in all
     */
    public record Taken(long batches, long hits, Duration total) {}

    /**
     * The steps of one batch, each from the end of the one before. They count once the batch has made it, so
     * that a step which failed and is taken again counts once. For one thread.
     */
    public final class Laps {

        private final List<Lap> laps = new ArrayList<>();
        private long since;

        private Laps() {
            skip();
        }

        /** What went by until now belongs to no step. */
        public void skip() {
            since = nanos.getAsLong();
        }

        /** The steps so far have to be taken again. */
        public void startOver() {
            laps.clear();
            skip();
        }

        /** A step ends here. */
        public void end(Step step, long hits) {
            long now = nanos.getAsLong();
            laps.add(new Lap(step, hits, now - since));
            since = now;
        }

        /** The batch has made it: the steps so far count. */
        public void keep() {
            laps.forEach(lap -> sum(lap.step()).add(lap.hits(), lap.nanoseconds()));
            laps.clear();
        }
    }

    private record Lap(Step step, long hits, long nanoseconds) {}

    private static final class Sum {

        private final LongAdder batches = new LongAdder();
        private final LongAdder hits = new LongAdder();
        private final LongAdder nanoseconds = new LongAdder();

        private void add(long moreHits, long moreNanoseconds) {
            batches.increment();
            hits.add(moreHits);
            nanoseconds.add(moreNanoseconds);
        }

        private Taken taken() {
            return new Taken(batches.sum(), hits.sum(), Duration.ofNanos(nanoseconds.sum()));
        }
    }

    private final LongSupplier nanos;
    private final EnumMap<Step, Sum> sums = new EnumMap<>(Step.class);

    /**
     * @param nanos nanoseconds since any moment; they never go back
     */
    public StepTimes(LongSupplier nanos) {
        this.nanos = nanos;
        for (Step step : Step.values()) {
            sums.put(step, new Sum());
        }
    }

    /** The first step of a batch begins here. */
    public Laps begin() {
        return new Laps();
    }

    public Taken of(Step step) {
        return sum(step).taken();
    }

    private Sum sum(Step step) {
        return Objects.requireNonNull(sums.get(step));
    }
}
