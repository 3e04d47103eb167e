package com.tachyonfuture.mailtrack.mysql.stats;

import static com.tachyonfuture.mailtrack.application.contract.Samples.UNJUDGED;
import static com.tachyonfuture.mailtrack.application.contract.Samples.hit;
import static com.tachyonfuture.mailtrack.application.contract.Samples.id;
import static com.tachyonfuture.mailtrack.application.contract.Samples.track;
import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.classify.Judge;
import com.tachyonfuture.mailtrack.application.classify.JudgedHit;
import com.tachyonfuture.mailtrack.application.classify.Origin;
import com.tachyonfuture.mailtrack.application.contract.Samples;
import com.tachyonfuture.mailtrack.application.recording.Batch;
import com.tachyonfuture.mailtrack.application.recording.QuarantineReason;
import com.tachyonfuture.mailtrack.application.recording.port.OpenLog.BatchRejected;
import com.tachyonfuture.mailtrack.domain.classify.Client;
import com.tachyonfuture.mailtrack.domain.classify.Description;
import com.tachyonfuture.mailtrack.domain.classify.Place;
import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.domain.recording.Hit;
import com.tachyonfuture.mailtrack.domain.track.Track;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import com.tachyonfuture.mailtrack.mysql.MysqlFixture;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The numbers over time, which nobody reads yet, as they stand in their tables.
final class RollupsTest extends MysqlFixture {

    private static final List<Judge> JUDGES = Stream.concat(
                    Stream.of(UNJUDGED), Arrays.stream(Verdict.values()).map(Samples::judge))
            .toList();
    private static final String OF_TRACKS = "SELECT CONCAT_WS(' ', t.recipient, r.bucket, r.verdict, r.open_count,"
            + " r.read_count) FROM track_rollups r JOIN tracked_emails t ON t.id = r.track_id ORDER BY 1";
    private static final String OF_ALL = "SELECT CONCAT_WS(' ', TIMESTAMPADD(MINUTE, bucket * 15, '1970-01-01'), value,"
            + " open_count, read_count) FROM rollups WHERE dimension = 'verdict' AND level = 0 ORDER BY bucket";

    @Test
    void opensAreCountedInTheirQuarterOfAnHour() throws SQLException {
        tracks().add(track(1));
        tracks().add(track(2));

        write(
                0,
                opened(1, "2026-11-20T11:59:59.999999Z"),
                opened(1, "2026-11-20T12:00:00Z"),
                opened(2, "2026-11-20T12:14:59Z"));
        write(3, opened(1, "2026-11-20T12:07:00Z"), opened(2, "1969-12-31T23:59:59Z"));

        assertThat(texts(OF_TRACKS))
                .containsExactly(
                        "reader1@example.com 2026-11-20 11:45:00 unjudged 1 1",
                        "reader1@example.com 2026-11-20 12:00:00 unjudged 2 2",
                        "reader2@example.com 1969-12-31 23:45:00 unjudged 1 1",
                        "reader2@example.com 2026-11-20 12:00:00 unjudged 1 1");
        assertThat(texts(OF_ALL))
                .containsExactly(
                        "1969-12-31 23:45:00 unjudged 1 1",
                        "2026-11-20 11:45:00 unjudged 1 1",
                        "2026-11-20 12:00:00 unjudged 3 3");
    }

    @Test
    void aDeletedTrackTakesItsNumbersAlong() throws SQLException {
        tracks().add(track(1));
        tracks().add(track(2));
        write(0, opened(1, "2026-11-20T12:00:00Z"), opened(2, "2026-11-20T12:01:00Z"));

        tracks().delete(id(1));

        assertThat(texts(OF_TRACKS)).containsExactly("reader2@example.com 2026-11-20 12:00:00 unjudged 1 1");
        assertThat(texts(OF_ALL)).containsExactly("2026-11-20 12:00:00 unjudged 1 1");
    }

