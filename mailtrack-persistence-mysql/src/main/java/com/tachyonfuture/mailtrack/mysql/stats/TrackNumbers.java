package com.tachyonfuture.mailtrack.mysql.stats;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Counts the opens of tracks anew, those whose ids lie above one, up to and including another: their counters and when
/// they were read. Within a transaction, which locks them.
public final class TrackNumbers {

    private static final String RECOUNT = """
        /* stats.recountTracks */
        UPDATE tracked_emails t
        LEFT JOIN (
            SELECT tracked_email_id, COUNT(*) AS open_count, SUM(counted) AS read_count,
                MIN(opened_at) AS first_opened_at, MAX(opened_at) AS last_opened_at,
                MIN(CASE WHEN counted THEN opened_at END) AS first_read_at,
                %s
            FROM opens WHERE tracked_email_id > ? AND tracked_email_id <= ? GROUP BY tracked_email_id
        ) o ON o.tracked_email_id = t.id
        LEFT JOIN (
            SELECT tracked_email_id, %s
            FROM (
                SELECT tracked_email_id, opened_at,
                    ROW_NUMBER() OVER (PARTITION BY tracked_email_id ORDER BY opened_at DESC) AS place
                FROM opens
                WHERE tracked_email_id > ? AND tracked_email_id <= ? AND counted = TRUE AND opened_at IS NOT NULL
            ) r
            WHERE place <= 3 GROUP BY tracked_email_id
        ) l ON l.tracked_email_id = t.id
        SET t.open_count = COALESCE(o.open_count, 0), t.read_count = COALESCE(o.read_count, 0),
            t.first_opened_at = o.first_opened_at, t.last_opened_at = o.last_opened_at,
            t.first_read_at = o.first_read_at,
            t.last_read_at = l.last_1, t.second_last_read_at = l.last_2, t.third_last_read_at = l.last_3,
            %s
        WHERE t.id > ? AND t.id <= ?\
        """.formatted(
            VerdictColumns.list(
                    column -> "SUM(verdict = '" + column.substring(0, column.length() - 6) + "') AS " + column),
            IntStream.rangeClosed(1, 3)
                    .mapToObj(place -> "MAX(CASE place WHEN %1$d THEN opened_at END) AS last_%1$d".formatted(place))
                    .collect(Collectors.joining(", ")),
            VerdictColumns.list(column -> "t." + column + " = COALESCE(o." + column + ", 0)"));

    private static final String FORGET_ROLLUPS = """
        /* stats.forgetTrackRollups */
        DELETE FROM track_rollups WHERE track_id > ? AND track_id <= ?\
        """;

    private static final String ROLL_UP = """
        /* stats.rollUpTracks */
        INSERT INTO track_rollups (track_id, bucket, verdict, open_count, read_count)
        SELECT tracked_email_id,
            TIMESTAMP(DATE(opened_at), MAKETIME(HOUR(opened_at), MINUTE(opened_at) DIV 15 * 15, 0)) AS quarter,
            COALESCE(verdict, 'unjudged') AS its_verdict, COUNT(*), SUM(counted)
        FROM opens
        WHERE tracked_email_id > ? AND tracked_email_id <= ? AND opened_at IS NOT NULL
        GROUP BY tracked_email_id, quarter, its_verdict\
        """;

    private final Connection connection;
    private final String above;
    private final String upTo;

    public TrackNumbers(Connection connection, String above, String upTo) {
        this.connection = connection;
        this.above = above;
        this.upTo = upTo;
    }

    /// The counters in the rows of the tracks.
    public void recount() throws SQLException {
        run(RECOUNT);
    }

    /// The rows of `track_rollups`.
    void rollUp() throws SQLException {
        run(FORGET_ROLLUPS);
        run(ROLL_UP);
    }

    void lock() throws SQLException {
        try (var select = connection.prepareStatement("""
            /* stats.lockTracks */
            SELECT COUNT(*) FROM tracked_emails FORCE INDEX (PRIMARY) WHERE id > ? AND id <= ? FOR UPDATE\
            """)) {
            select.setString(1, above);
            select.setString(2, upTo);
            select.executeQuery().close();
        }
    }

    /// All parameters are the two bounds, again and again.
    private void run(String sql) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            int parameters = Math.toIntExact(sql.chars().filter(c -> c == '?').count());
            for (int i = 0; i < parameters; i += 2) {
                statement.setString(i + 1, above);
                statement.setString(i + 2, upTo);
            }
            statement.executeUpdate();
        }
    }
}
