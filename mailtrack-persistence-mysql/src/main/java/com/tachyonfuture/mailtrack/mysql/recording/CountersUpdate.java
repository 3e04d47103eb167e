package com.tachyonfuture.mailtrack.mysql.recording;

import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.domain.track.Activity;
import com.tachyonfuture.mailtrack.mysql.Literals;
import com.tachyonfuture.mailtrack.mysql.UtcTimes;
import com.tachyonfuture.mailtrack.mysql.stats.ActivityColumns;
import com.tachyonfuture.mailtrack.mysql.stats.VerdictColumns;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Adds to the counters of many tracks by a few statements, within a transaction that has locked them.
///
/// An `UPDATE` and not an `INSERT ... ON DUPLICATE KEY UPDATE`, which is refused where the table has a column
/// that must be given, or somebody's trigger or check for new rows, although it would insert nothing. What is
/// added is the first table of the join, so the tracks are looked up by their key, and no others are locked.
final class CountersUpdate {

    /// Each row is a query to the server, which needs memory for all that are in one statement.
    private static final int ROWS_PER_STATEMENT = 500;

    /// The first query of the union has no rows. It gives the columns their names and the ids their collation.
    private static final String HEAD = """
        /* recording.countOpens */
        UPDATE (
            SELECT id, open_count AS added_opens, read_count AS added_reads, first_opened_at AS earliest,
                last_opened_at AS latest, %s, %s
            FROM tracked_emails WHERE FALSE\
        """.formatted(
            String.join(", ", ActivityColumns.READS), VerdictColumns.list(column -> column + " AS added_" + column));

    private static final String TAIL = """
        ) more STRAIGHT_JOIN tracked_emails t FORCE INDEX (PRIMARY) ON t.id = more.id
        SET t.open_count = t.open_count + more.added_opens,
            t.read_count = t.read_count + more.added_reads,
            t.first_opened_at = LEAST(COALESCE(t.first_opened_at, more.earliest), more.earliest),
            t.last_opened_at = GREATEST(COALESCE(t.last_opened_at, more.latest), more.latest),
            %s,
            %s\
        """.formatted(
                    ActivityColumns.READS.stream()
                            .map(column -> "t." + column + " = more." + column)
                            .collect(Collectors.joining(", ")),
                    VerdictColumns.list(column -> "t." + column + " = t." + column + " + more.added_" + column));

    private final Connection connection;
    private final StringBuilder sql = new StringBuilder();
    private int rows;

    CountersUpdate(Connection connection) {
        this.connection = connection;
    }

    /// @param id the track's id as the database spells it
    /// @param after what has become of the track by that
    void add(String id, Tally more, Activity after) throws SQLException {
        sql.append(rows == 0 ? HEAD : "").append(" UNION ALL SELECT ");
        Literals.append(sql, id);
        sql.append(',').append(more.opens()).append(',').append(more.reads());
        append(more.earliest());
        append(more.latest());
        ActivityColumns.reads(after).forEach(this::append);
        for (Verdict verdict : Verdict.values()) {
            sql.append(',').append(more.of(verdict));
        }
        rows++;
        if (rows == ROWS_PER_STATEMENT) {
            send();
        }
    }

    private void append(@Nullable Instant time) {
        if (time == null) {
            sql.append(",NULL");
        } else {
            sql.append(",TIMESTAMP'").append(UtcTimes.text(time)).append('\'');
        }
    }

    /// Sends what was not sent yet.
    void send() throws SQLException {
        if (rows == 0) {
            return;
        }
        try (var statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.executeUpdate(sql.append(TAIL).toString());
        }
        sql.setLength(0);
        rows = 0;
    }
}
