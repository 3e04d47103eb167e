package com.tachyonfuture.mailtrack.domain.stats;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * How days, weeks and months of a time zone lie in time. A day has as many hours as the zone gives it, with summer time
 * 23 or 25, or 24 and a half; one that a zone left out is empty.
 *
 * <p>What began at no quarter of an hour of UTC, as days did in some zones until 1972, is taken to have begun at the
 * quarter before.
 */
public record LocalCalendar(ZoneId zone) {

    /** From Monday to Sunday. */
    public static final int HOURS_OF_WEEK = 168;

    /** The day that a moment lies in. */
    public LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, zone);
    }

    /** When a day begins. */
    public Instant start(LocalDate day) {
        return QuarterHour.of(day.atStartOfDay(zone).toInstant()).start();
    }

    public Range range(Days days) {
        return new Range(start(days.first()), start(days.last().plusDays(1)));
    }

    /** The hour of the week that a moment lies in: 0 is the one after midnight of Monday. */
    public int hourOfWeek(Instant moment) {
        ZonedDateTime local = moment.atZone(zone);
        return (local.getDayOfWeek().getValue() - 1) * 24 + local.getHour();
    }

    /**
     * Days cut into hours, days, weeks or months; what sticks out of the days at either end is cut off. An hour that
     * comes twice when a clock is set back is two slices, and one that is cut short by that is a short one.
     */
    public Slices slices(Days days, Unit unit) {
        return switch (unit) {
            case HOUR -> hours(range(days));
            case DAY -> slices(days, day -> day.plusDays(1));
            case WEEK -> slices(days, day -> day.with(TemporalAdjusters.next(DayOfWeek.MONDAY)));
            case MONTH -> slices(days, day -> day.with(TemporalAdjusters.firstDayOfNextMonth()));
        };
    }

    private Slices slices(Days days, UnaryOperator<LocalDate> next) {
        LocalDate end = days.last().plusDays(1);
        var cuts = new TreeSet<Instant>();
        for (LocalDate day = days.first(); day.isBefore(end); day = next.apply(day)) {
            cuts.add(start(day));
        }
        cuts.add(start(end));
        return new Slices(List.copyOf(cuts));
    }

    private Slices hours(Range range) {
        var cuts = new ArrayList<Instant>();
        for (Instant at = range.from(); at.isBefore(range.to()); at = at.plus(QuarterHour.LENGTH)) {
            if (cuts.isEmpty() || !isSameHour(at, at.minus(QuarterHour.LENGTH))) {
                cuts.add(at);
            }
        }
        cuts.add(range.to());
        return new Slices(cuts);
    }

    private boolean isSameHour(Instant one, Instant other) {
        ZonedDateTime here = one.atZone(zone);
        ZonedDateTime there = other.atZone(zone);
        return here.getHour() == there.getHour() && here.getOffset().equals(there.getOffset());
    }

    /**
     * A stretch of time in which clocks are ahead of UTC by the same.
     *
     * @param ahead whole quarters of an hour; negative where clocks are behind
     */
    public record Offset(Range range, Duration ahead) {}

    /** By how much clocks are ahead of UTC in a range, in order of time. */
    public List<Offset> offsets(Range range) {
        var offsets = new ArrayList<Offset>();
        Instant from = range.from();
        while (from.isBefore(range.to())) {
            ZoneOffset offset = zone.getRules().getOffset(from);
            Instant to = endOfOffset(from, range.to());
            offsets.add(new Offset(new Range(from, to), wholeQuarters(offset)));
            from = to;
        }
        return List.copyOf(offsets);
    }

    private Instant endOfOffset(Instant from, Instant latest) {
        ZoneOffsetTransition next = zone.getRules().nextTransition(from);
        if (next == null || !next.getInstant().isBefore(latest)) {
            return latest;
        }
        Instant end = QuarterHour.of(next.getInstant()).start();
        return end.isAfter(from) ? end : Level.QUARTER.next(from);
    }

    private static Duration wholeQuarters(ZoneOffset offset) {
        long quarter = QuarterHour.LENGTH.toSeconds();
        return Duration.ofSeconds(Math.floorDiv(offset.getTotalSeconds(), quarter) * quarter);
    }
}
