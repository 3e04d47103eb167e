package com.tachyonfuture.mailtrack.application.stats;

import com.tachyonfuture.mailtrack.domain.stats.LocalCalendar;
import java.time.DayOfWeek;
import java.util.List;

/**
 * How many reads there were in each hour of the week.
 *
 * @param reads from midnight of Monday on, one number for each of the {@value LocalCalendar#HOURS_OF_WEEK} hours
 */
public record WeekHours(List<Long> reads) {

    public WeekHours {
        reads = List.copyOf(reads);
        if (reads.size() != LocalCalendar.HOURS_OF_WEEK) {
            throw new IllegalArgumentException("a week has no " + reads.size() + " hours");
        }
    }

    /**
     * The reads of an hour.
     *
     * @param hour of the day, from 0 to 23
     */
    public long of(DayOfWeek day, int hour) {
        return reads.get((day.getValue() - 1) * 24 + hour);
    }

    /** The most that any hour has. */
    public long most() {
        return reads.stream().mapToLong(Long::longValue).max().orElse(0);
    }
}
