package com.tachyonfuture.mailtrack.application.stats;

import com.tachyonfuture.mailtrack.application.stats.port.Numbers;
import com.tachyonfuture.mailtrack.application.track.TrackSummary;
import com.tachyonfuture.mailtrack.domain.stats.Days;
import com.tachyonfuture.mailtrack.domain.stats.LocalCalendar;
import com.tachyonfuture.mailtrack.domain.stats.Period;
import com.tachyonfuture.mailtrack.domain.stats.Slices;
import com.tachyonfuture.mailtrack.domain.stats.Unit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Tells how a track was opened over time: from the day of its creation to that of its last open. */
public final class FollowTrack {

    /** As long as a chart of months can be: of what lies before, nothing is told. */
    private static final int LONGEST_YEARS = 100;

    /**
     * The opens of a track over time.
     *
     * @param unit what there is a point for
     */
    public record Course(Unit unit, List<Point> points) {

        public Course {
            points = List.copyOf(points);
        }
    }

    /**
     * The opens of some hour, day, week or month.
     *
     * @param from its first moment
     */
    public record Point(Instant from, OpenCounts opens) {}

    private final Numbers numbers;

    public FollowTrack(Numbers numbers) {
        this.numbers = numbers;
    }

    /** Empty before the first open, and where nobody knows when that was. */
    public Optional<Course> of(TrackSummary summary, ZoneId zone) {
        var calendar = new LocalCalendar(zone);
        return days(summary, calendar)
                .map(days -> course(summary, calendar, days))
                .filter(course -> !course.points().isEmpty());
    }

    private static Optional<Days> days(TrackSummary summary, LocalCalendar calendar) {
        Instant firstAt = summary.activity().firstOpenedAt();
        Instant lastAt = summary.activity().lastOpenedAt();
        if (firstAt == null || lastAt == null) {
            return Optional.empty();
        }
        LocalDate last = chosen(calendar.day(lastAt));
        LocalDate first = chosen(calendar.day(earlier(firstAt, summary.track().createdAt())));
        LocalDate earliest = last.minusYears(LONGEST_YEARS);
        return Optional.of(new Days(first.isBefore(earliest) ? earliest : first, last));
    }

    private static Instant earlier(Instant one, @Nullable Instant other) {
        return other != null && other.isBefore(one) ? other : one;
    }

    /** Clocks that were wrong may have left any day. */
    private static LocalDate chosen(LocalDate day) {
        if (Period.CHOICE.contain(day)) {
            return day;
        }
        return day.isBefore(Period.CHOICE.first()) ? Period.CHOICE.first() : Period.CHOICE.last();
    }

    private Course course(TrackSummary summary, LocalCalendar calendar, Days days) {
        Unit unit = Unit.fitting(days);
        Slices slices = calendar.slices(days, unit);
        List<OpenCounts> counts = numbers.opensOf(summary.track().id(), slices);
        return new Course(
                unit,
                IntStream.range(0, slices.count())
                        .mapToObj(i -> new Point(slices.get(i).from(), counts.get(i)))
                        .toList());
    }
}
