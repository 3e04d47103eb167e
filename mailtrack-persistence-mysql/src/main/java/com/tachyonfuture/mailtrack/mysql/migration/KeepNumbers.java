package com.tachyonfuture.mailtrack.mysql.migration;

import com.tachyonfuture.mailtrack.mysql.stats.NumbersWalk;
import com.tachyonfuture.mailtrack.mysql.stats.TrackNumbers;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// Version 18: numbers for charts and for the states of tracks, so that no page counts rows, however long a time it is
/// about.
///
/// - Each track knows when it was read first and last, and whether it was stopped.
/// - `rollups` takes the place of `total_rollups`: it has the same numbers for hours, days and months too, and the
///   reads by what is known of the readers.
/// - `sent_rollups` and `first_read_rollups` have what became of the tracks that were created in some time.
///
/// Filling takes one pass over the opens by tracks and one by days, in batches that commit. Each adds what is missing,
/// so all of it may run again.
final class KeepNumbers extends MigrationInCode {

    private static final int TRACKS_PER_BATCH = 1_000;

    private static final String TABLE = " ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin";

    private static final String PIECE = """
        level TINYINT NOT NULL COMMENT '0 quarter of an hour, 1 hour, 2 day, 3 month, all of UTC',
        bucket INT NOT NULL COMMENT 'when it begins, in quarters of an hour since 1970'\
        """;

    private static final List<String> TOTALS =
            List.of("delivered_tracks", "read_tracks", "pinned_tracks", "stopped_tracks");

    KeepNumbers() {
        super("18", "Keep numbers");
    }

    @Override
    void migrate(Connection connection) throws SQLException {
        addColumns(new Schema(connection));
        createTables(connection);
        Batches.ofTracks(TRACKS_PER_BATCH)
                .run(connection, (above, upTo) -> new TrackNumbers(connection, above, upTo).recount());
        connection.setAutoCommit(false);
        new NumbersWalk(new OneByOne(connection), day -> {}).run();
        connection.setAutoCommit(true);
        Sql.run(connection, "DROP TABLE IF EXISTS total_rollups");
    }

    private static void addColumns(Schema schema) throws SQLException {
        var tracks = new TableChange("tracked_emails");
        for (String column : List.of("first_read_at", "last_read_at", "second_last_read_at", "third_last_read_at")) {
            tracks.addColumnUnlessThere(schema, column, "DATETIME(6) NULL COMMENT 'of the rows in opens with counted'");
        }
        tracks.addColumnUnlessThere(schema, "stopped_at", "DATETIME(6) NULL COMMENT 'nothing is recorded since then'")
                .apply(schema.connection());
    }

    private static void createTables(Connection connection) throws SQLException {
        Sql.run(connection, """
            CREATE TABLE IF NOT EXISTS rollups (
                dimension VARCHAR(16) NOT NULL COMMENT 'verdict: all opens; changes: how often others changed; others: reads, by what is known of readers',
                %s,
                value VARCHAR(202) NOT NULL COMMENT 'of the dimension',
                open_count BIGINT NOT NULL COMMENT 'rows in opens',
                read_count BIGINT NOT NULL COMMENT 'rows in opens with counted',
                PRIMARY KEY (dimension, level, bucket, value)
            )%s\
            """.formatted(PIECE, TABLE));
        Sql.run(connection, """
            CREATE TABLE IF NOT EXISTS sent_rollups (
                %s,
                sent_count BIGINT NOT NULL COMMENT 'rows in tracked_emails, by created_at',
                delivered_count BIGINT NOT NULL COMMENT 'those that something but the owner fetched',
                read_count BIGINT NOT NULL COMMENT 'those that somebody read',
                PRIMARY KEY (level, bucket)
            )%s\
            """.formatted(PIECE, TABLE));
        Sql.run(connection, """
            CREATE TABLE IF NOT EXISTS first_read_rollups (
                %s,
                delay SMALLINT NOT NULL COMMENT 'from created_at to first_read_at, in steps: 16 for each doubling',
                track_count BIGINT NOT NULL COMMENT 'rows in tracked_emails, by created_at',
                PRIMARY KEY (level, bucket, delay)
            )%s\
            """.formatted(PIECE, TABLE));
        for (String name : TOTALS) {
            Sql.run(
                    connection,
                    "INSERT INTO totals (name, value) VALUES ('" + name
                            + "', 0) ON DUPLICATE KEY UPDATE value = value");
        }
    }
}
