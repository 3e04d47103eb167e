package com.tachyonfuture.mailtrack.mysql.stats;

import static com.tachyonfuture.mailtrack.application.contract.Samples.hit;
import static com.tachyonfuture.mailtrack.application.contract.Samples.id;
import static com.tachyonfuture.mailtrack.application.contract.Samples.track;
import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.classify.JudgedHit;
import com.tachyonfuture.mailtrack.application.classify.Origin;
import com.tachyonfuture.mailtrack.application.contract.Samples;
import com.tachyonfuture.mailtrack.application.recipient.Recipient;
import com.tachyonfuture.mailtrack.application.recipient.RecipientSort;
import com.tachyonfuture.mailtrack.application.recording.Batch;
import com.tachyonfuture.mailtrack.application.stats.port.Numbers;
import com.tachyonfuture.mailtrack.application.track.TrackSummary;
import com.tachyonfuture.mailtrack.application.twin.InMemoryStorageFixture;
import com.tachyonfuture.mailtrack.domain.classify.Client;
import com.tachyonfuture.mailtrack.domain.classify.Description;
import com.tachyonfuture.mailtrack.domain.classify.DeviceClass;
import com.tachyonfuture.mailtrack.domain.classify.Network;
import com.tachyonfuture.mailtrack.domain.classify.Place;
import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.domain.recording.Hit;
import com.tachyonfuture.mailtrack.domain.stats.Days;
import com.tachyonfuture.mailtrack.domain.stats.Dimension;
import com.tachyonfuture.mailtrack.domain.stats.LocalCalendar;
import com.tachyonfuture.mailtrack.domain.stats.Range;
import com.tachyonfuture.mailtrack.domain.stats.Slices;
import com.tachyonfuture.mailtrack.domain.stats.Unit;
import com.tachyonfuture.mailtrack.domain.track.Track;
import com.tachyonfuture.mailtrack.domain.track.TrackDetails;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import com.tachyonfuture.mailtrack.mysql.MysqlFixture;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is kept in the database says the same as counting each open and each track, whatever happened to them.
final class NumbersOverTimeTest extends MysqlFixture {

    private static final int TRACKS = 8;
    private static final int ASKED_EACH = 7;
    private static final List<Verdict> VERDICTS = List.of(Verdict.values());
    private static final List<TrackId> IDS =
            IntStream.rangeClosed(1, TRACKS).mapToObj(Samples::id).toList();

    private static final List<String> RECIPIENTS =
            List.of("ada@example.com", "Ada@Example.com", "äda@example.com", "bob's", "東京", "", " ");

    private final InMemoryStorageFixture counted = new InMemoryStorageFixture();

    /// Each around days on which the zone's clocks change.
    @ParameterizedTest
    @CsvSource({
        "Asia/Kolkata, 2026-11-20, 1",
        "Australia/Lord_Howe, 2026-04-05, 2",
        "Australia/Lord_Howe, 2026-10-04, 3",
        "Europe/Berlin, 2026-03-29, 4",
        "Europe/Berlin, 2026-10-25, 5",
        "Pacific/Apia, 2011-12-31, 6"
    })
    void chartsAndCountersSayWhatCountingSays(String zone, LocalDate day, long seed) throws SQLException {
        var calendar = new LocalCalendar(ZoneId.of(zone));
        var random = new Random(seed);
        Instant noon = calendar.start(day).plus(Duration.ofHours(12));

        for (int i = 0; i < 60; i++) {
            happen(random, noon, i);
            if (i % ASKED_EACH == 0) {
                askForThePast(calendar, day);
            }
        }

        assertThat(disagreements()).isEmpty();
        countAll();
        assertThat(totals().current()).isEqualTo(counted.totals().current());
        for (TrackId track : IDS) {
            assertThat(tracks().find(track)).isEqualTo(counted.tracks().find(track));
        }
        assertNumbersAgree(numbers(), calendar, day);
        assertNumbersAgree(new MysqlNumbers(database(), InstantSource.fixed(noon)), calendar, day);
        assertRecipientsAgree();
    }

    /// Of the spellings of a name any may be shown after the newest is gone.
    private void assertRecipientsAgree() {
        for (RecipientSort sort : RecipientSort.values()) {
            assertThat(recipients().page(sort, "", null, 100))
                    .map(NumbersOverTimeTest::inLowerCase)
                    .isEqualTo(counted.recipients().page(sort, "", null, 100).stream()
                            .map(NumbersOverTimeTest::inLowerCase)
                            .toList());
        }
        for (Recipient recipient : counted.recipients().page(RecipientSort.NAME, "", null, 100)) {
            assertThat(recipients().timesToFirstRead(recipient, 3))
                    .containsExactlyInAnyOrderElementsOf(counted.recipients().timesToFirstRead(recipient, 3));
        }
    }

    private static Recipient inLowerCase(Recipient one) {
        return new Recipient(
                one.key(),
                one.name().toLowerCase(Locale.ROOT),
                one.sent(),
                one.delivered(),
                one.read(),
                one.reads(),
                one.lastReadAt());
    }

