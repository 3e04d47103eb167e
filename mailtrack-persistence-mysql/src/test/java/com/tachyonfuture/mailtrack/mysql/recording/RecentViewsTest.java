package com.tachyonfuture.mailtrack.mysql.recording;

import static com.tachyonfuture.mailtrack.application.contract.Samples.NOON;
import static com.tachyonfuture.mailtrack.application.contract.Samples.batch;
import static com.tachyonfuture.mailtrack.application.contract.Samples.hit;
import static com.tachyonfuture.mailtrack.application.contract.Samples.id;
import static com.tachyonfuture.mailtrack.application.contract.Samples.judge;
import static com.tachyonfuture.mailtrack.application.contract.Samples.track;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.tachyonfuture.mailtrack.application.recording.Batch;
import com.tachyonfuture.mailtrack.application.recording.QuarantineReason;
import com.tachyonfuture.mailtrack.application.recording.QuarantineReason.Code;
import com.tachyonfuture.mailtrack.application.recording.StepTimes;
import com.tachyonfuture.mailtrack.application.recording.port.OpenLog;
import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.domain.recording.Hit;
import com.tachyonfuture.mailtrack.mysql.MysqlFixture;
import com.tachyonfuture.mailtrack.mysql.recording.NewViews.Source;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RecentViewsTest extends MysqlFixture {

    private static final long VIEWER = -7;
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final Source WRITER = new Source("writer", 1);

    /// In the same hour, across the end of one, and farther than an hour away.
    @ParameterizedTest
    @ValueSource(longs = {-86_400, -5_400, -900, -60, 0, 60, 900, 5_400, 86_400})
    void aViewIsFoundFromAsFarAsTheWindowReaches(long seconds) throws SQLException {
        store(new View(VIEWER, NOON));
        Instant near = NOON.plusSeconds(seconds);
        var window = Duration.ofSeconds(Math.max(1, Math.abs(seconds)));

        assertThat(isRepeat(near, window)).isTrue();
        assertThat(isRepeat(
                        seconds < 0
                                ? near.minusNanos(1_000)
                                : near.plusSeconds(1).plusNanos(1_000),
                        window))
                .isFalse();
    }

    @Test
    void withoutAWindowNothingIsStoredAndNothingIsARepeat() throws SQLException {
        tracks().add(track(1));
        var log = new MysqlOpenLog(database(), new StepTimes(() -> 0), Duration.ZERO);

        log.write(batch(0, hit(track(1)), hit(track(1))), judge(Verdict.HUMAN));

        assertThat(texts("SELECT COUNT(*) FROM recent_views")).containsExactly("0");
        assertThat(tracks().find(id(1)).orElseThrow().activity().reads()).isEqualTo(2);
    }

    @Test
    void onlyViewsThatCountAreStored() throws SQLException {
        tracks().add(track(1));

        openLog()
                .write(batch(0, hit(track(1)), hit(track(1), NOON.plusSeconds(60)), hit(track(2))), judge(Verdict.BOT));

        assertThat(texts("SELECT LENGTH(views) FROM recent_views")).containsExactly("12");
    }

    @Test
    void theViewersOfALargeBatchAreAllKnownAgain() {
        tracks().add(track(1));
        List<Hit> hits = IntStream.range(0, 1_700)
                .mapToObj(i -> new Hit(id(1), NOON, null, "client " + i, null))
                .toList();

        openLog().write(new Batch("one", 0, hits), judge(Verdict.HUMAN));
        openLog().write(new Batch("two", 0, hits), judge(Verdict.HUMAN));

        assertThat(tracks().find(id(1)).orElseThrow().activity().reads()).isEqualTo(1_700);
        assertThat(tracks().find(id(1)).orElseThrow().activity().opens()).isEqualTo(3_400);
    }

    @Test
    void viewsOfTheDayBeforeAreForgottenAsBatchesCome() throws SQLException {
        tracks().add(track(1));
        OpenLog log = openLog();
        log.write(batch(0, hit(track(1))), judge(Verdict.HUMAN));
        log.write(batch(1, hit(track(1), NOON.plus(Duration.ofHours(24)))), judge(Verdict.HUMAN));
        assertThat(texts("SELECT COUNT(*) FROM recent_views")).containsExactly("2");

        log.write(batch(2, hit(track(1), NOON.plus(Duration.ofHours(26)))), judge(Verdict.HUMAN));

        assertThat(texts("SELECT position FROM recent_views ORDER BY bucket")).containsExactly("2", "3");
    }

    @Test
    void instancesFindWhatTheOthersWroteMeanwhile() {
        var one = new RecentViews(WINDOW);
        var two = new RecentViews(WINDOW);

        for (int round = 0; round < 20; round++) {
            var ofOne = new View(round, NOON.plusSeconds(round));
            var ofTwo = new View(round + 1_000L, NOON.plusSeconds(round));
            assertThat(write(one, new Source("one", round), ofOne)).isFalse();
            assertThat(write(two, new Source("two", round), ofTwo)).isFalse();
            assertThat(isRepeat(two, ofOne)).isTrue();
            assertThat(isRepeat(one, ofTwo)).isTrue();
        }
    }

    /// More rows than are read at once, in two hours, of three writers.
    @Test
    void afterARestartAllIsFoundThatWasWritten() {
        var before = new RecentViews(Duration.ofHours(1));
        List<View> views = IntStream.range(0, 200)
                .mapToObj(i -> new View(i, NOON.plusSeconds(30L * i)))
                .toList();
        for (int i = 0; i < views.size(); i++) {
            write(before, new Source("writer " + i % 3, i), views.get(i));
        }

        var after = new RecentViews(Duration.ofHours(1));

        assertThat(views).allMatch(view -> isRepeat(after, view));
    }

    @Test
    void aViewThatWasRolledBackLeavesNoTrace() {
        var recent = new RecentViews(WINDOW);
        var view = new View(VIEWER, NOON);
        assertThat(isRepeat(recent, view)).isFalse();

        database().write(connection -> {
            NewViews news = recent.news(connection, List.of(view));
            boolean repeat = news.isRepeat(view);
            news.insert(connection, WRITER);
            connection.rollback();
            return repeat;
        });

        assertThat(isRepeat(recent, view)).isFalse();
        assertThat(write(recent, WRITER, view)).isFalse();
        assertThat(isRepeat(recent, view)).isTrue();
    }

    @Test
    void aViewOfWhichNobodyKnewWhetherItWasCommittedIsFound() {
        var recent = new RecentViews(WINDOW);
        var view = new View(VIEWER, NOON);

        database().write(connection -> {
            NewViews news = recent.news(connection, List.of(view));
            boolean repeat = news.isRepeat(view);
            news.insert(connection, WRITER);
            return repeat;
        });

        assertThat(isRepeat(recent, view)).isTrue();
    }

    @Test
    void ofTooManyViewsTheLatestAreRemembered() {
        var recent = new RecentViews(WINDOW, 100);
        List<View> views =
                IntStream.range(0, 350).mapToObj(i -> new View(i, NOON)).toList();
        for (int i = 0; i < views.size(); i++) {
            write(recent, new Source("writer", i), views.get(i));
        }

        assertThat(views.subList(250, 350)).allMatch(view -> isRepeat(recent, view));
        assertThat(views.subList(0, 150)).noneMatch(view -> isRepeat(recent, view));
    }

    /// The rows say by their position how many hits came after them.
    @Test
    void ofTooManyViewsOnlyTheLatestAreRead() {
        var view = new View(VIEWER, NOON);
        write(new RecentViews(WINDOW), new Source("writer", 1), view);
        assertThat(isRepeat(new RecentViews(WINDOW, 100), view)).isTrue();

        write(new RecentViews(WINDOW), new Source("writer", 202), new View(1, NOON));

        assertThat(isRepeat(new RecentViews(WINDOW, 100), view)).isFalse();
    }

    @Test
    void aPositionThatWasSetBackDoesNotHoldUpWriting() {
        var former = new View(VIEWER, NOON);
        write(new RecentViews(WINDOW), WRITER, former);

        write(new RecentViews(WINDOW), WRITER, new View(1, NOON));

        assertThat(isRepeat(new RecentViews(WINDOW), former)).isTrue();
        assertThat(isRepeat(new RecentViews(WINDOW), new View(1, NOON))).isTrue();
    }

    @Test
    void replaysFindEachOthersViews() throws SQLException {
        tracks().add(track(1));
        var reason = new QuarantineReason(Code.FAULT, "a fault");
        for (int i = 0; i < 3; i++) {
            openLog().quarantine(batch(i, hit(track(1), NOON.plusSeconds(i))), reason, new IllegalStateException());
        }
        var quarantine = quarantine();

        quarantine.after(0, 10).forEach(hit -> quarantine.replay(hit.id(), judge(Verdict.HUMAN)));

        assertThat(tracks().find(id(1)).orElseThrow().activity().reads()).isEqualTo(1);
        assertThat(texts("SELECT position FROM recent_views WHERE spool LIKE 'quarantine-%'"))
                .containsExactly("1");
    }

    /// MariaDB from 11.6 on has it on unless told otherwise.
    @Test
    void whereSnapshotsAreIsolatedBatchesThatMeetDoNotGetInEachOthersWay() throws Exception {
        assumeTrue(
                !texts("SHOW VARIABLES LIKE 'innodb_snapshot_isolation'").isEmpty(),
                "only MariaDB has innodb_snapshot_isolation; the run on the embedded MariaDB tests it");
        execute("SET GLOBAL innodb_snapshot_isolation = ON");
        try {
            List<Callable<Integer>> spools = IntStream.range(0, 3)
                    .<Callable<Integer>>mapToObj(spool -> () -> writeMany(spool))
                    .toList();
            for (int spool = 0; spool < spools.size(); spool++) {
                tracks().add(track(spool));
            }
            try (var threads = Executors.newFixedThreadPool(spools.size())) {
                for (var writer : threads.invokeAll(spools)) {
                    assertThat(writer.get()).isEqualTo(40);
                }
            }
        } finally {
            execute("SET GLOBAL innodb_snapshot_isolation = OFF");
        }

        assertThat(disagreements()).isEmpty();
    }

    private int writeMany(int spool) {
        OpenLog log = openLog();
        return IntStream.range(0, 40)
                .map(i -> log.write(
                                new Batch("spool-" + spool, i, List.of(hit(track(spool), NOON.plusSeconds(i)))),
                                judge(Verdict.HUMAN))
                        .opens())
                .sum();
    }

    private static void store(View view) {
        assertThat(write(new RecentViews(Duration.ofMinutes(15)), WRITER, view)).isFalse();
    }

    /// Whether it is a repeat.
    private static boolean write(RecentViews recent, Source source, View view) {
        return database().write(connection -> {
            NewViews news = recent.news(connection, List.of(view));
            boolean repeat = news.isRepeat(view);
            news.insert(connection, source);
            connection.commit();
            news.keep(source);
            return repeat;
        });
    }

    private static boolean isRepeat(Instant at, Duration window) {
        return isRepeat(new RecentViews(window), new View(VIEWER, at));
    }

    private static boolean isRepeat(RecentViews recent, View view) {
        return database()
                .read(connection -> recent.news(connection, List.of(view)).isRepeat(view));
    }
}
