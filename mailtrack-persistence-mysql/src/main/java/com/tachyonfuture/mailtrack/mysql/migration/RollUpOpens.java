package com.tachyonfuture.mailtrack.mysql.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;

/// Version 12: how many opens there were in each quarter of an hour of UTC, of each track and of all, by what was
/// thought of them. Days in any time zone are put together from these, so that no page counts rows.
///
/// Nobody has judged an open in these words yet: all of them are unjudged, and a later judgement moves them.
/// Those whose time nobody knows are left out.
///
/// Filling takes one pass over the opens, a few tracks at a time. Run again, it begins anew.
final class RollUpOpens extends MigrationInCode {

    private static final int TRACKS_PER_BATCH = 500;

    private static final String NUMBERS = """
        bucket DATETIME NOT NULL COMMENT 'UTC, the beginning of a quarter of an hour',
        verdict VARCHAR(16) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'unjudged, or a word for it',
        open_count BIGINT NOT NULL COMMENT 'rows in opens',
        read_count BIGINT NOT NULL COMMENT 'rows in opens with counted'\
        """;

    RollUpOpens() {
        super("12", "Roll up opens");
    }

    @Override
    void migrate(Connection connection) throws SQLException {
        createTables(connection);
        Sql.run(connection, "DELETE FROM track_rollups");
        Sql.run(connection, "DELETE FROM total_rollups");
        Batches.ofTracks(TRACKS_PER_BATCH).run(connection, """
            INSERT INTO track_rollups (track_id, bucket, verdict, open_count, read_count)
            SELECT tracked_email_id,
                TIMESTAMP(DATE(opened_at), MAKETIME(HOUR(opened_at), MINUTE(opened_at) DIV 15 * 15, 0)) AS quarter,
                'unjudged', COUNT(*), SUM(counted)
            FROM opens
            WHERE tracked_email_id > ? AND tracked_email_id <= ? AND opened_at IS NOT NULL
            GROUP BY tracked_email_id, quarter\
            """);
        Sql.run(connection, """
            INSERT INTO total_rollups (bucket, verdict, open_count, read_count)
            SELECT bucket, verdict, SUM(open_count), SUM(read_count) FROM track_rollups GROUP BY bucket, verdict\
            """);
    }

    /// The key of a track is as long as the table has it, which somebody else may have made.
    private static void createTables(Connection connection) throws SQLException {
        var id = Objects.requireNonNull(
                new Schema(connection).columns("tracked_emails").get("id"));
        Sql.run(
                connection,
                "CREATE TABLE IF NOT EXISTS track_rollups (track_id " + id.type() + " " + TakeOver.TEXT + " NOT NULL, "
                        + NUMBERS + ", PRIMARY KEY (track_id, bucket, verdict),"
                        + " FOREIGN KEY (track_id) REFERENCES tracked_emails (id) ON DELETE CASCADE"
                        + ") ENGINE=InnoDB DEFAULT " + TakeOver.TEXT);
        Sql.run(
                connection,
                "CREATE TABLE IF NOT EXISTS total_rollups (" + NUMBERS
                        + ", PRIMARY KEY (bucket, verdict)) ENGINE=InnoDB DEFAULT " + TakeOver.TEXT);
    }
}
