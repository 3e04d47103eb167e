package com.tachyonfuture.mailtrack.mysql.track;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.track.TrackFilter;
import com.tachyonfuture.mailtrack.mysql.MysqlFixture;
import com.tachyonfuture.mailtrack.mysql.Plans;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TrackCountingPlanTest extends MysqlFixture {

    private static final List<TrackFilter> FILTERS = List.of(
            TrackFilter.ALL.withMessageGroupId("group"),
            TrackFilter.ALL.withHotAt(Instant.parse("2026-01-01T12:00:00Z")),
            TrackFilter.ALL.withQuietAt(Instant.parse("2026-02-01T00:00:00Z")));

    @BeforeEach
    void seed() throws SQLException {
        try (var connection = connect()) {
            Plans.seed(connection);
        }
        execute("UPDATE tracked_emails SET message_group_id = 'group', last_opened_at = created_at,"
                + " last_read_at = created_at, third_last_read_at = created_at WHERE read_count = 1");
        execute("ANALYZE TABLE tracked_emails");
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 200})
    void noMoreTracksAreLookedAtThanMayBe(int most) throws SQLException {
        Query query = new TrackCounting(FILTERS, most).query();

        try (var connection = connect()) {
            assertThat(Plans.rowsRead(connection, query.sql(), query::bind)).isLessThan(6L * (most + 10));
            assertThat(new TrackCounting(FILTERS, most).read(connection)).allSatisfy(counted -> {
                assertThat(counted.number()).isBetween(most / 2L, (long) most);
                assertThat(counted.complete()).isFalse();
            });
        }
    }

    @Test
    void theTracksOfAGroupAreCountedInItsIndexAlone() throws SQLException {
        Query query = new TrackCounting(FILTERS.subList(0, 1), 20).query();

        try (var connection = connect()) {
            assertThat(Plans.explain(connection, query.sql(), query::bind))
                    .filteredOn(step -> String.valueOf(step.index()).equals("ix_tracked_emails_group_created"))
                    .singleElement()
                    .satisfies(step -> assertThat(step.extra()).contains("Using index"));
        }
    }
}
