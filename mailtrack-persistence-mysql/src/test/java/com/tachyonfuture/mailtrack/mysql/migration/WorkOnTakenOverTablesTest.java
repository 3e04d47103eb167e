package com.tachyonfuture.mailtrack.mysql.migration;

import static com.tachyonfuture.mailtrack.application.contract.Samples.NOON;
import static com.tachyonfuture.mailtrack.application.contract.Samples.UNJUDGED;
import static com.tachyonfuture.mailtrack.application.contract.Samples.batch;
import static com.tachyonfuture.mailtrack.application.contract.Samples.counts;
import static com.tachyonfuture.mailtrack.application.contract.Samples.hit;
import static com.tachyonfuture.mailtrack.application.contract.Samples.key;
import static com.tachyonfuture.mailtrack.application.contract.Samples.reads;
import static com.tachyonfuture.mailtrack.application.contract.Samples.track;
import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.recording.port.OpenLog.Written;
import com.tachyonfuture.mailtrack.application.stats.Counts;
import com.tachyonfuture.mailtrack.application.track.TrackFilter;
import com.tachyonfuture.mailtrack.application.track.TrackSort;
import com.tachyonfuture.mailtrack.application.track.TrackSummary;
import com.tachyonfuture.mailtrack.application.track.port.Tracks.Addition;
import com.tachyonfuture.mailtrack.domain.recording.Open;
import com.tachyonfuture.mailtrack.domain.track.Activity;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import com.tachyonfuture.mailtrack.mysql.Adapters;
import com.tachyonfuture.mailtrack.mysql.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The real adapters on tables that another program made: old rows are read and changed, new ones come and go, and the
/// counters stay right.
final class WorkOnTakenOverTablesTest {

    private static final TrackId OLD = new TrackId(OldDatabase.EMOJI_ID);
    private static final Instant FIRST_OPENED = Instant.parse("2024-03-01T08:00:00Z");

    static List<OldDatabase> oldDatabases() {
        return List.of(
                OldDatabase.plan("utf8mb4"),
                OldDatabase.plan("latin1"),
                OldDatabase.oldest("latin1"),
                OldDatabase.oldest("utf8mb4"),
                OldDatabase.newest());
    }

    @ParameterizedTest
    @MethodSource("oldDatabases")
    void newTracksAndOpensGoOnBesideTheOldOnes(OldDatabase old) throws SQLException {
        try (var database = old.make()) {
            Migrations.run(database.dataSource());
            try (var adapters = Adapters.over(database)) {
                long oldReads = old.readsOfEmojiTrack();
                adapters.tracks().pin(OLD, false);
                assertThat(adapters.totals().current()).isEqualTo(counts(3, 5, oldReads + 2, 2));

                addTracks(adapters);
                openOldAndNew(adapters);

                assertThat(activity(adapters, OLD))
                        .extracting(
                                Activity::opens,
                                Activity::reads,
                                Activity::firstOpenedAt,
                                Activity::lastOpenedAt,
                                Activity::lastReadAt)
                        .containsExactly(4L, oldReads + 1, FIRST_OPENED, NOON, NOON);
                assertThat(activity(adapters, track(1).id())).isEqualTo(reads(NOON, NOON.plusSeconds(1)));
                assertThat(adapters.totals().current()).isEqualTo(counts(5, 8, oldReads + 5, 3));
                assertListsAreWhole(adapters);
                assertThat(countedAnew(database)).isEqualTo(adapters.totals().current());

                deleteOldAndNew(adapters);

                assertThat(adapters.totals().current()).isEqualTo(counts(3, 2, 2, 1));
                assertThat(countedAnew(database)).isEqualTo(counts(3, 2, 2, 1));
            }
        }
    }

    private static void addTracks(Adapters adapters) {
        var yesterday = NOON.minus(Duration.ofDays(1));
        adapters.tracks().add(track(1));
        assertThat(adapters.tracks().addOnce(track(2), key('a', 'b'), yesterday).addition())
                .isEqualTo(Addition.ADDED);
        assertThat(adapters.tracks().addOnce(track(3), key('a', 'b'), yesterday).addition())
                .isEqualTo(Addition.REPEATED);
    }

    private static void openOldAndNew(Adapters adapters) {
        var old = adapters.tracks().find(OLD).orElseThrow().track();
        var written = adapters.openLog()
                .write(batch(0, hit(track(1)), hit(old), hit(track(9)), hit(track(1), NOON.plusSeconds(1))), UNJUDGED);

        assertThat(written).isEqualTo(new Written(3, 1));
    }

    private static Activity activity(Adapters adapters, TrackId id) {
        return adapters.tracks().find(id).orElseThrow().activity();
    }

    private static void assertListsAreWhole(Adapters adapters) {
        assertThat(adapters.tracks().page(TrackFilter.ALL, TrackSort.CREATED, null, 10))
                .extracting(TrackSummary::track)
                .extracting(found -> found.id().value())
                .containsExactly(
                        track(2).id().value(),
                        track(1).id().value(),
                        OldDatabase.UNOPENED_ID,
                        OldDatabase.EMOJI_ID,
                        OldDatabase.BARE_ID);
        assertThat(adapters.opens().of(OLD, Long.MAX_VALUE, 10))
                .extracting(Open::id)
                .containsExactly(OldDatabase.LAST_ID + 2, 8L, 7L, 1L);
        assertThat(adapters.opens().latestRead())
                .get()
                .satisfies(read -> assertThat(read.openId()).isEqualTo(OldDatabase.LAST_ID + 3));
    }

    private static void deleteOldAndNew(Adapters adapters) {
        assertThat(adapters.tracks().delete(OLD)).isTrue();
        assertThat(adapters.tracks().delete(track(1).id())).isTrue();

        assertThat(adapters.tracks().find(OLD)).isEmpty();
        assertThat(adapters.opens().of(OLD, Long.MAX_VALUE, 10)).isEmpty();
    }

    private static Counts countedAnew(TestDatabase database) throws SQLException {
        return counts(
                number(database, "SELECT COUNT(*) FROM tracked_emails"),
                number(database, "SELECT COUNT(*) FROM opens"),
                number(database, "SELECT COUNT(*) FROM opens WHERE counted"),
                number(database, "SELECT COUNT(DISTINCT tracked_email_id) FROM opens"));
    }

    private static long number(TestDatabase database, String query) throws SQLException {
        return Long.parseLong(Objects.requireNonNull(Rows.only(database, query)));
    }
}
