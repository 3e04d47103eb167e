package com.tachyonfuture.mailtrack.mysql.stats;

import static com.tachyonfuture.mailtrack.application.contract.Samples.hit;
import static com.tachyonfuture.mailtrack.application.contract.Samples.id;
import static com.tachyonfuture.mailtrack.application.contract.Samples.track;
import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.contract.Samples;
import com.tachyonfuture.mailtrack.application.recording.Batch;
import com.tachyonfuture.mailtrack.domain.classify.Client;
import com.tachyonfuture.mailtrack.domain.classify.Description;
import com.tachyonfuture.mailtrack.domain.classify.Place;
import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.domain.recording.Hit;
import com.tachyonfuture.mailtrack.domain.stats.Dimension;
import com.tachyonfuture.mailtrack.domain.stats.Level;
import com.tachyonfuture.mailtrack.domain.stats.Range;
import com.tachyonfuture.mailtrack.mysql.MysqlFixture;
import com.tachyonfuture.mailtrack.mysql.stats.PastReads.Kind;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Sums of the past are read once, and again when anything changes that they are made of.
final class PastReadsTest extends MysqlFixture {

    private static final Range NOVEMBER =
            new Range(Instant.parse("2026-11-01T00:00:00Z"), Instant.parse("2026-12-01T00:00:00Z"));
    private static final Range MORNINGS_AND_DAYS =
            new Range(Instant.parse("2026-11-09T05:00:00Z"), Instant.parse("2026-11-12T11:00:00Z"));

    private Instant now = Instant.parse("2027-01-01T00:00:00Z");
    private final PastReads past = new PastReads(() -> now);
    private long hits;

    @BeforeEach
    void aTrackIsThere() {
        tracks().add(track(1));
        tracks().add(track(2));
    }

    @Test
    void nothingIsReadAgainAsLongAsNothingChanges() throws SQLException {
        read(1, "2026-11-10T12:00:00Z", "Bern");
        assertThat(in(NOVEMBER)).contains(Map.of("Bern, CH", 1L));

        execute("UPDATE rollups SET read_count = 7 WHERE dimension = 'city'");
        read(1, "2026-10-31T23:59:00Z", "Basel");
        read(1, "2026-12-01T00:00:00Z", "Basel");

        assertThat(in(NOVEMBER)).contains(Map.of("Bern, CH", 1L));
    }

    @Test
    void whatComesLateIsCounted() throws SQLException {
        read(1, "2026-11-10T12:00:00Z", "Bern");
        assertThat(in(NOVEMBER)).contains(Map.of("Bern, CH", 1L));
        assertThat(in(MORNINGS_AND_DAYS)).contains(Map.of("Bern, CH", 1L));

        read(2, "2026-11-10T13:00:00Z", "Bern");
        read(2, "2026-11-12T10:45:00Z", "Basel");

        assertThat(in(NOVEMBER)).contains(Map.of("Bern, CH", 2L, "Basel, CH", 1L));
        assertThat(in(MORNINGS_AND_DAYS)).contains(Map.of("Bern, CH", 2L, "Basel, CH", 1L));
    }

    @Test
    void whatIsDeletedIsGone() throws SQLException {
        read(1, "2026-11-09T06:00:00Z", "Bern");
        read(2, "2026-11-10T12:00:00Z", "Basel");
        assertThat(in(NOVEMBER)).contains(Map.of("Bern, CH", 1L, "Basel, CH", 1L));
        assertThat(in(MORNINGS_AND_DAYS)).contains(Map.of("Bern, CH", 1L, "Basel, CH", 1L));

        tracks().delete(id(1));

        assertThat(in(NOVEMBER)).contains(Map.of("Basel, CH", 1L));
        assertThat(in(MORNINGS_AND_DAYS)).contains(Map.of("Basel, CH", 1L));
    }

    @Test
    void whatIsCountedAnewIsSeen() throws SQLException {
        read(1, "2026-11-10T12:00:00Z", "Bern");
        execute("UPDATE rollups SET read_count = 7 WHERE dimension = 'city'");
        assertThat(in(NOVEMBER)).contains(Map.of("Bern, CH", 7L));
        assertThat(in(MORNINGS_AND_DAYS)).contains(Map.of("Bern, CH", 7L));

        new NumbersWalk(database()::writeFromSnapshot, day -> {}).run();

        assertThat(in(NOVEMBER)).contains(Map.of("Bern, CH", 1L));
        assertThat(in(MORNINGS_AND_DAYS)).contains(Map.of("Bern, CH", 1L));
    }