    /// The columns take them for equal; what is kept about readers does not.
    @Test
    void aDeletedTrackTakesEachSpellingOfACityAlong() throws SQLException {
        List<String> cities = List.of("Zürich", "Zurich", "ZÜRICH");
        for (int i = 0; i < cities.size(); i++) {
            tracks().add(track(i + 1));
            readIn(2L * i, opened(i + 1, "2026-11-20T12:00:00Z"), cities.get(i));
            readIn(2L * i + 1, opened(1, "2026-11-20T12:0" + i + ":01Z"), cities.get(i));
        }
        assertThat(disagreements()).isEmpty();

        tracks().delete(id(1));

        assertThat(disagreements()).isEmpty();
    }

    private void readIn(long start, Hit hit, String city) {
        var description =
                new Description(new Place("CH", "Switzerland", city), null, new Client(city, "Linux", null), 1);
        var viewer = new Hit(hit.trackId(), hit.receivedAt(), hit.address(), "Reader " + start, null);
        openLog().write(new Batch("sample", start, List.of(viewer)), Samples.judge(Verdict.HUMAN, description));
    }

    @Test
    void anOpenOfUnknownTimeIsInNoQuarterOfAnHour() throws SQLException {
        tracks().add(track(1));
        execute("INSERT INTO opens (tracked_email_id, opened_at) VALUES ('" + id(1) + "', NULL)");
        execute("UPDATE tracked_emails SET open_count = 1, read_count = 1");
        execute("UPDATE totals SET value = 1 WHERE name IN ('tracks', 'opens', 'reads', 'opened_tracks',"
                + " 'delivered_tracks', 'read_tracks')");
        execute("UPDATE sent_rollups SET delivered_count = 1, read_count = 1");
        execute("UPDATE recipients SET delivered_tracks = 1, read_tracks = 1, read_count = 1");

        write(0, opened(1, "2026-11-20T12:00:00Z"));

        assertThat(texts(OF_ALL)).containsExactly("2026-11-20 12:00:00 unjudged 1 1");
        assertThat(disagreements()).isEmpty();
        tracks().delete(id(1));
        assertThat(disagreements()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void afterWhateverHappenedTheNumbersAreThoseOfTheRows(long seed) throws SQLException {
        var history = new RandomHistory(new Random(seed));

        for (int i = 0; i < 60; i++) {
            history.goOn();
        }

        assertThat(texts("SELECT COUNT(*) FROM opens").getFirst()).isNotEqualTo("0");
        assertThat(disagreements()).isEmpty();
    }

    @Test
    void opensAreCountedByVerdictAndRepeatsAreNoReads() throws SQLException {
        tracks().add(track(1));
        openLog()
                .write(
                        new Batch(
                                "sample",
                                0,
                                List.of(opened(1, "2026-11-20T12:00:00Z"), opened(1, "2026-11-20T12:01:00Z"))),
                        Samples.judge(Verdict.IMAGE_PROXY));
        openLog()
                .write(
                        new Batch("sample", 2, List.of(opened(1, "2026-11-20T12:02:00Z"))),
                        Samples.judge(Verdict.SCANNER));

        assertThat(texts(OF_TRACKS))
                .containsExactly(
                        "reader1@example.com 2026-11-20 12:00:00 image_proxy 2 1",
                        "reader1@example.com 2026-11-20 12:00:00 scanner 1 0");
        assertThat(disagreements()).isEmpty();
    }

    /// Every verdict, and none, whoever asks and whenever.
    private static JudgedHit judge(Hit hit, Origin origin) {
        int choice = Math.floorMod(hit.receivedAt().hashCode(), JUDGES.size());
        return JUDGES.get(choice).judge(hit, origin);
    }

    /// Tracks that come and go, and two spools whose batches are written, written again, or refused.
    private final class RandomHistory {

        private static final int TRACKS = 6;
        private static final List<String> SPOOLS = List.of("one", "other");

        private final Random random;
        private final long[] ends = new long[SPOOLS.size()];
        private final List<Batch> written = new ArrayList<>();

        RandomHistory(Random random) {
            this.random = random;
        }

        void goOn() {
            switch (random.nextInt(11)) {
                case 9 -> stopOrResume();
                case 10 -> tracks().pin(id(1 + random.nextInt(TRACKS)), random.nextBoolean());
                case 0 -> tracks().delete(id(1 + random.nextInt(TRACKS)));
                case 1 -> again();
                case 2 -> refused();
                case 3 -> setAside();
                case 4 -> replayWhatWasSetAside();
                default -> {
                    addSomeTrack();
                    write(next(randomHits()));
                }
            }
        }

        private void stopOrResume() {
            TrackId track = id(1 + random.nextInt(TRACKS));
            if (random.nextBoolean()) {
                tracks().stop(track, randomHit().receivedAt());
            } else {
                tracks().resume(track);
            }
        }

        private void addSomeTrack() {
            Track track = track(1 + random.nextInt(TRACKS));
            if (tracks().find(track.id()).isEmpty()) {
                tracks().add(track);
            }
        }

        /// A batch that was written, or a longer one that begins like it, as a spool gives after a crash.
        private void again() {
            if (!written.isEmpty()) {
                write(written.get(random.nextInt(written.size())));
                int spool = random.nextInt(SPOOLS.size());
                long start = Math.max(0, ends[spool] - 3);
                List<Hit> hits = Stream.generate(this::randomHit)
                        .limit(ends[spool] - start + 2)
                        .toList();
                ends[spool] += 2;
                write(new Batch(SPOOLS.get(spool), start, hits));
            }
        }

        private void refused() {
            var hits = new ArrayList<>(randomHits());
            hits.add(hit(track(1), Instant.parse("+12345-01-01T00:00:00Z")));
            addSomeTrack();
            if (tracks().find(id(1)).isEmpty()) {
                tracks().add(track(1));
            }
            tracks().resume(id(1));
            var batch = new Batch(SPOOLS.get(0), ends[0], hits);
            try {
                openLog().write(batch, RollupsTest::judge);
                throw new AssertionError("no column holds such a time");
            } catch (BatchRejected expected) {
                assertThat(expected).hasMessageContaining("does not take the data");
            }
        }

        private void setAside() {
            var reason = new QuarantineReason(QuarantineReason.Code.FAULT, "so that it can be replayed");
            openLog().quarantine(next(List.of(randomHit())), reason, new IllegalStateException());
        }

        private void replayWhatWasSetAside() {
            quarantine().after(0, 100).forEach(hit -> quarantine().replay(hit.id(), RollupsTest::judge));
        }

        private Batch next(List<Hit> hits) {
            int spool = random.nextInt(SPOOLS.size());
            var batch = new Batch(SPOOLS.get(spool), ends[spool], hits);
            ends[spool] = batch.end();
            return batch;
        }

        private void write(Batch batch) {
            openLog().write(batch, RollupsTest::judge);
            written.add(batch);
        }

        private List<Hit> randomHits() {
            return Stream.generate(this::randomHit)
                    .limit(1 + random.nextInt(20))
                    .toList();
        }

        /// Within two hours of the epoch, often at the edge of a quarter.
        private Hit randomHit() {
            long quarter = 900L * (random.nextInt(16) - 8);
            long microsecond = random.nextBoolean() ? random.nextInt(3) - 1 : random.nextInt(900_000_000);
            return hit(
                    track(1 + random.nextInt(TRACKS + 1)),
                    Instant.ofEpochSecond(quarter).plusNanos(1_000 * microsecond));
        }
    }

    private void write(long start, Hit... hits) {
        openLog().write(new Batch("sample", start, List.of(hits)), UNJUDGED);
    }

    private static Hit opened(int track, String at) {
        return hit(track(track), Instant.parse(at));
    }
}
