package com.tachyonfuture.mailtrack.domain.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LocalCalendarTest {

    private static final LocalCalendar BERLIN = new LocalCalendar(ZoneId.of("Europe/Berlin"));
    private static final LocalCalendar LORD_HOWE = new LocalCalendar(ZoneId.of("Australia/Lord_Howe"));

    /** With offsets of hours, halves and quarters, summer times of an hour and of half an hour, and days left out. */
    static Stream<ZoneId> zones() {
        return Stream.of(
                        "UTC",
                        "Europe/Berlin",
                        "America/New_York",
                        "America/St_Johns",
                        "Asia/Kolkata",
                        "Asia/Kathmandu",
                        "Australia/Lord_Howe",
                        "Pacific/Chatham",
                        "Pacific/Apia",
                        "America/Sao_Paulo",
                        "Africa/Casablanca",
                        "Asia/Pyongyang")
                .map(ZoneId::of);
    }

    @ParameterizedTest
    @MethodSource("zones")
    void everyQuarterLiesInTheDayThatItsClockShows(ZoneId zone) {
        var calendar = new LocalCalendar(zone);
        var random = new Random(17);
        for (int i = 0; i < 2_000; i++) {
            Instant quarter = randomQuarter(random);
            LocalDate day = LocalDate.ofInstant(quarter, zone);

            assertThat(calendar.range(Days.until(day, 1)).contains(quarter))
                    .as("%s at %s", zone, quarter)
                    .isTrue();
            assertThat(calendar.range(Days.until(day.plusDays(1), 1)).contains(quarter))
                    .isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("zones")
    void everyQuarterLiesInTheSliceThatItsClockShows(ZoneId zone) {
        var calendar = new LocalCalendar(zone);
        var random = new Random(18);
        for (int i = 0; i < 60; i++) {
            Days days = Days.until(LocalDate.ofInstant(randomQuarter(random), zone), 1 + random.nextInt(400));
            for (Unit unit : Unit.values()) {
                Slices slices = calendar.slices(days, unit);
                assertThat(slices.whole()).isEqualTo(calendar.range(days));
                Instant from = slices.whole().from();
                int quarter = random.nextInt(
                        (int) (Duration.between(from, slices.whole().to()).toSeconds() / 900));
                Instant at = from.plus(QuarterHour.LENGTH.multipliedBy(quarter));
                Range slice = slices.get(slices.indexOf(at));
                assertThat(List.of(slice.from(), slice.to().minusNanos(1)))
                        .allMatch(end -> isSame(unit, end.atZone(zone), at.atZone(zone)));
                assertThat(slice.contains(at)).isTrue();
            }
        }
    }

    private static boolean isSame(Unit unit, ZonedDateTime one, ZonedDateTime other) {
        return switch (unit) {
            case HOUR -> one.getHour() == other.getHour() && one.toLocalDate().equals(other.toLocalDate());
            case DAY -> one.toLocalDate().equals(other.toLocalDate());
            case WEEK -> monday(one).equals(monday(other));
            case MONTH -> one.getMonth() == other.getMonth() && one.getYear() == other.getYear();
        };
    }

    private static LocalDate monday(ZonedDateTime time) {
        return time.toLocalDate().with(DayOfWeek.MONDAY);
    }

    @ParameterizedTest
    @MethodSource("zones")
    void offsetsAreThoseOfTheClockAndHoursOfTheWeekFollow(ZoneId zone) {
        var calendar = new LocalCalendar(zone);
        var years = new Range(Instant.parse("1975-01-01T00:00:00Z"), Instant.parse("2035-01-01T00:00:00Z"));
        List<LocalCalendar.Offset> offsets = calendar.offsets(years);
        var random = new Random(19);
        for (int i = 0; i < 2_000; i++) {
            Instant quarter = randomQuarter(random);
            LocalCalendar.Offset its = offsets.stream()
                    .filter(offset -> offset.range().contains(quarter))
                    .findFirst()
                    .orElseThrow();

            ZonedDateTime local = quarter.atZone(zone);
            assertThat(its.ahead())
                    .isEqualTo(Duration.ofSeconds(local.getOffset().getTotalSeconds()));
            assertThat(calendar.hourOfWeek(quarter))
                    .isEqualTo((local.getDayOfWeek().getValue() - 1) * 24 + local.getHour());
        }
        assertThat(offsets.get(0).range().from()).isEqualTo(years.from());
        assertThat(offsets.get(offsets.size() - 1).range().to()).isEqualTo(years.to());
    }

    @Test
    void offsetsOfAllTimeFollowOneAnother() {
        List<LocalCalendar.Offset> offsets =
                BERLIN.offsets(new Range(Range.EVER.from(), Instant.parse("2040-01-01T00:00:00Z")));

        for (int i = 1; i < offsets.size(); i++) {
            assertThat(offsets.get(i).range().from())
                    .isEqualTo(offsets.get(i - 1).range().to());
        }
    }

    @Test
    void daysOnWhichClocksChangeAreShorterAndLonger() {
        assertThat(hours(BERLIN, "2026-03-29")).hasSize(23).containsOnly(Duration.ofHours(1));
        assertThat(hours(BERLIN, "2026-10-25")).hasSize(25).containsOnly(Duration.ofHours(1));
        assertThat(hours(LORD_HOWE, "2026-04-05"))
                .hasSize(25)
                .contains(Duration.ofMinutes(30))
                .satisfies(hours -> assertThat(sum(hours)).isEqualTo(Duration.ofMinutes(24 * 60 + 30)));
        assertThat(hours(LORD_HOWE, "2026-10-04"))
                .satisfies(hours -> assertThat(sum(hours)).isEqualTo(Duration.ofMinutes(23 * 60 + 30)));
    }

    private static List<Duration> hours(LocalCalendar calendar, String day) {
        return calendar.slices(Days.until(LocalDate.parse(day), 1), Unit.HOUR).ranges().stream()
                .map(range -> Duration.between(range.from(), range.to()))
                .toList();
    }

    private static Duration sum(List<? extends Duration> durations) {
        return durations.stream().map(Duration.class::cast).reduce(Duration.ZERO, Duration::plus);
    }

    @Test
    void aDayThatAZoneLeftOutIsEmpty() {
        var samoa = new LocalCalendar(ZoneId.of("Pacific/Apia"));

        assertThat(samoa.range(Days.until(LocalDate.of(2011, 12, 30), 1)).isEmpty())
                .isTrue();
        assertThat(samoa.slices(Days.until(LocalDate.of(2011, 12, 31), 3), Unit.DAY)
                        .count())
                .isEqualTo(2);
        assertThat(samoa.slices(Days.until(LocalDate.of(2011, 12, 30), 1), Unit.HOUR)
                        .count())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 92, 93, 732, 733})
    void chartsHaveNeitherTooFewPointsNorTooMany(int days) {
        Days period = Days.until(LocalDate.of(2026, 11, 20), days);

        int points = BERLIN.slices(period, Unit.fitting(period)).count();

        assertThat(points).isBetween(2, 106);
    }

    @ParameterizedTest
    @EnumSource(Level.class)
    void piecesOfEachLengthBeginWhereTheOneBeforeEnds(Level level) {
        var random = new Random(20);
        for (int i = 0; i < 1_000; i++) {
            Instant moment = randomQuarter(random).plusMillis(random.nextInt(900_000));
            Instant start = level.start(moment);

            assertThat(start).isBeforeOrEqualTo(moment);
            assertThat(level.next(start)).isAfter(moment);
            assertThat(level.start(start)).isEqualTo(start);
            assertThat(level.start(level.next(start).minusNanos(1))).isEqualTo(start);
        }
    }

    private static Instant randomQuarter(Random random) {
        long from = Instant.parse("1975-01-02T00:00:00Z").getEpochSecond() / 900;
        long to = Instant.parse("2034-12-30T00:00:00Z").getEpochSecond() / 900;
        return Instant.ofEpochSecond((from + random.nextLong(to - from)) * 900);
    }
}
