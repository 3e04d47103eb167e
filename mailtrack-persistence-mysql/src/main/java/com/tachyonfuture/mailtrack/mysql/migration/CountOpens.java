package com.tachyonfuture.mailtrack.mysql.migration;

import java.sql.Connection;
import java.sql.SQLException;

/// Version 3: each track carries the numbers of its opens, so that no page counts rows.
///
/// `opens.counted` says that a row is in its track's `read_count`: nobody judged it or it was judged a read, and it
/// is no repeat. What the Python service judged (`is_real_open`) decides for the rows that are there.
///
/// Adding the columns does not copy the tables; filling them takes one pass over each, in batches that commit.
final class CountOpens extends MigrationInCode {

    private static final int TRACKS_PER_BATCH = 1_000;
    private static final int OPENS_PER_BATCH = 20_000;

    CountOpens() {
        super("3", "Count opens");
    }

    @Override
    void migrate(Connection connection) throws SQLException {
        addColumns(new Schema(connection));
        Batches.ofOpens(OPENS_PER_BATCH).run(connection, """
            UPDATE opens SET counted = FALSE
            WHERE id > ? AND id <= ? AND is_real_open = FALSE\
            """);
        Batches.ofTracks(TRACKS_PER_BATCH).run(connection, """
            UPDATE tracked_emails t JOIN (
                SELECT tracked_email_id, COUNT(*) AS opens, SUM(counted) AS counted,
                       MIN(opened_at) AS first_opened_at, MAX(opened_at) AS last_opened_at
                FROM opens
                WHERE tracked_email_id > ? AND tracked_email_id <= ?
                GROUP BY tracked_email_id
            ) o ON o.tracked_email_id = t.id
            SET t.open_count = o.opens, t.read_count = o.counted,
                t.first_opened_at = o.first_opened_at, t.last_opened_at = o.last_opened_at\
            """);
    }

    private static void addColumns(Schema schema) throws SQLException {
        new TableChange("opens")
                .addColumnUnlessThere(
                        schema, "counted", "BOOLEAN NOT NULL DEFAULT TRUE COMMENT 'is in read_count of its track'")
                .apply(schema.connection());
        new TableChange("tracked_emails")
                .addColumnUnlessThere(schema, "open_count", "BIGINT NOT NULL DEFAULT 0 COMMENT 'rows in opens'")
                .addColumnUnlessThere(
                        schema, "read_count", "BIGINT NOT NULL DEFAULT 0 COMMENT 'rows in opens with counted'")
                .addColumnUnlessThere(schema, "first_opened_at", "DATETIME(6) NULL")
                .addColumnUnlessThere(schema, "last_opened_at", "DATETIME(6) NULL")
                .apply(schema.connection());
    }
}