    private void happen(Random random, Instant noon, int number) {
        TrackId track = IDS.get(random.nextInt(TRACKS));
        Instant at = randomTime(random, noon);
        int choice = random.nextInt(12);
        int ruleBook = number + 4;
        Verdict verdict = VERDICTS.get(random.nextInt(VERDICTS.size()));
        Description description = description(random.nextInt());
        List<Hit> hits = Stream.generate(() -> hit(track(1 + random.nextInt(TRACKS)), randomTime(random, noon)))
                .limit(1 + random.nextInt(12))
                .toList();
        switch (choice) {
            case 0 -> tracks().delete(track);
            case 1 -> tracks().stop(track, at);
            case 2 -> tracks().resume(track);
            case 3 -> tracks().pin(track, number % 2 == 0);
            case 4, 5 -> history().through(track).next(Samples.reviewer(verdict, ruleBook, description));
            default -> {
                if (tracks().find(track).isEmpty()) {
                    int id = Integer.parseInt(track.value().substring(30));
                    String recipient = RECIPIENTS.get(Math.floorMod(number, RECIPIENTS.size()));
                    tracks().add(new Track(track, new TrackDetails(recipient, "Offer " + id, null, null), at));
                }
                openLog().write(new Batch("sample-" + number, 0, hits), NumbersOverTimeTest::judge);
            }
        }
    }

    private void countAll() {
        for (TrackId id : IDS) {
            tracks().find(id).ifPresent(this::count);
        }
    }

    private void count(TrackSummary summary) {
        TrackId id = summary.track().id();
        counted.tracks().add(summary.track());
        counted.tracks().pin(id, summary.pinned());
        if (summary.stoppedAt() != null) {
            counted.tracks().stop(id, summary.stoppedAt());
        }
        opens().of(id, Long.MAX_VALUE, 10_000).forEach(counted.storage()::takeOver);
    }

    /// Within three days, often at the edge of a quarter.
    private static Instant randomTime(Random random, Instant noon) {
        long quarter = 900L * (random.nextInt(288) - 144);
        long microsecond = random.nextBoolean() ? random.nextInt(3) - 1 : random.nextInt(900_000_000);
        return noon.plusSeconds(quarter).plusNanos(1_000 * microsecond);
    }

    private static JudgedHit judge(Hit hit, Origin origin) {
        int choice = Math.floorMod(hit.receivedAt().hashCode(), VERDICTS.size() + 6);
        Verdict verdict = choice < VERDICTS.size() ? VERDICTS.get(choice) : Verdict.HUMAN;
        return Samples.judge(verdict, description(hit.receivedAt().hashCode() / 31))
                .judge(hit, origin);
    }

    private static Description description(int choice) {
        String city = List.of("Berlin", "Málaga", "Malaga", "東京").get(Math.floorMod(choice, 4));
        return new Description(
                new Place(choice % 3 == 0 ? null : "DE", "Germany", city),
                choice % 2 == 0 ? null : new Network(64_500, "Kabel' AG"),
                new Client("Thunderbird", choice % 5 == 0 ? null : "Linux", DeviceClass.DESKTOP),
                1);
    }

    /// So that something is remembered of times that change afterwards.
    private void askForThePast(LocalCalendar calendar, LocalDate day) {
        numbers().cohort(Range.EVER);
        for (Days days : periods(day)) {
            numbers().cohort(calendar.range(days));
            for (Dimension dimension : Dimension.values()) {
                numbers().top(dimension, calendar.range(days), 2);
            }
        }
    }

    private static List<Days> periods(LocalDate day) {
        return List.of(
                Days.until(day, 1), new Days(day.minusDays(5), day.plusDays(5)), new Days(day.minusDays(700), day));
    }

    private void assertNumbersAgree(Numbers kept, LocalCalendar calendar, LocalDate day) {
        Numbers all = counted.numbers();
        for (Days days : periods(day)) {
            Range range = calendar.range(days);
            assertThat(kept.cohort(range)).isEqualTo(all.cohort(range));
            assertThat(kept.opens(range)).isEqualTo(all.opens(range));
            assertThat(kept.readsByHour(range, calendar)).isEqualTo(all.readsByHour(range, calendar));
            for (Dimension dimension : Dimension.values()) {
                assertThat(kept.top(dimension, range, 2)).isEqualTo(all.top(dimension, range, 2));
            }
            for (Unit unit : List.of(Unit.fitting(days), Unit.MONTH)) {
                assertSeriesAgree(kept, all, calendar.slices(days, unit));
            }
        }
        assertThat(kept.readsByHour(Range.EVER, calendar)).isEqualTo(all.readsByHour(Range.EVER, calendar));
        assertThat(kept.cohort(Range.EVER)).isEqualTo(all.cohort(Range.EVER));
    }

    private static void assertSeriesAgree(Numbers kept, Numbers all, Slices slices) {
        assertThat(kept.sent(slices)).isEqualTo(all.sent(slices));
        assertThat(kept.opens(slices)).isEqualTo(all.opens(slices));
        assertThat(kept.readsOf(IDS, slices)).isEqualTo(all.readsOf(IDS, slices));
        assertThat(kept.opensOf(id(1), slices)).isEqualTo(all.opensOf(id(1), slices));
    }
}
