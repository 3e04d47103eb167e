package com.tachyonfuture.mailtrack.mysql.track;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.track.TrackFilter;
import com.tachyonfuture.mailtrack.application.track.TrackPosition;
import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import com.tachyonfuture.mailtrack.domain.track.TrackState;
import com.tachyonfuture.mailtrack.mysql.MysqlFixture;
import com.tachyonfuture.mailtrack.mysql.Plans;
import com.tachyonfuture.mailtrack.mysql.Plans.Step;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class TrackPagePlanTest extends MysqlFixture {

    private static final int LIMIT = 21;
    private static final TrackFilter OF_RECIPIENT =
            new TrackFilter(null, "reader7@example.com", null, null, null, null, null);
    private static final TrackPosition IN_THE_MIDDLE = new TrackPosition(
            Instant.parse("2026-01-01T16:00:00Z"), new TrackId("8f6c1a52-3b7e-4d19-9a44-0f6c1a52beef"));

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
        var period = new TrackFilter(
                null,
                null,
                null,
                null,
                null,
                Instant.parse("2026-01-01T15:30:00Z"),
                Instant.parse("2026-01-01T16:10:00Z"));

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
        var inState = new TrackFilter(null, null, null, state, null, null, null);

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
        var judged = new TrackFilter(null, null, null, null, verdict, null, null);

        assertThat(plan(judged, null)).satisfies(step -> {
            assertThat(step.index()).isEqualTo("ix_tracked_emails_" + verdict.code() + "_created");
            assertThat(step.sorts()).isFalse();
        });
        assertThat(rowsRead(judged, null)).isLessThan(2 * LIMIT);
        assertThat(rowsRead(judged, IN_THE_MIDDLE)).isLessThan(2 * LIMIT);
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
        var page = new TrackPage(filter, after, LIMIT);
        try (var connection = connect()) {
            return Plans.explain(connection, page.sql(), page::bind).getFirst();
        }
    }

    private static long rowsRead(TrackFilter filter, @Nullable TrackPosition after) throws SQLException {
        var page = new TrackPage(filter, after, LIMIT);
        try (var connection = connect()) {
            return Plans.rowsRead(connection, page.sql(), page::bind);
        }
    }
}
