package com.tachyonfuture.mailtrack.mysql.recording;

import static com.tachyonfuture.mailtrack.application.contract.Samples.NOON;
import static com.tachyonfuture.mailtrack.application.contract.Samples.UNJUDGED;
import static com.tachyonfuture.mailtrack.application.contract.Samples.batch;
import static com.tachyonfuture.mailtrack.application.contract.Samples.counts;
import static com.tachyonfuture.mailtrack.application.contract.Samples.hit;
import static com.tachyonfuture.mailtrack.application.contract.Samples.id;
import static com.tachyonfuture.mailtrack.application.contract.Samples.reads;
import static com.tachyonfuture.mailtrack.application.contract.Samples.track;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.tachyonfuture.mailtrack.application.recording.Batch;
import com.tachyonfuture.mailtrack.application.recording.DrainHits;
import com.tachyonfuture.mailtrack.application.recording.HitCounts;
import com.tachyonfuture.mailtrack.application.recording.QuarantineReason;
import com.tachyonfuture.mailtrack.application.recording.QuarantineReason.Code;
import com.tachyonfuture.mailtrack.application.recording.Step;
import com.tachyonfuture.mailtrack.application.recording.StepTimes;
import com.tachyonfuture.mailtrack.application.recording.port.OpenLog;
import com.tachyonfuture.mailtrack.application.recording.port.OpenLog.BatchRejected;
import com.tachyonfuture.mailtrack.application.recording.port.OpenLog.Written;
import com.tachyonfuture.mailtrack.application.twin.InMemoryHitSpool;
import com.tachyonfuture.mailtrack.domain.recording.Hit;
import com.tachyonfuture.mailtrack.domain.track.Track;
import com.tachyonfuture.mailtrack.mysql.MysqlFixture;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/// The log while others change the same tracks, and with hits that no database takes.
final class BusyOpenLogTest extends MysqlFixture {

    private static final Hit IMPOSSIBLE = hit(track(1), Instant.parse("+12345-01-01T00:00:00Z"));

    @Test
    void tracksMayBeDeletedWhileTheirHitsAreWritten() throws Exception {
        int tracks = 40;
        var adding = IntStream.rangeClosed(1, tracks);
        adding.forEach(number -> tracks().add(track(number)));
        Callable<Integer> delete = () -> {
            int deleted = 0;
            for (int number = 1; number <= tracks; number += 2) {
                deleted += tracks().delete(id(number)) ? 1 : 0;
            }
            return deleted;
        };
        var work = new ArrayList<>(writers(3, 30, tracks));
        work.add(delete);

        run(work);

        assertThat(tracks().find(id(1))).isEmpty();
        assertCountersAgree(tracks / 2);
    }

    @Test
    void manySpoolsOverTheSameTracksLoseNothing() throws Exception {
        int tracks = 20;
        IntStream.rangeClosed(1, tracks).forEach(number -> tracks().add(track(number)));

        int recorded = run(writers(16, 5, tracks));

        assertThat(totals().current().opens()).isEqualTo(recorded);
        assertThat(recorded).isEqualTo(16 * 5 * 10);
        assertCountersAgree(tracks);
    }

    /// Each writes batches of ten hits for random tracks; the sum is how many were recorded.
    private List<Callable<Integer>> writers(int spools, int batches, int tracks) {
        return IntStream.range(0, spools)
                .<Callable<Integer>>mapToObj(spool -> () -> {
                    var random = new Random(spool);
                    int recorded = 0;
                    for (int i = 0; i < batches; i++) {
                        List<Hit> hits = random.ints(10, 1, tracks + 1)
                                .mapToObj(number -> hit(track(number)))
                                .toList();
                        recorded += openLog()
                                .write(new Batch("spool-" + spool, 10L * i, hits), UNJUDGED)
                                .opens();
                    }
                    return recorded;
                })
                .toList();
    }

    private static int run(List<Callable<Integer>> work) throws Exception {
        int sum = 0;
        try (var threads = Executors.newFixedThreadPool(work.size())) {
            for (var each : threads.invokeAll(work)) {
                sum += each.get();
            }
        }
        return sum;
    }

    private void assertCountersAgree(int tracks) throws SQLException {
        long opens = Long.parseLong(texts("SELECT COUNT(*) FROM opens").getFirst());
        long opened = Long.parseLong(
                texts("SELECT COUNT(DISTINCT tracked_email_id) FROM opens").getFirst());
        assertThat(totals().current()).isEqualTo(counts(tracks, opens, opens, opened));
        assertThat(disagreements()).isEmpty();
    }

