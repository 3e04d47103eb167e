package com.tachyonfuture.mailtrack.domain.stats;

import java.time.Duration;
import java.time.Instant;

/**
 * A quarter of an hour of UTC, the piece of time by which opens are counted. Every time zone's offset is a whole
 * number of them, so the days of any zone can be put together from them.
 *
 * @param start its first moment, a multiple of fifteen minutes; its end belongs to the next one
 */
public record QuarterHour(Instant start) implements Comparable<QuarterHour> {

    public static final Duration LENGTH = Duration.ofMinutes(15);

    public QuarterHour {
        if (start.getNano() != 0 || Math.floorMod(start.getEpochSecond(), LENGTH.toSeconds()) != 0) {
            throw new IllegalArgumentException("a quarter of an hour does not begin at " + start);
        }
    }

    /** The one that a moment lies in. */
    public static QuarterHour of(Instant moment) {
        long second = moment.getEpochSecond();
        return new QuarterHour(Instant.ofEpochSecond(second - Math.floorMod(second, LENGTH.toSeconds())));
    }

    /** The earlier one first. */
    @Override
    public int compareTo(QuarterHour other) {
        return start.compareTo(other.start);
    }
}
