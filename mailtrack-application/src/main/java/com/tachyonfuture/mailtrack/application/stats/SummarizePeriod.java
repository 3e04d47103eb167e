package com.tachyonfuture.mailtrack.application.stats;

import com.tachyonfuture.mailtrack.application.stats.port.Numbers;
import com.tachyonfuture.mailtrack.domain.stats.Days;
import com.tachyonfuture.mailtrack.domain.stats.Level;
import com.tachyonfuture.mailtrack.domain.stats.LocalCalendar;
import com.tachyonfuture.mailtrack.domain.stats.Period;
import com.tachyonfuture.mailtrack.domain.stats.QuarterHour;
import com.tachyonfuture.mailtrack.domain.stats.Range;
import com.tachyonfuture.mailtrack.domain.stats.Slices;
import com.tachyonfuture.mailtrack.domain.stats.Unit;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The numbers of a period, the same of the period before, and how they came about. */
public final class SummarizePeriod {

    /**
     * The numbers of a period.
     *
     * @param days of the period, in the calendar that was asked for
     * @param unit what the series has a point for
     * @param before the same of as many days before; null where nothing is before. While the period is not over, what
     *     came later on the last of those days is left out, so that like is compared with like
     */
    public record Summary(
            Days days, Unit unit, Headline now, @Nullable Headline before, List<Point> points) {}

    /**
     * A point of the series.
     *
     * @param sent tracks created in it
     * @param opens opens that happened in it
     */
    public record Point(Range range, long sent, OpenCounts opens) {}

    private final Numbers numbers;
    private final InstantSource clock;

    public SummarizePeriod(Numbers numbers, InstantSource clock) {
        this.numbers = numbers;
        this.clock = clock;
    }

    public Summary of(Period period, ZoneId zone) {
        var calendar = new LocalCalendar(zone);
        Instant now = clock.instant();
        Days days = days(period, calendar, now);
        Unit unit = Unit.fitting(days);
        return new Summary(
                days,
                unit,
                headline(range(period, days, calendar)),
                before(period, calendar, now).map(this::headline).orElse(null),
                points(calendar.slices(days, unit)));
    }

    /** The days of a period now. */
    Days days(Period period, LocalCalendar calendar, Instant now) {
        LocalDate today = calendar.day(now);
        LocalDate beginning =
                period.isAll() ? numbers.beginning().map(calendar::day).orElse(today) : today;
        return period.days(today, beginning);
    }

    /** What the numbers of a period are of. */
    static Range range(Period period, Days days, LocalCalendar calendar) {
        Range range = calendar.range(days);
        return period.isAll() ? new Range(Range.EVER.from(), range.to()) : range;
    }

    private Headline headline(Range range) {
        return new Headline(numbers.cohort(range), numbers.opens(range));
    }

    private static Optional<Range> before(Period period, LocalCalendar calendar, Instant now) {
        LocalDate today = calendar.day(now);
        return period.before(today).map(days -> {
            Range all = calendar.range(days);
            boolean isOver = !period.days(today, today).contain(today);
            return isOver ? all : new Range(all.from(), sameTime(all, days, calendar, now));
        });
    }

    /** The time of now, so many days before, at the end of its quarter of an hour. */
    private static Instant sameTime(Range all, Days days, LocalCalendar calendar, Instant now) {
        Instant then = now.atZone(calendar.zone()).minusDays(days.count()).toInstant();
        Instant end = Level.QUARTER.next(QuarterHour.of(then).start());
        if (end.isBefore(all.from())) {
            return all.from();
        }
        return end.isAfter(all.to()) ? all.to() : end;
    }

    private List<Point> points(Slices slices) {
        List<Long> sent = numbers.sent(slices);
        List<OpenCounts> opens = numbers.opens(slices);
        return IntStream.range(0, slices.count())
                .mapToObj(i -> new Point(slices.get(i), sent.get(i), opens.get(i)))
                .toList();
    }
}
