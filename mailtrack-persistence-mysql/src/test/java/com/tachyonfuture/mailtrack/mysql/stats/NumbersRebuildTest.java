package com.tachyonfuture.mailtrack.mysql.stats;

import static com.tachyonfuture.mailtrack.application.contract.Samples.NOON;
import static com.tachyonfuture.mailtrack.application.contract.Samples.hit;
import static com.tachyonfuture.mailtrack.application.contract.Samples.id;
import static com.tachyonfuture.mailtrack.application.contract.Samples.judge;
import static com.tachyonfuture.mailtrack.application.contract.Samples.track;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tachyonfuture.mailtrack.application.recording.Batch;
import com.tachyonfuture.mailtrack.domain.classify.Client;
import com.tachyonfuture.mailtrack.domain.classify.Description;
import com.tachyonfuture.mailtrack.domain.classify.DeviceClass;
import com.tachyonfuture.mailtrack.domain.classify.Place;
import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.domain.recipient.RecipientKey;
import com.tachyonfuture.mailtrack.mysql.MysqlFixture;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class NumbersRebuildTest extends MysqlFixture {

    private static final int TRACKS = 7;
    private static final Description IN_BERLIN = new Description(
            new Place("DE", "Germany", "Berlin"), null, new Client("Outlook", "Windows", DeviceClass.DESKTOP), 1);

    private static final NumbersRebuild.Progress SILENT = new NumbersRebuild.Progress() {
        @Override
        public void tracks(long done) {}

        @Override
        public void recipients(long done) {}

        @Override
        public void day(Instant day) {}
    };

    @BeforeEach
    void somethingHappened() {
        for (int i = 1; i <= TRACKS; i++) {
            tracks().add(track(i, NOON.minus(Duration.ofDays(9L * i))));
            Verdict verdict = List.of(Verdict.values()).get(i - 1);
            for (int day = 0; day < 3; day++) {
                openLog()
                        .write(
                                new Batch(
                                        "of-" + i, day, List.of(hit(track(i), NOON.plus(Duration.ofDays(20L * day))))),
                                judge(verdict, IN_BERLIN));
            }
        }
        tracks().pin(id(1), true);
        tracks().stop(id(2), NOON);
    }

    @Test
    void whatWasLostIsCountedAnew() throws SQLException {
        execute("DELETE FROM rollups");
        execute("DELETE FROM sent_rollups");
        execute("DELETE FROM first_read_rollups");
        execute("DELETE FROM track_rollups");
        execute("DELETE FROM recipients LIMIT 3");
        execute("UPDATE recipients SET sent_tracks = 0, read_count = 9, last_read_at = NULL");
        execute("UPDATE totals SET value = 0");
        execute("UPDATE tracked_emails SET open_count = 0, read_count = 0, human_opens = 0, first_read_at = NULL,"
                + " last_read_at = NULL, last_opened_at = NULL");

        rebuild().run(SILENT);

        assertThat(disagreements()).isEmpty();
    }

    @Test
    void whatIsTooMuchGoes() throws SQLException {
        execute("UPDATE rollups SET open_count = open_count * 2, read_count = read_count + 1");
        execute("INSERT INTO rollups VALUES ('country', 0, 500, 'XX', 3, 3), ('country', 3, 0, 'XX', 3, 3)");
        execute("INSERT INTO sent_rollups VALUES (3, 0, 3, 3, 3)");
        execute("INSERT INTO recipients (id, name, sort_text, sent_tracks, delivered_tracks, read_tracks, read_count,"
                + " last_read_at) VALUES ('"
                + RecipientKey.of("nobody").orElseThrow().value()
                + "', 'nobody', 'nobody', 3, 3, 3, 9, '2026-11-20')");
        execute("UPDATE recipients SET sent_tracks = sent_tracks + 1, last_read_at = '2030-01-01'");
        execute("INSERT INTO track_rollups SELECT DISTINCT track_id, '2020-01-01', verdict, 3, 3 FROM track_rollups");
        execute("UPDATE totals SET value = value + 7");

        rebuild().run(SILENT);

        assertThat(disagreements()).isEmpty();
    }

    @Test
    void aKeyThatWasMadeOfANameInAnotherWayOnceGoes() throws SQLException {
        execute("UPDATE recipients SET id = '" + "f".repeat(32) + "' WHERE name = 'reader3@example.com'");

        rebuild().run(SILENT);

        assertThat(disagreements()).isEmpty();
    }

    @Test
    void interruptedItBeginsAgain() throws SQLException {
        execute("UPDATE rollups SET open_count = open_count * 2, read_count = read_count + 1");
        execute("UPDATE tracked_emails SET read_count = 9");
        var stop = new IllegalStateException("pulled the plug");

        assertThatThrownBy(() -> rebuild().run(new NumbersRebuild.Progress() {
                    @Override
                    public void tracks(long done) {}

                    @Override
                    public void recipients(long done) {}

                    @Override
                    public void day(Instant day) {
                        if (day.isAfter(NOON)) {
                            throw stop;
                        }
                    }
                }))
                .isSameAs(stop);
        rebuild().run(SILENT);

        assertThat(disagreements()).isEmpty();
    }

    @Test
    void whatHappensMeanwhileIsCountedOnce() throws Exception {
        execute("UPDATE rollups SET open_count = open_count * 2, read_count = read_count + 1");
        execute("UPDATE tracked_emails SET read_count = 0, first_read_at = NULL");
        execute("DELETE FROM recipients LIMIT 3");
        execute("DELETE FROM track_rollups");
        var done = new AtomicBoolean();
        try (var others = Executors.newSingleThreadExecutor()) {
            var writing = others.submit(() -> {
                int position = 0;
                while (!done.get() || position < 20) {
                    Instant at = NOON.plus(Duration.ofHours(7L * (position % 90)));
                    openLog()
                            .write(
                                    new Batch("meanwhile", position, List.of(hit(track(1 + position % TRACKS), at))),
                                    judge(Verdict.HUMAN, IN_BERLIN));
                    position++;
                }
                return position;
            });
            rebuild().run(SILENT);
            done.set(true);
            assertThat(writing.get()).isPositive();
        }

        assertThat(disagreements()).isEmpty();
    }

    private static NumbersRebuild rebuild() {
        return new NumbersRebuild(database(), 2);
    }
}
