package com.tachyonfuture.mailtrack.application.contract;

import static com.tachyonfuture.mailtrack.application.contract.Samples.NOON;
import static com.tachyonfuture.mailtrack.application.contract.Samples.UNJUDGED;
import static com.tachyonfuture.mailtrack.application.contract.Samples.batch;
import static com.tachyonfuture.mailtrack.application.contract.Samples.hit;
import static com.tachyonfuture.mailtrack.application.contract.Samples.id;
import static com.tachyonfuture.mailtrack.application.contract.Samples.judge;
import static com.tachyonfuture.mailtrack.application.contract.Samples.track;
import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.stats.Cohort;
import com.tachyonfuture.mailtrack.application.stats.OpenCounts;
import com.tachyonfuture.mailtrack.application.stats.TopValues;
import com.tachyonfuture.mailtrack.application.stats.TopValues.Value;
import com.tachyonfuture.mailtrack.domain.address.IpAddress;
import com.tachyonfuture.mailtrack.domain.classify.Client;
import com.tachyonfuture.mailtrack.domain.classify.Description;
import com.tachyonfuture.mailtrack.domain.classify.DeviceClass;
import com.tachyonfuture.mailtrack.domain.classify.Network;
import com.tachyonfuture.mailtrack.domain.classify.Place;
import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.domain.classify.VerdictCounts;
import com.tachyonfuture.mailtrack.domain.recording.Hit;
import com.tachyonfuture.mailtrack.domain.stats.Days;
import com.tachyonfuture.mailtrack.domain.stats.Delay;
import com.tachyonfuture.mailtrack.domain.stats.Delays;
import com.tachyonfuture.mailtrack.domain.stats.Dimension;
import com.tachyonfuture.mailtrack.domain.stats.LocalCalendar;
import com.tachyonfuture.mailtrack.domain.stats.Range;
import com.tachyonfuture.mailtrack.domain.stats.Slices;
import com.tachyonfuture.mailtrack.domain.stats.Unit;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What every {@link com.tachyonfuture.mailtrack.application.stats.port.Numbers} does. */
public interface NumbersContract extends StorageFixture {

    LocalCalendar UTC = new LocalCalendar(ZoneId.of("UTC"));
    LocalCalendar KOLKATA = new LocalCalendar(ZoneId.of("Asia/Kolkata"));
    LocalCalendar LORD_HOWE = new LocalCalendar(ZoneId.of("Australia/Lord_Howe"));
    Days TODAY = Days.until(LocalDate.of(2026, 11, 20), 1);
    Days THIS_WEEK = Days.until(LocalDate.of(2026, 11, 22), 7);

    @Test
    default void anEmptyStorageHasNoNumbers() {
        assertThat(numbers().cohort(Range.EVER)).isEqualTo(Cohort.NONE);
        assertThat(numbers().opens(Range.EVER)).isEqualTo(OpenCounts.NONE);
        assertThat(numbers().sent(UTC.slices(THIS_WEEK, Unit.DAY)))
                .containsOnly(0L)
                .hasSize(7);
        assertThat(numbers().opens(UTC.slices(THIS_WEEK, Unit.DAY)))
                .containsOnly(OpenCounts.NONE)
                .hasSize(7);
        assertThat(numbers().opensOf(id(1), UTC.slices(THIS_WEEK, Unit.DAY)))
                .containsOnly(OpenCounts.NONE)
                .hasSize(7);
        assertThat(numbers().readsOf(List.of(), UTC.slices(THIS_WEEK, Unit.DAY)))
                .isEmpty();
        assertThat(numbers().readsByHour(Range.EVER, KOLKATA).most()).isZero();
        assertThat(numbers().top(Dimension.CITY, Range.EVER, 5)).isEqualTo(TopValues.NONE);
        assertThat(numbers().beginning()).isEmpty();
    }

    @Test
    default void anEmptyRangeHasNothingInIt() {
        tracks().add(track(1, NOON));
        openLog().write(batch(0, hit(track(1), NOON)), UNJUDGED);
        var empty = new Range(Instant.parse("2026-11-20T12:00:00Z"), Instant.parse("2026-11-20T12:00:00Z"));

        assertThat(numbers().cohort(empty)).isEqualTo(Cohort.NONE);
        assertThat(numbers().opens(empty)).isEqualTo(OpenCounts.NONE);
        assertThat(numbers().opens(Slices.of(empty))).isEmpty();
        assertThat(numbers().sent(Slices.of(empty))).isEmpty();
        assertThat(numbers().opensOf(id(1), Slices.of(empty))).isEmpty();
        assertThat(numbers().readsOf(List.of(id(1)), Slices.of(empty))).isEqualTo(Map.of(id(1), List.of()));
        assertThat(numbers().readsByHour(empty, UTC).most()).isZero();
        assertThat(numbers().top(Dimension.OS, empty, 5)).isEqualTo(TopValues.NONE);
    }

