package com.tachyonfuture.mailtrack.mysql.recording;

import static com.tachyonfuture.mailtrack.application.contract.Samples.NOON;
import static com.tachyonfuture.mailtrack.application.contract.Samples.UNJUDGED;
import static com.tachyonfuture.mailtrack.application.contract.Samples.id;
import static com.tachyonfuture.mailtrack.application.contract.Samples.track;
import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.classify.Difference;
import com.tachyonfuture.mailtrack.application.classify.Judge;
import com.tachyonfuture.mailtrack.application.classify.Reviewer;
import com.tachyonfuture.mailtrack.application.classify.port.History.Fetched;
import com.tachyonfuture.mailtrack.application.classify.port.History.Scope;
import com.tachyonfuture.mailtrack.application.classify.port.History.State;
import com.tachyonfuture.mailtrack.application.classify.port.History.Walk;
import com.tachyonfuture.mailtrack.application.contract.Samples;
import com.tachyonfuture.mailtrack.application.recording.Batch;
import com.tachyonfuture.mailtrack.domain.address.IpAddress;
import com.tachyonfuture.mailtrack.domain.classify.Sign;
import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.domain.recording.Hit;
import com.tachyonfuture.mailtrack.mysql.MysqlFixture;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Judging random histories again, in steps so small that tracks are judged in parts.
final class JudgingAgainTest extends MysqlFixture {

    private static final int YEAR = NOON.atZone(ZoneOffset.UTC).getYear();
    private static final int TRACKS = 7;
    private static final String OPENS = "SELECT CONCAT_WS(' ', id, opened_at, verdict, reason, confidence, rule_book,"
            + " is_repeat, counted) FROM opens ORDER BY id";
    private static final String NUMBERS = """
        SELECT CONCAT_WS(' ', track_id, bucket, verdict, open_count, read_count) FROM track_rollups
        UNION ALL SELECT CONCAT_WS(' ', dimension, level, bucket, value, open_count, read_count) FROM rollups
            WHERE open_count > 0 AND dimension NOT IN ('changes', 'what_became')
        UNION ALL SELECT CONCAT_WS(' ', level, bucket, sent_count, delivered_count, read_count) FROM sent_rollups
        UNION ALL SELECT CONCAT_WS(' ', level, bucket, delay, track_count) FROM first_read_rollups
            WHERE track_count > 0
        UNION ALL SELECT CONCAT_WS(' ', name, value) FROM totals
        UNION ALL SELECT CONCAT_WS(' ', id, read_count, human_opens, bot_opens) FROM tracked_emails
        ORDER BY 1\
        """;

    /// What rules of a version make of a fetch: anything, and always the same.
    private static Verdict verdict(int ruleBook, Instant at) {
        int choice = Math.floorMod(Objects.hash(ruleBook, at.getEpochSecond() / 7), 4);
        return List.of(Verdict.HUMAN, Verdict.HUMAN, Verdict.BOT, Verdict.PREFETCH)
                .get(choice);
    }

    private static Judge judge(int ruleBook) {
        return (hit, origin) ->
                Samples.judge(verdict(ruleBook, hit.receivedAt())).judge(hit, origin);
    }

    /// As [#judge] does, whose rule book is always the third.
    private static Reviewer reviewer(int ruleBook) {
        return (open, origin) -> Samples.reviewer(verdict(ruleBook, Objects.requireNonNull(open.openedAt())), 3)
                .review(open, origin);
    }

    private static final class Recording {

        private final Random random;
        private final String spool;
        private long end;

        Recording(long seed, String spool) {
            this.random = new Random(seed);
            this.spool = spool;
        }

        Batch next() {
            List<Hit> hits =
                    Stream.generate(this::hit).limit(1 + random.nextInt(20)).toList();
            var batch = new Batch(spool, end, hits);
            end = batch.end();
            return batch;
        }