    @Test
    void aHitThatNoColumnCanHoldRejectsItsBatchAndLeavesNothing() {
        tracks().add(track(1));
        Batch batch = batch(0, hit(track(1)), IMPOSSIBLE);

        assertThatThrownBy(() -> openLog().write(batch, UNJUDGED)).isInstanceOf(BatchRejected.class);

        assertThat(opens().of(id(1), Long.MAX_VALUE, 10)).isEmpty();
        assertThat(totals().current().opens()).isZero();
        assertThat(openLog().write(batch(0, hit(track(1))), UNJUDGED)).isEqualTo(new Written(1, 0));
    }

    @Test
    void theFirstHitInQuarantineIsToldByItsPositionAndTheCodeAndOthersLikeItAreNot() {
        tracks().add(track(1));
        var told = new ListAppender<ILoggingEvent>();
        var logger = (Logger) LoggerFactory.getLogger(QuarantineReport.class);
        told.start();
        logger.addAppender(told);
        try {
            drain(hit(track(1)), IMPOSSIBLE, hit(track(1)), IMPOSSIBLE);
        } finally {
            logger.detachAppender(told);
        }

        assertThat(told.list).singleElement().satisfies(line -> {
            assertThat(line.getLevel()).isEqualTo(Level.WARN);
            assertThat(line.getFormattedMessage())
                    .contains("hit at 1 of", "twin", "1292")
                    .doesNotContain("12345");
            assertThat(line.getThrowableProxy()).isNull();
        });
        assertThat(opens().of(id(1), Long.MAX_VALUE, 10)).hasSize(2);
        assertThat(quarantine().after(0, 10)).hasSize(2).allSatisfy(quarantined -> {
            assertThat(quarantined.hit()).isEqualTo(IMPOSSIBLE);
            assertThat(quarantined.reason())
                    .isEqualTo(new QuarantineReason(
                            Code.REJECTED, "the database does not take the data (error 1292, SQL state 22001)"));
        });
    }

    @Test
    void whenNoHitCanBeRecordedNoneGoesToQuarantine() throws SQLException {
        tracks().add(track(1));
        execute("ALTER TABLE opens RENAME TO opens_elsewhere");
        try {
            assertThatThrownBy(() -> drain(hit(track(1)), hit(track(1))))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("1146");
            assertThat(quarantine().count()).isZero();
        } finally {
            execute("ALTER TABLE opens_elsewhere RENAME TO opens");
        }
    }

    /// Somebody's rule for one track: here the newest, which is the first that is tried.
    @Test
    void aTrackWhoseHitsAllFailDoesNotHoldUpThoseOfOthers() throws SQLException {
        tracks().add(track(1));
        tracks().add(new Track(id(2), track(2).details(), NOON.plusSeconds(3_600)));
        execute("CREATE TRIGGER not_this_one BEFORE INSERT ON opens FOR EACH ROW" + " IF NEW.tracked_email_id = '"
                + id(2) + "' THEN SIGNAL SQLSTATE '45000'; END IF");
        try {
            assertThat(openLog().recordsUsualHits(UNJUDGED)).isTrue();
            drain(hit(track(2)), hit(track(1)));
        } finally {
            execute("DROP TRIGGER not_this_one");
        }

        assertThat(quarantine().count()).isEqualTo(1);
        assertThat(opens().of(id(1), Long.MAX_VALUE, 10)).hasSize(1);
        assertThat(disagreements()).isEmpty();
    }

    @Test
    void aHitThatIsRejectedAgainStaysInQuarantine() {
        tracks().add(track(1));
        drain(IMPOSSIBLE);
        long id = quarantine().after(0, 1).getFirst().id();

        assertThatThrownBy(() -> quarantine().replay(id, UNJUDGED))
                .isInstanceOf(BatchRejected.class)
                .hasMessageContaining("1292");

        assertThat(quarantine().count()).isEqualTo(1);
        assertThat(totals().current().opens()).isZero();
    }

    private void drain(Hit... hits) {
        var spool = new InMemoryHitSpool(hits.length);
        for (Hit hit : hits) {
            spool.append(hit);
        }
        new DrainHits(spool, openLog(), new HitCounts(), hits.length).once();
    }

    @Test
    void everyStepOfABatchIsTimed() {
        tracks().add(track(1));
        var nanos = new AtomicLong();
        var times = new StepTimes(() -> nanos.addAndGet(10));

        new MysqlOpenLog(database(), times, REPEAT_WINDOW)
                .write(batch(0, hit(track(1)), hit(track(2)), hit(track(1))), UNJUDGED);

        assertThat(Stream.of(
                        Step.KNOWN_TRACKS,
                        Step.JUDGE,
                        Step.MARK_REPEATS,
                        Step.INSERT_OPENS,
                        Step.COUNT,
                        Step.ROLL_UP,
                        Step.COMMIT))
                .allSatisfy(
                        step -> assertThat(times.of(step)).isEqualTo(new StepTimes.Taken(1, 3, Duration.ofNanos(10))));
    }

