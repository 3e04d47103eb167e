package com.tachyonfuture.mailtrack.mysql.track;

import static com.tachyonfuture.mailtrack.application.contract.Samples.NOON;
import static com.tachyonfuture.mailtrack.application.contract.Samples.batch;
import static com.tachyonfuture.mailtrack.application.contract.Samples.hit;
import static com.tachyonfuture.mailtrack.application.contract.Samples.id;
import static com.tachyonfuture.mailtrack.application.contract.Samples.judge;
import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.track.TrackFilter;
import com.tachyonfuture.mailtrack.application.track.TrackPosition;
import com.tachyonfuture.mailtrack.application.track.TrackSort;
import com.tachyonfuture.mailtrack.application.track.TrackSummary;
import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.domain.track.SearchWords;
import com.tachyonfuture.mailtrack.domain.track.Track;
import com.tachyonfuture.mailtrack.domain.track.TrackDetails;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import com.tachyonfuture.mailtrack.domain.track.TrackState;
import com.tachyonfuture.mailtrack.mysql.MysqlFixture;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A search in small steps finds what one look at everything finds.
final class TrackStepsTest extends MysqlFixture {

    private static final int TRACKS = 60;

    @BeforeEach
    void addTracks() {
        for (int i = 1; i <= TRACKS; i++) {
            var details = new TrackDetails(
                    i % 7 == 0 ? null : "reader" + i % 5 + "@example.com",
                    i % 3 == 0 ? "Angebot für Zoë " + i : "Привет, to 日本 🎉 " + i,
                    i % 20 == 0 ? "x" + "longword".repeat(20) + i : null,
                    i % 4 == 0 ? "group" : null);
            tracks().add(new Track(id(i), details, NOON.plusSeconds(i / 2)));
        }
        for (int i = 1; i <= TRACKS; i += 4) {
            Verdict verdict = i % 8 == 1 ? Verdict.HUMAN : Verdict.SCANNER;
            var opened = new Track(id(i), new TrackDetails(null, null, null, null), NOON);
            openLog().write(batch(i, hit(opened, NOON.plusSeconds(1_000 - i))), judge(verdict));
        }
    }

    @ParameterizedTest
    @EnumSource(TrackSort.class)
    void stepsOfAnyLengthFindTheSameInTheSameOrder(TrackSort sort) {
        assertThat(filters()).allSatisfy(filter -> {
            List<TrackId> all = readAll(filter, sort, 1_000, 1_000);
            assertThat(all).doesNotHaveDuplicates().isNotEmpty();
            assertThat(readAll(filter, sort, 3, 4)).isEqualTo(all);
            assertThat(readAll(filter, sort, 12, 7)).isEqualTo(all);
            assertThat(readAll(filter, sort, 5, 12)).isEqualTo(all);
        });
    }

    @Test
    void whatTheServerDoesNotIndexAsAWordIsFoundAllTheSame() {
        assertThat(found("z")).hasSize(20);
        assertThat(found("to")).hasSize(40);
        assertThat(found("прив")).hasSize(40);
        assertThat(found("日")).hasSize(40);
        assertThat(found("🎉")).hasSize(40);
        assertThat(found("x" + "longword".repeat(20) + "4")).containsExactly(id(40));
        assertThat(found("x" + "longword".repeat(5))).containsExactly(id(60), id(40), id(20));
        assertThat(found("com")).hasSize(52);
        assertThat(found("nothing")).isEmpty();
    }

    @Test
    void aWordThatNearlyAllHaveIsLookedForInThoseWithARareOne() {
        var filter = TrackFilter.ALL.withWords(SearchWords.of("com xlong"));

        assertThat(askedFor(filter)).containsExactly("xlong");
        assertThat(askedFor(TrackFilter.ALL.withWords(SearchWords.of("angebot reader1"))))
                .containsExactly("reader1", "angebot");
        assertThat(readAll(filter, TrackSort.CREATED, 20, 100)).containsExactly(id(60), id(40), id(20));
    }

    private static List<String> askedFor(TrackFilter filter) {
        var words = new AskedWords(TrackOrder.of(TrackSort.CREATED), null, 20);
        return database().read(connection -> words.of(connection, Objects.requireNonNull(filter.words())));
    }

    @Test
    void withoutTheFullTextIndexTheSameIsFound() throws SQLException {
        execute("ALTER TABLE track_words DROP INDEX ft_track_words");
        try {
            assertThat(found("longword")).isEmpty();
            assertThat(found("xlong angebot")).containsExactly(id(60));
        } finally {
            execute("ALTER TABLE track_words ADD FULLTEXT INDEX ft_track_words (words)");
        }
    }

    @Test
    void theWordsOfADeletedTrackGoWithIt() throws SQLException {
        assertThat(texts("SELECT track_id FROM track_words")).hasSize(TRACKS);

        tracks().delete(id(60));

        assertThat(texts("SELECT track_id FROM track_words"))
                .hasSize(TRACKS - 1)
                .doesNotContain(id(60).value());
    }

    @Test
    void theWordsOfTracksAddedAtOnceAreIndexedToo() throws SQLException {
        var details = new TrackDetails("zoe@example.com", "Invoice", "ünique", null);

        tracks().addAll(List.of(new Track(id(101), details, NOON), new Track(id(102), details, NOON)));

        assertThat(texts("SELECT words FROM track_words WHERE words LIKE '%mtwunique%'"))
                .containsOnly("mtwzoe mtwexample mtwcom mtwinvoice mtwunique")
                .hasSize(2);
    }

    private static List<TrackFilter> filters() {
        return List.of(
                TrackFilter.ALL.withVerdict(Verdict.SCANNER),
                TrackFilter.ALL.withVerdict(Verdict.SCANNER).withRead(false),
                TrackFilter.ALL.withState(TrackState.WAITING),
                TrackFilter.ALL.withRead(true),
                TrackFilter.ALL.withMessageGroupId("group"),
                TrackFilter.ALL.withRecipient("READER1@example.com"),
                TrackFilter.ALL.withRecipient("reader1@example.com").withRead(true),
                TrackFilter.ALL.withCreation(NOON.plusSeconds(3), NOON.plusSeconds(20)),
                TrackFilter.ALL.withWords(SearchWords.of("zo")),
                TrackFilter.ALL.withWords(SearchWords.of("zo")).withMessageGroupId("group"),
                TrackFilter.ALL.withWords(SearchWords.of("reader1 exam ang")),
                TrackFilter.ALL.withWords(SearchWords.of("angebot")).withState(TrackState.WAITING));
    }

    private static List<TrackId> found(String query) {
        return readAll(TrackFilter.ALL.withWords(SearchWords.of(query)), TrackSort.CREATED, 2, 100);
    }

    private static List<TrackId> readAll(TrackFilter filter, TrackSort sort, int stride, int pageSize) {
        var all = new ArrayList<TrackId>();
        @Nullable TrackPosition after = null;
        while (true) {
            var page = new TrackPage(filter, sort, after, pageSize, stride);
            List<TrackSummary> found = database().read(page::read);
            if (found.isEmpty()) {
                return all;
            }
            found.forEach(summary -> all.add(summary.track().id()));
            after = TrackPosition.of(sort, found.getLast());
        }
    }
}