    @Test
    void readsOfWhomNothingIsKnownAreChangesOfTheirHours() {
        Batch first = Samples.batch(hits++, hit(track(1), Instant.parse("2026-11-10T12:05:00Z")));
        openLog().write(first, Samples.judge(Verdict.HUMAN));
        assertThat(byHour()).contains(Map.of("48", 1L));

        Batch second = Samples.batch(hits++, hit(track(2), Instant.parse("2026-11-12T12:40:00Z")));
        openLog().write(second, Samples.judge(Verdict.HUMAN));

        assertThat(byHour()).contains(Map.of("48", 2L));
    }

    @Test
    void tooManyValuesAreLeftToTheDatabase() throws SQLException {
        read(1, "2026-11-10T12:00:00Z", "Bern");
        read(2, "2026-11-10T12:00:00Z", "Basel");
        var small = new PastReads(() -> now, 1, 100);

        assertThat(in(small, NOVEMBER)).isEmpty();
        tracks().delete(id(1));
        assertThat(in(small, NOVEMBER)).contains(Map.of("Basel, CH", 1L));
    }

    @Test
    void whatWasAskedForLongestAgoIsForgottenFirst() throws SQLException {
        read(1, "2026-11-10T12:00:00Z", "Bern");
        var small = new PastReads(() -> now, 1, 4);
        in(small, NOVEMBER);
        in(small, MORNINGS_AND_DAYS);
        in(small, NOVEMBER);
        in(small, new Range(NOVEMBER.from(), MORNINGS_AND_DAYS.to()));

        execute("UPDATE rollups SET read_count = 7 WHERE dimension = 'city'");

        assertThat(in(small, NOVEMBER)).contains(Map.of("Bern, CH", 1L));
        assertThat(in(small, MORNINGS_AND_DAYS)).contains(Map.of("Bern, CH", 7L));
    }

    @Test
    void afterAnHourEverythingIsReadAnew() throws SQLException {
        read(1, "2026-11-10T12:00:00Z", "Bern");
        assertThat(in(NOVEMBER)).contains(Map.of("Bern, CH", 1L));
        execute("UPDATE rollups SET read_count = 7 WHERE dimension = 'city'");

        now = now.plus(Duration.ofMinutes(59));
        assertThat(in(NOVEMBER)).contains(Map.of("Bern, CH", 1L));
        now = now.plus(Duration.ofMinutes(1));
        assertThat(in(NOVEMBER)).contains(Map.of("Bern, CH", 7L));
    }

    @Test
    void whatIsRecentIsReadEachTime() throws SQLException {
        now = Instant.parse("2026-11-10T00:00:00Z");
        read(1, "2026-11-08T12:00:00Z", "Bern");
        read(2, "2026-11-09T12:00:00Z", "Basel");
        assertThat(withRecentOnes(NOVEMBER)).contains(Map.of("Bern, CH", 1L, "Basel, CH", 1L));

        execute("UPDATE rollups SET read_count = 7 WHERE dimension = 'city'");

        assertThat(withRecentOnes(NOVEMBER)).contains(Map.of("Bern, CH", 1L, "Basel, CH", 7L));
    }

    @Test
    void allOfARangeMayBeRecent() {
        now = Instant.parse("2026-11-10T00:00:00Z");
        read(2, "2026-11-09T12:00:00Z", "Basel");

        assertThat(withRecentOnes(new Range(Instant.parse("2026-11-09T00:00:00Z"), NOVEMBER.to())))
                .contains(Map.of("Basel, CH", 1L));
    }

    private Optional<Map<String, Long>> byHour() {
        var hours = new Kind("verdict", "MOD(bucket, 96)", List.of(Level.QUARTER, Level.HOUR));
        return database().read(connection -> past.of(connection, hours, NOVEMBER));
    }

    private Optional<Map<String, Long>> withRecentOnes(Range range) {
        return database().read(connection -> past.andRecentOnes(connection, Kind.of(Dimension.CITY), range));
    }

    private Optional<Map<String, Long>> in(Range range) {
        return in(past, range);
    }

    private Optional<Map<String, Long>> in(PastReads reads, Range range) {
        return database().read(connection -> reads.of(connection, Kind.of(Dimension.CITY), range));
    }

    private void read(int number, String at, String city) {
        var description = new Description(new Place("CH", "Switzerland", city), null, Client.UNKNOWN, 1);
        Hit hit = hit(track(number), Instant.parse(at));
        openLog().write(Samples.batch(hits++, hit), Samples.judge(Verdict.HUMAN, description));
    }
}
