package com.tachyonfuture.mailtrack.mysql.recording;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.mysql.MysqlFixture;
import com.tachyonfuture.mailtrack.mysql.Plans;
import com.tachyonfuture.mailtrack.mysql.Plans.Binding;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OpensPlanTest extends MysqlFixture {

    private static final int LIMIT = 21;

    @BeforeEach
    void seed() throws SQLException {
        try (var connection = connect()) {
            Plans.seed(connection);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MAX_VALUE, 2_000})
    void aPageOfOpensReadsAsManyRowsAsItShowsHoweverManyTheTrackHas(long before) throws SQLException {
        Binding page = statement -> {
            statement.setLong(1, before);
            statement.setInt(2, LIMIT);
        };

        assertThat(rowsRead(opensOf("1"), page)).isLessThan(2 * LIMIT);
        assertThat(rowsRead(opensOf("7"), page)).isLessThan(10);
        assertThat(indexOf(opensOf("1"), page)).contains("tracked_email_id");
    }

    @Test
    void aTrackWhoseOpensAreAllOldIsReadAsQuicklyAsAnyOther() throws SQLException {
        execute("DELETE FROM opens WHERE tracked_email_id = " + Plans.id("1") + " AND id > 200");
        execute("ANALYZE TABLE opens");
        Binding page = statement -> {
            statement.setLong(1, Long.MAX_VALUE);
            statement.setInt(2, LIMIT);
        };

        assertThat(rowsRead(opensOf("1"), page)).isLessThan(2 * LIMIT);
    }

    @Test
    void theLatestOpensOfSomeTracksReadAsManyRowsAsThereAreOfThem() throws SQLException {
        String sql = LatestOpens.ids(3).replace("tracked_email_id = ?", "tracked_email_id = %s");
        String bound = sql.formatted(Plans.id("1"), Plans.id("7"), Plans.id("2"));
        Binding limits = statement -> {
            for (int part = 1; part <= 3; part++) {
                statement.setInt(part, LIMIT);
            }
        };

        assertThat(rowsRead(bound, limits)).isLessThan(6 * LIMIT);
        assertThat(indexOf(bound, limits)).contains("tracked_email_id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "7"})
    void theLatestReadsAreFoundByTheKeyOfTheirTrackWithinABound(String track) throws SQLException {
        int among = 100;
        Binding binding = statement -> {
            statement.setInt(1, among);
            statement.setInt(2, LIMIT);
        };
        String sql = boundTo(track, OpenRows.LATEST_READS);

        assertThat(rowsRead(sql, binding)).isLessThan(3L * among);
        try (var connection = connect()) {
            assertThat(Plans.explain(connection, sql, binding))
                    .extracting(Plans.Step::index)
                    .anyMatch("PRIMARY"::equals)
                    .anyMatch(index -> String.valueOf(index).contains("tracked_email_id"));
        }
    }

    @Test
    void aTrackThatIsHardlyReadIsNotSearchedBeyondThatBound() throws SQLException {
        int among = 100;
        execute("UPDATE opens SET counted = FALSE WHERE tracked_email_id = " + Plans.id("1")
                + " AND id < (SELECT latest FROM (SELECT MAX(id) AS latest FROM opens WHERE tracked_email_id = "
                + Plans.id("1") + " AND counted) known)");
        execute("ANALYZE TABLE opens");
        Binding binding = statement -> {
            statement.setInt(1, among);
            statement.setInt(2, LIMIT);
        };

        assertThat(rowsRead(boundTo("1", OpenRows.LATEST_READS), binding)).isLessThan(4L * among);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020-01-01", "2026-01-02"})
    void recentReadsReadAnIndexInOrder(String since) throws SQLException {
        Binding binding = statement -> {
            statement.setString(1, since);
            statement.setInt(2, LIMIT);
        };

        assertThat(rowsRead(MysqlOpens.READS_SINCE, binding)).isLessThan(4 * LIMIT);
        assertThat(indexOf(MysqlOpens.READS_SINCE, binding)).isEqualTo("ix_opens_counted_opened");
    }

    @Test
    void theLatestReadIsFoundWithoutLookingAtWhatIsNotCounted() throws SQLException {
        execute("UPDATE opens SET counted = FALSE WHERE opened_at > '2026-01-01 06:00:00'");
        execute("ANALYZE TABLE opens");

        assertThat(rowsRead(MysqlOpens.LATEST_READ, statement -> {})).isLessThan(10);
        assertThat(indexOf(MysqlOpens.LATEST_READ, statement -> {})).isEqualTo("ix_opens_counted_opened");
    }

    @Test
    void howFarALookForAVerdictGoesIsToldByTheIndexAlone() throws SQLException {
        int among = 100;
        Binding binding = statement -> {
            for (int part = 0; part < 2; part++) {
                statement.setString(5 * part + 1, "2020-01-01");
                statement.setString(5 * part + 2, "2030-01-01");
                statement.setString(5 * part + 3, "2020-01-01");
                statement.setLong(5 * part + 4, 0);
                statement.setInt(5 * part + 5, among);
            }
            statement.setInt(11, among - 1);
        };

        assertThat(rowsRead(NextOpens.END, binding)).isLessThan(6L * among);
    }

    private static String opensOf(String track) {
        return boundTo(track, OpenRows.OF);
    }

    private static String boundTo(String track, String sql) {
        return sql.replace(":track", Plans.id(track)).replaceAll(":[a-z]+", "?");
    }

    private static String indexOf(String sql, Binding binding) throws SQLException {
        try (var connection = connect()) {
            return String.valueOf(
                    Plans.explain(connection, sql, binding).getFirst().index());
        }
    }

    private static long rowsRead(String sql, Binding binding) throws SQLException {
        try (var connection = connect()) {
            return Plans.rowsRead(connection, sql, binding);
        }
    }
}