    @Test
    default void aCohortIsThoseCreatedInTheRangeWhateverBecameOfThemLater() {
        tracks().add(track(1, NOON));
        tracks().add(track(2, NOON.plusSeconds(60)));
        tracks().add(track(3, NOON.plusSeconds(120)));
        tracks().add(track(4, NOON.plusSeconds(180)));
        tracks().add(track(5, NOON.plus(Duration.ofDays(1))));
        openLog().write(batch(0, hit(track(2), NOON.plus(Duration.ofDays(400)))), judge(Verdict.PREFETCH));
        openLog().write(batch(1, hit(track(3), NOON.plusSeconds(130))), judge(Verdict.SELF));
        openLog().write(batch(2, hit(track(4), NOON.plusSeconds(7380)), hit(track(5), NOON)), judge(Verdict.HUMAN));

        assertThat(numbers().cohort(UTC.range(TODAY)))
                .isEqualTo(new Cohort(4, 2, 1, delays(Map.of(Duration.ofHours(2), 1L))));
        assertThat(numbers().cohort(KOLKATA.range(TODAY)).sent()).isEqualTo(4);
        assertThat(numbers().cohort(Range.EVER))
                .isEqualTo(new Cohort(5, 3, 2, delays(Map.of(Duration.ofHours(2), 1L, Duration.ZERO, 1L))));
    }

    @Test
    default void anEarlierReadThatComesLateIsTheFirst() {
        tracks().add(track(1, NOON));
        openLog().write(batch(0, hit(track(1), NOON.plus(Duration.ofHours(5)))), judge(Verdict.HUMAN));

        openLog().write(batch(1, hit(track(1), NOON.plus(Duration.ofHours(2)))), judge(Verdict.HUMAN));

        assertThat(numbers().cohort(Range.EVER))
                .isEqualTo(new Cohort(1, 1, 1, delays(Map.of(Duration.ofHours(2), 1L))));
    }

    @Test
    default void opensAreCountedByWhenTheyHappenedAndByVerdict() {
        tracks().add(track(1));
        openLog().write(batch(0, hit(track(1)), hit(track(1), NOON.plusSeconds(60))), judge(Verdict.HUMAN));
        openLog().write(batch(2, hit(track(1), NOON.plus(Duration.ofDays(2)))), judge(Verdict.IMAGE_PROXY));
        openLog().write(batch(3, hit(track(1), NOON.minus(Duration.ofDays(2)))), judge(Verdict.BOT));
        openLog().write(batch(4, hit(track(1), NOON)), UNJUDGED);

        assertThat(numbers().opens(UTC.range(TODAY)))
                .isEqualTo(new OpenCounts(
                        3,
                        2,
                        new VerdictCounts(Map.of(Verdict.HUMAN, 2L)),
                        new VerdictCounts(Map.of(Verdict.HUMAN, 1L))));
        assertThat(numbers().opens(UTC.range(TODAY)).unjudged()).isEqualTo(1);
        assertThat(numbers().opens(UTC.slices(THIS_WEEK, Unit.DAY)))
                .extracting(OpenCounts::opens)
                .containsExactly(0L, 0L, 1L, 0L, 3L, 0L, 1L);
        assertThat(numbers().opens(UTC.slices(THIS_WEEK, Unit.DAY)))
                .extracting(OpenCounts::reads)
                .containsExactly(0L, 0L, 0L, 0L, 2L, 0L, 1L);
    }

