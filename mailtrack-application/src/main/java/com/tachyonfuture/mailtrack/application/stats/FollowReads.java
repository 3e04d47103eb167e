package com.tachyonfuture.mailtrack.application.stats;

import com.tachyonfuture.mailtrack.application.stats.port.Numbers;
import com.tachyonfuture.mailtrack.application.track.TrackSummary;
import com.tachyonfuture.mailtrack.domain.stats.Days;
import com.tachyonfuture.mailtrack.domain.stats.LocalCalendar;
import com.tachyonfuture.mailtrack.domain.stats.Range;
import com.tachyonfuture.mailtrack.domain.stats.Slices;
import com.tachyonfuture.mailtrack.domain.stats.Unit;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Tells how often some tracks were read lately: on each of the last days, or in each of the last weeks. */
public final class FollowReads {

    /** Today and those before it. */
    public static final int DAYS = 14;

    /** This week and those before it. */
    public static final int WEEKS = 52;

    /**
     * A week, from Monday on.
     *
     * @param sent how many of the tracks were created in it
     * @param reads how often any of them was read in it
     */
    public record Week(Instant from, long sent, long reads) {}

    private final Numbers numbers;
    private final InstantSource clock;

    public FollowReads(Numbers numbers, InstantSource clock) {
        this.numbers = numbers;
        this.clock = clock;
    }

    /**
     * The reads of each of the last {@value #DAYS} days, today last.
     *
     * @param tracks at most 1000
     * @return a list for each of the tracks
     */
    public Map<TrackId, List<Long>> of(Collection<TrackId> tracks, ZoneId zone) {
        var calendar = new LocalCalendar(zone);
        Days days = Days.until(calendar.day(clock.instant()), DAYS);
        return numbers.readsOf(tracks, calendar.slices(days, Unit.DAY));
    }

    /**
     * The last {@value #WEEKS} weeks, this one last.
     *
     * @param tracks at most 1000
     */
    public List<Week> weeks(Collection<TrackSummary> tracks, ZoneId zone) {
        var calendar = new LocalCalendar(zone);
        LocalDate today = calendar.day(clock.instant());
        LocalDate first =
                today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusWeeks(WEEKS - 1L);
        Slices weeks = calendar.slices(new Days(first, today), Unit.WEEK);
        List<TrackId> ids = tracks.stream().map(summary -> summary.track().id()).toList();
        Collection<List<Long>> reads = numbers.readsOf(ids, weeks).values();
        return IntStream.range(0, weeks.count())
                .mapToObj(week -> new Week(
                        weeks.get(week).from(),
                        sent(tracks, weeks.get(week)),
                        reads.stream().mapToLong(its -> its.get(week)).sum()))
                .toList();
    }

    private static long sent(Collection<TrackSummary> tracks, Range week) {
        return tracks.stream()
                .flatMap(summary -> Stream.ofNullable(summary.track().createdAt()))
                .filter(week::contains)
                .count();
    }
}
