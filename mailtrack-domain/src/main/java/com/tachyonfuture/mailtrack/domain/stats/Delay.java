package com.tachyonfuture.mailtrack.domain.stats;

import java.time.Duration;

/**
 * About how long something took: one of so many steps that its error stays below a sixteenth. Below a second is the
 * first step; from there on each doubling has sixteen, of equal length.
 *
 * @param step from 0 to {@value #LAST}
 */
public record Delay(int step) implements Comparable<Delay> {

    static final int STEPS_PER_DOUBLING = 16;

    /** Longer than any two times can be apart. */
    static final int LONGEST_DOUBLING = 39;

    public static final int LAST = (LONGEST_DOUBLING + 1) * STEPS_PER_DOUBLING;

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    public Delay {
        if (step < 0 || step > LAST) {
            throw new IllegalArgumentException("a delay is from 0 to " + LAST + ", not " + step);
        }
    }

    /** The step that a duration lies in; a negative one counts as none at all. */
    public static Delay of(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds < 1) {
            return new Delay(0);
        }
        int doubling = Long.SIZE - 1 - Long.numberOfLeadingZeros(seconds);
        if (doubling > LONGEST_DOUBLING) {
            return new Delay(LAST);
        }
        long within = ((seconds * STEPS_PER_DOUBLING) >> doubling) - STEPS_PER_DOUBLING;
        return new Delay(1 + doubling * STEPS_PER_DOUBLING + Math.toIntExact(within));
    }

    /** The least that lies in this step. */
    public Duration least() {
        if (step == 0) {
            return Duration.ZERO;
        }
        int doubling = (step - 1) / STEPS_PER_DOUBLING;
        int within = (step - 1) % STEPS_PER_DOUBLING;
        long sixteenths = (long) (STEPS_PER_DOUBLING + within) << doubling;
        return Duration.ofSeconds(
                sixteenths / STEPS_PER_DOUBLING,
                sixteenths % STEPS_PER_DOUBLING * NANOS_PER_SECOND / STEPS_PER_DOUBLING);
    }

    /** What stands for all of this step: its middle. */
    public Duration middle() {
        return step == LAST
                ? least()
                : least().plus(new Delay(step + 1).least()).dividedBy(2);
    }

    /** The shorter one first. */
    @Override
    public int compareTo(Delay other) {
        return Integer.compare(step, other.step);
    }
}
