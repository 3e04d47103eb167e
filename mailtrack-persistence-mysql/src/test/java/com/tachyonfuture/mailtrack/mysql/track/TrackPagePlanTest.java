package com.tachyonfuture.mailtrack.mysql.track;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.track.TrackFilter;
import com.tachyonfuture.mailtrack.application.track.TrackPosition;
import com.tachyonfuture.mailtrack.application.track.TrackSort;
import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import com.tachyonfuture.mailtrack.domain.track.TrackState;
import com.tachyonfuture.mailtrack.mysql.MysqlFixture;
import com.tachyonfuture.mailtrack.mysql.Plans;
import com.tachyonfuture.mailtrack.mysql.Plans.Step;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class TrackPagePlanTest extends MysqlFixture {

    private static final int LIMIT = 21;
    private static final TrackFilter OF_RECIPIENT = TrackFilter.ALL.withRecipient("reader7@example.com");
    private static final TrackPosition IN_THE_MIDDLE = new TrackPosition(
            TrackSort.CREATED,
            null,
            0,
            Instant.parse("2026-01-01T16:00:00Z"),
            new TrackId("8f6c1a52-3b7e-4d19-9a44-0f6c1a52beef"));

    @BeforeEach
    void seed() throws SQLException {
        try (var connection = connect()) {
            Plans.seed(connection);
        }
    }

    @Test
    void theFirstPageReadsAsManyRowsAsItShows() throws SQLException {
        assertThat(rowsRead(TrackFilter.ALL, null)).isLessThan(2 * LIMIT);
        assertThat(plan(TrackFilter.ALL, null).sorts()).isFalse();
    }

    @Test
    void aPageFarDownReadsAsManyRowsAsItShows() throws SQLException {
        assertThat(rowsRead(TrackFilter.ALL, IN_THE_MIDDLE)).isLessThan(2 * LIMIT);
        assertThat(plan(TrackFilter.ALL, IN_THE_MIDDLE).sorts()).isFalse();
    }

    @Test
    void thePagesOfAPeriodReadOnlyThatPeriod() throws SQLException {
        var period = TrackFilter.ALL.withCreation(
                Instant.parse("2026-01-01T15:30:00Z"), Instant.parse("2026-01-01T16:10:00Z"));

        assertThat(rowsRead(period, null)).isLessThan(2 * LIMIT);
        assertThat(rowsRead(period, IN_THE_MIDDLE)).isLessThan(2 * LIMIT);
    }

    @Test
    void theTracksOfARecipientComeFromTheirOwnIndex() throws SQLException {
        assertThat(plan(OF_RECIPIENT, null)).satisfies(step -> {
            assertThat(step.index()).isEqualTo("ix_tracked_emails_recipient_created");
            assertThat(step.sorts()).isFalse();
        });
        assertThat(rowsRead(OF_RECIPIENT, null)).isLessThan(30);
        assertThat(rowsRead(OF_RECIPIENT, IN_THE_MIDDLE)).isLessThan(30);
    }

    @ParameterizedTest
    @EnumSource(TrackState.class)
    void theTracksInAStateComeFromTheirOwnIndexHoweverFewTheyAre(TrackState state) throws SQLException {
        deliverSome();
        var inState = TrackFilter.ALL.withState(state);

        assertThat(plan(inState, null)).satisfies(step -> {
            assertThat(step.index()).isEqualTo("ix_tracked_emails_state_created");
            assertThat(step.sorts()).isFalse();
        });
        assertThat(rowsRead(inState, null)).isLessThan(2 * LIMIT);
        assertThat(rowsRead(inState, IN_THE_MIDDLE)).isLessThan(2 * LIMIT);
    }

    @ParameterizedTest
    @EnumSource(Verdict.class)
    void theTracksWithAVerdictComeFromTheirOwnIndexHoweverFewTheyAre(Verdict verdict) throws SQLException {
        judgeSome(verdict);
        var judged = TrackFilter.ALL.withVerdict(verdict);

        assertThat(plan(judged, null)).satisfies(step -> {
            assertThat(step.index()).isEqualTo("ix_tracked_emails_" + verdict.code() + "_created");
            assertThat(step.sorts()).isFalse();
        });
        assertThat(rowsRead(judged, null)).isLessThan(2 * LIMIT);
        assertThat(rowsRead(judged, IN_THE_MIDDLE)).isLessThan(2 * LIMIT);
    }

    @ParameterizedTest
    @EnumSource(TrackSort.class)
    void everyOrderComesFromAnIndexOfItsOwn(TrackSort sort) throws SQLException {
        assertThat(rowsRead(new TrackPage(TrackFilter.ALL, sort, null, LIMIT).straight()))
                .isLessThan(2 * LIMIT);
        assertThat(rowsRead(new TrackPage(TrackFilter.ALL, sort, inTheMiddle(sort), LIMIT).straight()))
                .isLessThan(2 * LIMIT);
    }

    @ParameterizedTest
    @EnumSource(TrackSort.class)
    void aStrideReadsAsManyRowsAsItIsLong(TrackSort sort) throws SQLException {
        var many = TrackFilter.ALL.withWords(List.of("exam"));

        for (TrackPosition from : Arrays.asList(null, inTheMiddle(sort))) {
            Query stride = new TrackPage(many, sort, null, LIMIT).stride(from, 100);
            assertThat(rowsRead(stride)).isLessThan(4 * 300 + 2 * LIMIT);
            assertThat(rowsRead(new TrackPage(many, sort, null, LIMIT).endOf(from, 100)))
                    .isLessThan(2 * 100);
        }
    }

    @Test
    void whatKindATrackIsComesFromTheIndexOfActivity() throws SQLException {
        Instant now = Instant.parse("2026-02-01T00:00:00Z");
        for (TrackFilter kind : List.of(
                TrackFilter.ALL.withState(TrackState.WAITING),
                TrackFilter.ALL.withHotAt(now),
                TrackFilter.ALL.withQuietAt(now))) {
            for (TrackPosition from : Arrays.asList(null, inTheMiddle(TrackSort.ACTIVE))) {
                Query stride = new TrackPage(kind, TrackSort.ACTIVE, null, LIMIT).stride(from, 100);
                try (var connection = connect()) {
                    assertThat(Plans.explain(
                                    connection, stride.sql().replace(TrackPage.WITHOUT_ROWID_FILTER, ""), stride::bind))
                            .anySatisfy(step -> {
                                assertThat(step.index()).isEqualTo("ix_tracked_emails_active_states");
                                assertThat(step.extra()).contains("Using index").doesNotContain("filesort");
                            });
                }
            }
        }
    }

    @Test
    void whatFewTracksHaveIsReadFromItsIndexAndSorted() throws SQLException {
        judgeSome(Verdict.BOT);
        var bots = TrackFilter.ALL.withVerdict(Verdict.BOT);

        assertThat(rowsRead(new TrackPage(bots, TrackSort.ACTIVE, null, LIMIT).sorted()))
                .isLessThan(6 * LIMIT);
        assertThat(rowsRead(new TrackPage(OF_RECIPIENT, TrackSort.ACTIVE, null, LIMIT).sorted()))
                .isLessThan(6 * LIMIT);
        assertThat(rowsRead(TrackPage.some(new FilterConditions(OF_RECIPIENT).narrowest())))
                .isLessThan(2 * LIMIT);
    }

    @Test
    void stoppedTracksAreReadFromTheirIndex() throws SQLException {
        execute("UPDATE tracked_emails SET stopped_at = created_at"
                + " WHERE MOD(TIMESTAMPDIFF(MINUTE, '2026-01-01', created_at), 50) = 0");
        execute("ANALYZE TABLE tracked_emails");
        var stopped = TrackFilter.ALL.withStopped(true);

        assertThat(rowsRead(new TrackPage(stopped, TrackSort.ACTIVE, null, LIMIT).sorted()))
                .isLessThan(6 * LIMIT);
        assertThat(rowsRead(TrackPage.some(new FilterConditions(stopped).narrowest())))
                .isLessThan(2 * LIMIT);
    }

    @Test
    void aRareWordComesFromTheFullTextIndex() throws SQLException {
        indexWords();
        var rare = TrackFilter.ALL.withWords(List.of("reader77"));
        Query query = new TrackPage(rare, TrackSort.ACTIVE, null, LIMIT).withWords(List.of("reader77"));

        try (var connection = connect()) {
            assertThat(Plans.explain(connection, query.sql().replace(TrackPage.WITHOUT_ROWID_FILTER, ""), query::bind))
                    .extracting(Step::access)
                    .contains("fulltext", "eq_ref");
        }
        assertThat(rowsRead(query)).isLessThan(8 * LIMIT);
    }

    private static void indexWords() throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var tracks = statement.executeQuery("SELECT id, search_text FROM tracked_emails")) {
            while (tracks.next()) {
                SearchIndex.put(connection, tracks.getString(1), tracks.getString(2));
            }
        }
    }

    private static TrackPosition inTheMiddle(TrackSort sort) {
        String recipient = sort == TrackSort.RECIPIENT ? "reader50@example.com" : null;
        return new TrackPosition(
                sort, recipient, sort == TrackSort.READS ? 1 : 0, IN_THE_MIDDLE.at(), IN_THE_MIDDLE.id());
    }

    private static void judgeSome(Verdict verdict) throws SQLException {
        execute("UPDATE tracked_emails SET " + verdict.code()
                + "_opens = 1 WHERE MOD(TIMESTAMPDIFF(MINUTE, '2026-01-01', created_at), 50) = 0");
        execute("ANALYZE TABLE tracked_emails");
    }

    /// The seeds are waiting or read; every fiftieth has then been fetched without being read.
    private static void deliverSome() throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute("""
                UPDATE tracked_emails SET open_count = 1, read_count = 0
                WHERE MOD(TIMESTAMPDIFF(MINUTE, '2026-01-01', created_at), 50) = 0\
                """);
            statement.execute("ANALYZE TABLE tracked_emails");
        }
    }

    private static Step plan(TrackFilter filter, @Nullable TrackPosition after) throws SQLException {
        Query query = new TrackPage(filter, TrackSort.CREATED, after, LIMIT).straight();
        try (var connection = connect()) {
            return Plans.explain(connection, query.sql(), query::bind).getFirst();
        }
    }

    private static long rowsRead(TrackFilter filter, @Nullable TrackPosition after) throws SQLException {
        return rowsRead(new TrackPage(filter, TrackSort.CREATED, after, LIMIT).straight());
    }

    private static long rowsRead(Query query) throws SQLException {
        try (var connection = connect()) {
            return Plans.rowsRead(connection, query.sql(), query::bind);
        }
    }
}