    @Test
    void hitsThatWereRecordedEarlierCountForNoStep() {
        tracks().add(track(1));
        openLog().write(batch(0, hit(track(1)), hit(track(1))), UNJUDGED);
        var times = new StepTimes(() -> 0);
        var log = new MysqlOpenLog(database(), times, REPEAT_WINDOW);

        log.write(batch(0, hit(track(1)), hit(track(1))), UNJUDGED);
        assertThat(times.of(Step.COMMIT).batches()).isZero();

        log.write(batch(0, hit(track(1)), hit(track(1)), hit(track(1))), UNJUDGED);
        assertThat(times.of(Step.COMMIT)).isEqualTo(new StepTimes.Taken(1, 1, Duration.ZERO));
    }

    @Test
    void aLostPositionIsStoredAgain() throws SQLException {
        tracks().add(track(1));
        OpenLog log = openLog();
        log.write(batch(0, hit(track(1))), UNJUDGED);
        execute("DELETE FROM spool_positions");

        log.write(batch(1, hit(track(1))), UNJUDGED);

        assertThat(texts("SELECT position FROM spool_positions")).containsExactly("2");
    }

    @Test
    void aHundredHitsAreInsertedByOneStatement() {
        tracks().add(track(1));
        tracks().add(track(2));
        List<Hit> hits = IntStream.range(0, 100)
                .mapToObj(i -> hit(track(1 + i % 2), NOON.plusSeconds(i)))
                .toList();

        long inserts = database().write(connection -> {
            var known = KnownTracks.lock(connection, List.of(id(1), id(2)));
            long before = inserts(connection);
            NewOpens opens = NewOpens.of(hits, known, UNJUDGED);
            opens.markRepeats(connection, new RecentViews(REPEAT_WINDOW));
            opens.insert(connection);
            return inserts(connection) - before;
        });

        assertThat(inserts).isEqualTo(1);
        assertThat(opens().of(id(1), Long.MAX_VALUE, 100)).hasSize(50);
    }

    /// More than one statement holds.
    @Test
    void aBatchForVeryManyTracksAddsToTheCountersOfEach() throws SQLException {
        int many = 4_000;
        try (var connection = connect();
                var insert =
                        connection.prepareStatement("INSERT INTO tracked_emails (id, created_at) VALUES (?, NULL)")) {
            for (int number = 1; number <= many; number++) {
                insert.setString(1, id(number).value());
                insert.addBatch();
            }
            insert.executeBatch();
        }
        execute("UPDATE totals SET value = " + many + " WHERE name = 'tracks'");
        List<Hit> hits = IntStream.range(0, 2 * many)
                .mapToObj(i -> hit(track(1 + i % many), NOON.plusSeconds(i)))
                .toList();

        openLog().write(new Batch("sample", 0, hits), UNJUDGED);

        assertThat(texts("SELECT DISTINCT open_count FROM tracked_emails")).containsExactly("2");
        assertThat(disagreements()).isEmpty();
    }

    /// As a database may have it that we took over. A row of ours could not even be tried to be inserted.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ALTER TABLE tracked_emails ADD owner INT NOT NULL | ALTER TABLE tracked_emails DROP COLUMN owner
        ALTER TABLE tracked_emails ADD CONSTRAINT sent CHECK (recipient IS NOT NULL) \
        | ALTER TABLE tracked_emails DROP CONSTRAINT sent
        CREATE TRIGGER full BEFORE INSERT ON tracked_emails FOR EACH ROW SIGNAL SQLSTATE '45000' \
        | DROP TRIGGER full
        """, quoteCharacter = '"')
    void whatSomebodyElseDemandsOfNewTracksIsNotAskedOfThoseThatAreThere(String demand, String end)
            throws SQLException {
        tracks().add(track(1));
        execute(demand);
        try {
            openLog().write(batch(0, hit(track(1)), hit(track(1), NOON.minusSeconds(1))), UNJUDGED);
        } finally {
            execute(end);
        }

        assertThat(tracks().find(id(1)).orElseThrow().activity()).isEqualTo(reads(NOON.minusSeconds(1), NOON));
        assertThat(disagreements()).isEmpty();
    }

    /// Hence two batches for different tracks don't wait for each other here.
    @Test
    void onlyTheTracksThatCountAreLocked() throws SQLException {
        tracks().add(track(1));
        tracks().add(track(2));
        tracks().add(track(3));
        try (var other = connect();
                var lock = other.createStatement()) {
            other.setAutoCommit(false);
            lock.execute("SELECT id FROM tracked_emails WHERE id = '" + id(1) + "' FOR UPDATE");
            lock.execute("SELECT id FROM tracked_emails WHERE id = '" + id(3) + "' FOR UPDATE");

            assertThat(openLog().write(batch(0, hit(track(2))), UNJUDGED).opens())
                    .isEqualTo(1);
            other.rollback();
        }
    }

    private static long inserts(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SHOW SESSION STATUS LIKE 'Com_insert'")) {
            row.next();
            return row.getLong(2);
        }
    }
}