    @Test
    default void aDayBeginsWhenItBeginsInItsZone() {
        Instant midnight = Instant.parse("2026-11-19T18:30:00Z");
        tracks().add(track(1, midnight.minusSeconds(1)));
        tracks().add(track(2, midnight));
        openLog()
                .write(
                        batch(0, hit(track(1), midnight.minusSeconds(1)), hit(track(2), midnight)),
                        judge(Verdict.HUMAN));
        Slices days = KOLKATA.slices(THIS_WEEK, Unit.DAY);

        assertThat(numbers().sent(days)).containsExactly(0L, 0L, 0L, 1L, 1L, 0L, 0L);
        assertThat(numbers().opens(days)).extracting(OpenCounts::reads).containsExactly(0L, 0L, 0L, 1L, 1L, 0L, 0L);
        assertThat(numbers().opensOf(id(2), days))
                .extracting(OpenCounts::reads)
                .containsExactly(0L, 0L, 0L, 0L, 1L, 0L, 0L);
        assertThat(numbers().readsOf(List.of(id(1), id(2), id(9)), days))
                .isEqualTo(Map.of(
                        id(1), List.of(0L, 0L, 0L, 1L, 0L, 0L, 0L),
                        id(2), List.of(0L, 0L, 0L, 0L, 1L, 0L, 0L),
                        id(9), List.of(0L, 0L, 0L, 0L, 0L, 0L, 0L)));
    }

    @Test
    default void hoursOfTheWeekAreThoseOfTheOwnersClock() {
        tracks().add(track(1));
        var fridayNoon = Instant.parse("2026-11-20T12:20:00Z");
        var sundayEvening = Instant.parse("2026-04-04T15:00:00Z");
        openLog().write(batch(0, hit(track(1), fridayNoon), hit(track(1), sundayEvening)), judge(Verdict.HUMAN));
        openLog().write(batch(2, hit(track(1), fridayNoon.plusSeconds(7200))), judge(Verdict.BOT));

        var utc = numbers().readsByHour(Range.EVER, UTC);
        assertThat(utc.of(DayOfWeek.FRIDAY, 12)).isEqualTo(1);
        assertThat(utc.reads().stream().mapToLong(Long::longValue).sum()).isEqualTo(2);
        assertThat(numbers().readsByHour(Range.EVER, KOLKATA).of(DayOfWeek.FRIDAY, 17))
                .isEqualTo(1);
        var lordHowe = numbers().readsByHour(Range.EVER, LORD_HOWE);
        assertThat(lordHowe.of(DayOfWeek.FRIDAY, 23)).isEqualTo(1);
        assertThat(lordHowe.of(DayOfWeek.SUNDAY, 1)).isEqualTo(1);
    }

    @Test
    default void theMostFrequentValuesComeFirstAndTheRestIsSummed() {
        tracks().add(track(1));
        read(0, 1, inBerlin("Thunderbird"));
        read(1, 2, inBerlin("Thunderbird"));
        read(2, 3, inBerlin("Outlook"));
        read(3, 4, inBerlin("Apple Mail"));
        read(4, 5, Description.NONE);

        assertThat(numbers().top(Dimension.CLIENT, Range.EVER, 2))
                .isEqualTo(new TopValues(List.of(new Value("Thunderbird", 2), new Value("Apple Mail", 1)), 1));
        assertThat(numbers().top(Dimension.CITY, UTC.range(TODAY), 9))
                .isEqualTo(new TopValues(List.of(new Value("Berlin, DE", 4)), 0));
        assertThat(numbers().top(Dimension.COUNTRY, UTC.range(TODAY), 9).values())
                .containsExactly(new Value("DE", 4));
        assertThat(numbers().top(Dimension.OS, UTC.range(TODAY), 9).values()).containsExactly(new Value("Linux", 4));
        assertThat(numbers().top(Dimension.DEVICE, UTC.range(TODAY), 9).values())
                .containsExactly(new Value("desktop", 4));
        assertThat(numbers().top(Dimension.NETWORK, UTC.range(TODAY), 9).values())
                .containsExactly(new Value("Kabel AG", 4));
        assertThat(numbers().top(Dimension.CITY, UTC.range(TODAY.before()), 9)).isEqualTo(TopValues.NONE);
    }

    @Test
    default void repeatsMachinesAndProxiesAreInNoPlace() {
        tracks().add(track(1));
        openLog().write(batch(0, hit(track(1))), judge(Verdict.BOT, inBerlin("curl")));
        openLog().write(batch(1, hit(track(1))), judge(Verdict.IMAGE_PROXY, inBerlin("Gmail")));
        openLog()
                .write(
                        batch(2, hit(track(1), NOON.plusSeconds(7200)), hit(track(1), NOON.plusSeconds(7260))),
                        judge(Verdict.HUMAN, inBerlin("Thunderbird")));

        assertThat(numbers().top(Dimension.CITY, Range.EVER, 9).values()).containsExactly(new Value("Berlin, DE", 1));
        assertThat(numbers().top(Dimension.CLIENT, Range.EVER, 9).known()).isEqualTo(1);
    }

