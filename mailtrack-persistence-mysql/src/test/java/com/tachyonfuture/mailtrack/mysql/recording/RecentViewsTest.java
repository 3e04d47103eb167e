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
import com.tachyonfuture.mailtrack.application.recording.StepTimes;
import com.tachyonfuture.mailtrack.application.recording.port.OpenLog;
import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.domain.recording.Hit;
import com.tachyonfuture.mailtrack.mysql.MysqlFixture;
import com.tachyonfuture.mailtrack.mysql.recording.RecentViews.View;
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

        assertThat(texts("SELECT COUNT(*) FROM recent_views")).containsExactly("1");
    }

    /// More viewers than one statement asks for.
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

        assertThat(texts("SELECT MIN(viewed_at) FROM recent_views")).containsExactly("2026-11-21 12:00:00.123456");
    }

    /// MariaDB from 11.6 on has it on unless told otherwise.
    @Test
    void whereSnapshotsAreIsolatedBatchesThatMeetDoNotGetInEachOthersWay() throws Exception {
        assumeTrue(!texts("SHOW VARIABLES LIKE 'innodb_snapshot_isolation'").isEmpty());
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
        database().write(connection -> {
            var views = RecentViews.around(connection, List.of(view), Duration.ofMinutes(15));
            views.isRepeat(view);
            views.insert(connection);
            return true;
        });
    }

    private static boolean isRepeat(Instant at, Duration window) {
        var view = new View(VIEWER, at);
        return database()
                .read(connection ->
                        RecentViews.around(connection, List.of(view), window).isRepeat(view));
    }
}