        /// Within three hours, not in order; one of three viewers; the first track gets a third of all.
        private Hit hit() {
            int track = random.nextInt(3) == 0 ? 1 : 1 + random.nextInt(TRACKS);
            Instant at = NOON.plusSeconds(random.nextInt(3 * 3_600));
            var address = IpAddress.parse("192.0.2." + random.nextInt(3)).orElseThrow();
            return new Hit(id(track), at, address, "x", null);
        }
    }

    private void record(long seed, int batches) {
        for (int number = 1; number <= TRACKS; number++) {
            tracks().add(track(number));
        }
        var recording = new Recording(seed, "before");
        for (int i = 0; i < batches; i++) {
            openLog().write(recording.next(), i % 3 == 0 ? UNJUDGED : judge(i % 2 + 3));
        }
    }

    private MysqlHistory inSmallSteps() {
        return new MysqlHistory(database(), REPEAT_WINDOW, 20, 3, 2);
    }

    private Difference all(int ruleBook) {
        return toTheEnd(inSmallSteps().begin(Scope.ALL, ruleBook).walk(), reviewer(ruleBook));
    }

    private static Difference toTheEnd(Walk walk, Reviewer reviewer) {
        Difference sum = Difference.NONE;
        while (true) {
            var stage = walk.next(reviewer);
            sum = sum.plus(stage.difference());
            if (stage.state() == State.FINISHED) {
                return sum;
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void afterwardsTheNumbersAreThoseOfTheRows(long seed) throws SQLException {
        record(seed, 30);
        Difference expected = toTheEnd(inSmallSteps().trial(), reviewer(4));

        Difference difference = all(4);

        assertThat(difference).isEqualTo(expected);
        assertThat(difference.others()).isPositive();
        assertThat(difference.failed()).isZero();
        assertThat(inSmallSteps().outcome()).isEqualTo(difference);
        assertThat(disagreements()).isEmpty();
        assertThat(texts("SELECT COUNT(*) FROM opens").getFirst()).isEqualTo(String.valueOf(difference.opens()));
        assertThat(texts("SELECT COUNT(*) FROM opens WHERE counted"))
                .containsExactly(String.valueOf(difference.readsAfter()));
        assertThat(texts("SELECT COUNT(*) FROM track_rollups WHERE open_count = 0 AND read_count = 0"))
                .containsExactly("0");
    }

    @Test
    void judgingOnceMoreByTheSameRulesChangesNothing() throws SQLException {
        record(4, 30);
        all(4);
        List<String> opens = texts(OPENS);
        List<String> numbers = texts(NUMBERS);

        Difference difference = all(4);

        assertThat(difference.others() + difference.newRepeats() + difference.endedRepeats())
                .isZero();
        assertThat(texts(OPENS)).isEqualTo(opens);
        assertThat(texts(NUMBERS)).isEqualTo(numbers);
    }

    @Test
    void aTrialChangesNoRow() throws SQLException {
        record(5, 30);
        List<String> opens = texts(OPENS);
        List<String> numbers = texts(NUMBERS);

        assertThat(toTheEnd(inSmallSteps().trial(), reviewer(4)).others()).isPositive();

        assertThat(texts(OPENS)).isEqualTo(opens);
        assertThat(texts(NUMBERS)).isEqualTo(numbers);
    }

    /// The largest track is judged in parts, so the end of a walk loses who was seen lately.
    @ParameterizedTest
    @ValueSource(longs = {6, 7})
    void whereverARunIsInterruptedItComesToTheSame(long seed) throws SQLException {
        record(seed, 40);
        all(4);
        List<String> opens = texts(OPENS);
        List<String> numbers = texts(NUMBERS);
        all(5);
        assertThat(texts(OPENS)).isNotEqualTo(opens);

        var random = new Random(seed);
        int walks = 0;
        boolean finished = false;
        while (!finished) {
            Walk walk = inSmallSteps().begin(Scope.ALL, 4).walk();
            walks++;
            for (int steps = 1 + random.nextInt(3); steps > 0 && !finished; steps--) {
                finished = walk.next(reviewer(4)).state() == State.FINISHED;
            }
        }

        assertThat(walks).isGreaterThan(5);
        assertThat(texts(OPENS)).isEqualTo(opens);
        assertThat(texts(NUMBERS)).isEqualTo(numbers);
    }

    /// A step whose judge fails is not stored, and comes again.
    @Test
    void aStepThatFailsLeavesNothing() throws SQLException {
        record(8, 40);
        all(4);
        List<String> opens = texts(OPENS);
        all(5);

        Walk walk = inSmallSteps().begin(Scope.ALL, 4).walk();
        var random = new Random(8);
        int failures = 0;
        boolean finished = false;
        while (!finished) {
            try {
                finished = walk.next((open, origin) -> {
                                    if (random.nextInt(40) == 0) {
                                        throw new UnsupportedOperationException("a fault");
                                    }
                                    return reviewer(4).review(open, origin);
                                })
                                .state()
                        == State.FINISHED;
            } catch (UnsupportedOperationException fault) {
                failures++;
            }
            assertThat(disagreements()).isEmpty();
        }

        assertThat(failures).isPositive();
        assertThat(texts(OPENS)).isEqualTo(opens);
    }

    @Test
    void recordingGoesOnBesideTwoWhoJudgeAgain() throws Exception {
        record(9, 30);
        var work = new ArrayList<Callable<Integer>>();
        for (int spool = 0; spool < 2; spool++) {
            var recording = new Recording(spool, "beside-" + spool);
            work.add(() -> {
                int opens = 0;
                for (int i = 0; i < 25; i++) {
                    opens += openLog().write(recording.next(), judge(4)).opens();
                }
                return opens;
            });
            work.add(() -> {
                Walk walk = inSmallSteps().begin(Scope.ALL, 4).walk();
                int steps = 0;
                while (walk.next(reviewer(4)).state() != State.FINISHED) {
                    steps++;
                }
                return steps;
            });
        }
        work.add(() -> tracks().delete(id(TRACKS)) ? 1 : 0);

        try (var threads = Executors.newFixedThreadPool(work.size())) {
            for (var each : threads.invokeAll(work)) {
                assertThat(each.get()).isPositive();
            }
        }

        assertThat(disagreements()).isEmpty();
        Difference again = all(4);
        assertThat(again.others()).isZero();
        assertThat(again.newRepeats()).isZero();
        assertThat(again.endedRepeats()).isZero();
    }

    @Test
    void whoFindsAStepUnderWayDoesNotWaitForIt() throws SQLException {
        record(10, 3);
        Walk walk = inSmallSteps().begin(Scope.ALL, 4).walk();

        try (var connection = connect()) {
            connection.setAutoCommit(false);
            assertThat(StoredRun.lock(connection)).isPresent();
            assertThat(walk.next(reviewer(4)).state()).isEqualTo(State.BUSY);
            connection.rollback();
        }

        assertThat(walk.next(reviewer(4)).difference().opens()).isPositive();
    }

    @Test
    void anOpenOfUnknownTimeIsJudgedAndRepeatsNothing() throws SQLException {
        tracks().add(track(1));
        execute("INSERT INTO opens (tracked_email_id, opened_at, ip_address) VALUES ('" + id(1)
                + "', NULL, 'unknown, 10.0.0.1'), ('" + id(1) + "', NULL, NULL)");
        execute("UPDATE tracked_emails SET open_count = 2, read_count = 2");
        execute("UPDATE totals SET value = 2 WHERE name IN ('opens', 'reads')");
        execute("UPDATE totals SET value = 1 WHERE name IN ('tracks', 'opened_tracks',"
                + " 'delivered_tracks', 'read_tracks')");
        execute("UPDATE sent_rollups SET delivered_count = 1, read_count = 1");
        execute("UPDATE recipients SET delivered_tracks = 1, read_tracks = 1, read_count = 2");

        Difference difference =
                toTheEnd(inSmallSteps().begin(Scope.NEVER_JUDGED, 4).walk(), Samples.reviewer(Verdict.HUMAN, 4));

        assertThat(difference.opens()).isEqualTo(2);
        assertThat(difference.readsAfter()).isEqualTo(2);
        assertThat(disagreements()).isEmpty();
    }

    @Test
    void aBrowserThatWasTakenOverIsAsOneWhoseHeadersWereNotKept() throws SQLException {
        tracks().add(track(1));
        execute("INSERT INTO opens (tracked_email_id, opened_at, user_agent) VALUES ('" + id(1)
                + "', '2024-03-01 08:00:00', 'Mozilla/5.0 Firefox/128.0')");

        assertThat(opens().of(id(1), Long.MAX_VALUE, 10))
                .singleElement()
                .satisfies(open -> assertThat(open.signs()).containsExactly(Sign.HEADERS_NOT_KEPT));
    }

    @Test
    void whatANewerVersionJudgedStaysAsItIs() throws SQLException {
        tracks().add(track(1));
        openLog().write(new Batch("sample", 0, List.of(Samples.hit(track(1)))), UNJUDGED);
        execute("UPDATE opens SET verdict = 'from_the_future'");

        Difference difference = all(4);

        assertThat(difference.failed()).isEqualTo(1);
        assertThat(texts("SELECT verdict FROM opens")).containsExactly("from_the_future");
    }

    @Test
    void whatNewerRulesJudgedStaysAsItIs() throws SQLException {
        tracks().add(track(1));
        openLog().write(new Batch("sample", 0, List.of(Samples.hit(track(1)))), Samples.judge(Verdict.HUMAN));
        execute("UPDATE opens SET rule_book = 5");

        Walk walk = inSmallSteps().begin(Scope.ALL, 4).walk();

        assertThat(toTheEnd(walk, Samples.reviewer(Verdict.BOT, 4)).failed()).isEqualTo(1);
        assertThat(texts("SELECT verdict FROM opens")).containsExactly("human");
    }

    @Test
    void ofVeryManyOpensOnlyTheLatestAreLookedAtWhichIsSaid() {
        tracks().add(track(1));
        tracks().add(track(2));
        var address = Objects.requireNonNull(Samples.hit(track(1)).address());
        openLog().write(new Batch("sample", 0, List.of(Samples.hit(track(1)), Samples.hit(track(2)))), UNJUDGED);
        assertThat(inSmallSteps().fetchedFrom(address, 9)).isEqualTo(new Fetched(List.of(id(2), id(1)), true));

        openLog().write(new Batch("sample", 2, List.of(Samples.hit(track(2)))), UNJUDGED);
        assertThat(inSmallSteps().fetchedFrom(address, 9)).isEqualTo(new Fetched(List.of(id(2)), false));
    }

    /// The rows of other quarters stay, be they empty: nobody has to lock them.
    @Test
    void onlyRollupsThatWereLoweredAreRemoved() throws SQLException {
        tracks().add(track(1));
        openLog().write(new Batch("sample", 0, List.of(Samples.hit(track(1)))), Samples.judge(Verdict.HUMAN));
        execute("INSERT INTO track_rollups (track_id, bucket, verdict, open_count, read_count) VALUES ('" + id(1)
                + "', '2001-01-01 00:00:00', 'human', 0, 0)");

        toTheEnd(inSmallSteps().begin(Scope.ALL, 4).walk(), Samples.reviewer(Verdict.BOT, 4));

        assertThat(texts("SELECT CONCAT_WS(' ', YEAR(bucket), verdict, open_count) FROM track_rollups ORDER BY bucket"))
                .containsExactly("2001 human 0", YEAR + " bot 1");
    }
}
