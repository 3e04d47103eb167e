package com.tachyonfuture.mailtrack.mysql.track;

import static com.tachyonfuture.mailtrack.application.contract.Samples.NOON;
import static com.tachyonfuture.mailtrack.application.contract.Samples.UNJUDGED;
import static com.tachyonfuture.mailtrack.application.contract.Samples.hit;
import static com.tachyonfuture.mailtrack.application.contract.Samples.track;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tachyonfuture.mailtrack.application.contract.Samples;
import com.tachyonfuture.mailtrack.application.track.TrackFilter;
import com.tachyonfuture.mailtrack.application.track.TrackPosition;
import com.tachyonfuture.mailtrack.application.track.TrackSort;
import com.tachyonfuture.mailtrack.application.track.TrackSummary;
import com.tachyonfuture.mailtrack.domain.track.Track;
import com.tachyonfuture.mailtrack.domain.track.TrackDetails;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import com.tachyonfuture.mailtrack.domain.track.TrackState;
import com.tachyonfuture.mailtrack.mysql.MysqlFixture;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Tracks as other programs may have left them, and ids of every kind.
final class TakenOverTracksTest extends MysqlFixture {

    @Test
    void aTrackWithNothingButAnIdIsATrack() throws SQLException {
        execute("INSERT INTO tracked_emails (id, created_at) VALUES ('x', NULL)");
        var track = new Track(new TrackId("x"), new TrackDetails(null, null, null, null), null);

        assertThat(tracks().find(track.id())).contains(TrackSummary.untouched(track));
        assertThat(tracks().page(TrackFilter.ALL, TrackSort.CREATED, null, 10))
                .containsExactly(TrackSummary.untouched(track));
    }

    @Test
    void tracksWithoutADateComeLastAndArePagedToo() throws SQLException {
        for (int i = 1; i <= 5; i++) {
            tracks().add(track(i));
            execute("INSERT INTO tracked_emails (id, created_at) VALUES ('undated-" + i + "', NULL)");
        }

        List<TrackId> read = readAll(3);

        assertThat(read)
                .extracting(TrackId::value)
                .endsWith("undated-5", "undated-4", "undated-3", "undated-2", "undated-1")
                .hasSize(10);
    }

    @Test
    void aMixedCaseIdKeepsItsSpellingAndIsFoundInAnyOther() throws SQLException {
        execute("INSERT INTO tracked_emails (id, created_at) VALUES ('AbC-17_x', NOW(6))");

        openLog().write(Samples.batch(0, hit(new Track(new TrackId("aBc-17_X"), track(1).details(), NOON))), UNJUDGED);

        var found = tracks().find(new TrackId("ABC-17_X")).orElseThrow();
        assertThat(found.track().id().value()).isEqualTo("AbC-17_x");
        assertThat(found.activity()).isEqualTo(Samples.reads(NOON));
        assertThat(texts("SELECT tracked_email_id FROM opens")).containsExactly("AbC-17_x");
        assertThat(tracks().delete(new TrackId("abc-17_x"))).isTrue();
        assertThat(texts("SELECT id FROM opens")).isEmpty();
    }

    @Test
    void aTrackThatOnlyMachinesFetchedIsDeliveredAndNothingElse() throws SQLException {
        tracks().add(track(1));
        tracks().add(track(2));
        tracks().add(track(3));
        execute("UPDATE tracked_emails SET open_count = 2 WHERE id = '" + Samples.id(2) + "'");
        execute("UPDATE tracked_emails SET open_count = 2, read_count = 1 WHERE id = '" + Samples.id(3) + "'");

        assertThat(Stream.of(TrackState.values()).map(this::inState))
                .containsExactly(List.of(Samples.id(1)), List.of(Samples.id(2)), List.of(Samples.id(3)));
    }

    private List<TrackId> inState(TrackState state) {
        return tracks().page(TrackFilter.ALL.withState(state), TrackSort.CREATED, null, 10).stream()
                .map(summary -> summary.track().id())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zoe", "Zoë ", "ZOË  "})
    void anIdThatOnlyTheDatabaseTakesForEqualIsAnother(String other) throws SQLException {
        execute("INSERT INTO tracked_emails (id, created_at) VALUES ('zoë', NOW(6))");

        assertThat(tracks().find(new TrackId(other))).isEmpty();
        assertThat(tracks().delete(new TrackId(other))).isFalse();
        assertThat(tracks().find(new TrackId("ZOË"))).isPresent();
    }

    @Test
    void anIdThatIsTakenIsRefused() {
        tracks().add(track(1));

        assertThatThrownBy(() -> tracks().add(track(1))).isInstanceOf(IllegalStateException.class);

        assertThat(totals().current().tracks()).isEqualTo(1);
    }

    @Test
    void randomIdsOfOneInstantComeInTheOrderOfPositions() {
        List<Track> added = Stream.generate(UUID::randomUUID)
                .limit(200)
                .map(id -> new Track(new TrackId(id.toString()), track(1).details(), NOON))
                .toList();
        added.forEach(tracks()::add);

        List<TrackId> expected = added.stream()
                .map(track -> TrackPosition.of(TrackSort.CREATED, TrackSummary.untouched(track)))
                .sorted()
                .map(TrackPosition::id)
                .toList();
        assertThat(readAll(7)).isEqualTo(expected);
    }

    @Test
    void idsOfAnyCharactersArePagedWithoutGapsAndRepeats() throws SQLException {
        String alphabet = "aZ09-_.~é ß\uD83D\uDE00\u4E2D";
        var ids = new ArrayList<String>();
        for (int first : alphabet.codePoints().toArray()) {
            for (int second : alphabet.codePoints().toArray()) {
                ids.add("x" + Character.toString(first) + Character.toString(second) + "y");
            }
        }
        for (String id : ids) {
            execute("INSERT IGNORE INTO tracked_emails (id, created_at) VALUES ('" + id + "', '2026-01-01')");
        }

        List<String> stored = texts("SELECT id FROM tracked_emails");
        assertThat(readAll(4)).extracting(TrackId::value).containsExactlyInAnyOrderElementsOf(stored);
        assertThat(stored).hasSizeGreaterThan(100);
    }

    private List<TrackId> readAll(int pageSize) {
        var all = new ArrayList<TrackId>();
        @Nullable TrackPosition after = null;
        while (true) {
            List<TrackSummary> page = tracks().page(TrackFilter.ALL, TrackSort.CREATED, after, pageSize);
            if (page.isEmpty()) {
                return all;
            }
            page.forEach(summary -> all.add(summary.track().id()));
            after = TrackPosition.of(TrackSort.CREATED, page.getLast());
        }
    }
}