    @Test
    default void valuesThatDifferInCaseOrAccentsAreTwo() {
        tracks().add(track(1));
        read(0, 1, inCity("Malaga"));
        read(1, 2, inCity("Málaga"));
        read(2, 3, inCity("MALAGA"));

        assertThat(numbers().top(Dimension.CITY, Range.EVER, 9).values())
                .containsExactlyInAnyOrder(
                        new Value("Malaga, ES", 1), new Value("Málaga, ES", 1), new Value("MALAGA, ES", 1));
    }

    @Test
    default void numbersGoWithTheirTrack() {
        tracks().add(track(1));
        read(0, 1, inBerlin("Thunderbird"));

        tracks().delete(id(1));

        assertThat(numbers().cohort(Range.EVER)).isEqualTo(Cohort.NONE);
        assertThat(numbers().opens(Range.EVER)).isEqualTo(OpenCounts.NONE);
        assertThat(numbers().top(Dimension.CITY, Range.EVER, 9)).isEqualTo(TopValues.NONE);
        assertThat(numbers().readsByHour(Range.EVER, UTC).most()).isZero();
    }

    @Test
    default void numbersFollowWhatIsJudgedAgain() {
        tracks().add(track(1, NOON.minusSeconds(3600)));
        openLog().write(batch(0, hit(track(1))), judge(Verdict.HUMAN, inBerlin("Thunderbird")));
        openLog().write(batch(1, hit(track(1), NOON.plus(Duration.ofDays(1)))), judge(Verdict.BOT));

        history().through(id(1)).next(Samples.reviewer(Verdict.SELF, 4));

        assertThat(numbers().cohort(Range.EVER)).isEqualTo(new Cohort(1, 0, 0, Delays.NONE));
        assertThat(numbers().opens(Range.EVER))
                .isEqualTo(new OpenCounts(2, 0, new VerdictCounts(Map.of(Verdict.SELF, 2L)), VerdictCounts.NONE));
        assertThat(numbers().top(Dimension.CITY, Range.EVER, 9)).isEqualTo(TopValues.NONE);
        assertThat(totals().current().waitingTracks()).isEqualTo(1);

        history().through(id(1)).next(Samples.reviewer(Verdict.HUMAN, 5, inBerlin("Outlook")));

        assertThat(numbers().cohort(Range.EVER))
                .isEqualTo(new Cohort(1, 1, 1, delays(Map.of(Duration.ofHours(1), 1L))));
        assertThat(numbers().top(Dimension.CLIENT, Range.EVER, 9).values()).containsExactly(new Value("Outlook", 2));
        assertThat(tracks().find(id(1)).orElseThrow().activity())
                .isEqualTo(Samples.reads(NOON, NOON.plus(Duration.ofDays(1))));
    }

    @Test
    default void theBeginningIsNotMoreThanAMonthBeforeWhatHappenedFirst() {
        tracks().add(track(1, NOON));
        openLog().write(batch(0, hit(track(1), NOON.minus(Duration.ofDays(40)))), UNJUDGED);

        assertThat(numbers().beginning())
                .get()
                .satisfies(beginning -> assertThat(beginning)
                        .isBeforeOrEqualTo(NOON.minus(Duration.ofDays(40)))
                        .isAfter(NOON.minus(Duration.ofDays(72))));
    }

    private void read(long position, int reader, Description description) {
        IpAddress address = IpAddress.parse("192.0.2." + reader).orElseThrow();
        openLog().write(batch(position, new Hit(id(1), NOON, address, "x", null)), judge(Verdict.HUMAN, description));
    }

    private static Description inBerlin(String client) {
        return new Description(
                new Place("DE", "Germany", "Berlin"),
                new Network(64_500, "Kabel AG"),
                new Client(client, "Linux", DeviceClass.DESKTOP),
                1);
    }

    private static Description inCity(String city) {
        return new Description(new Place("ES", "Spain", city), null, Client.UNKNOWN, 1);
    }

    private static Delays delays(Map<Duration, Long> counts) {
        var delays = new TreeMap<Delay, Long>();
        counts.forEach((delay, count) -> delays.put(Delay.of(delay), count));
        return new Delays(delays);
    }
}
