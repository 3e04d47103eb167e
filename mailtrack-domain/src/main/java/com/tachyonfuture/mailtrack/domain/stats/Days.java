package com.tachyonfuture.mailtrack.domain.stats;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Some days of somebody's calendar that follow one another.
 *
 * @param last belongs to them; not before the first
 */
public record Days(LocalDate first, LocalDate last) {

    public Days {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("days don't go from " + first + " back to " + last);
        }
    }

    /** So many days, the last of which is given. */
    public static Days until(LocalDate last, long count) {
        return new Days(last.minusDays(count - 1), last);
    }

    /** How many there are, at least 1. */
    public long count() {
        return ChronoUnit.DAYS.between(first, last) + 1;
    }

    /** As many days just before these. */
    public Days before() {
        return until(first.minusDays(1), count());
    }

    public boolean contain(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }
}
