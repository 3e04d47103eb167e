package com.tachyonfuture.mailtrack.mysql.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A walk over a whole table by its primary key, some rows at a time.
///
/// @param start what is below every id
record Batches(String table, String start, int rows) {

    private static final Logger LOG = LoggerFactory.getLogger(Batches.class);
    private static final Duration REPORT_EVERY = Duration.ofSeconds(5);

    static Batches ofTracks(int rows) {
        return new Batches("tracked_emails", "", rows);
    }

    static Batches ofOpens(int rows) {
        return new Batches("opens", "-1", rows);
    }

    /// What happens to the rows of one batch: those with an id above the first, up to and including the second.
    @FunctionalInterface
    interface Work {
        void on(String above, String upTo) throws SQLException;
    }

    /// Runs a statement whose two parameters are the bounds of a batch, for each batch.
    void run(Connection connection, String update) throws SQLException {
        try (var statement = connection.prepareStatement(update)) {
            run(connection, (above, upTo) -> {
                statement.setString(1, above);
                statement.setString(2, upTo);
                statement.executeUpdate();
            });
        }
    }

    /// Commits after each batch, so that the disk is waited for once per batch and not once per row. After a failure
    /// the connection is of no more use and goes back as it is; who takes it back puts it right.
    void run(Connection connection, Work work) throws SQLException {
        long done = 0;
        long reportedAt = System.nanoTime();
        connection.setAutoCommit(false);
        var above = start;
        for (var upTo = end(connection, above); upTo != null; upTo = end(connection, above)) {
            work.on(above, upTo);
            connection.commit();
            above = upTo;
            done += rows;
            if (System.nanoTime() - reportedAt > REPORT_EVERY.toNanos()) {
                LOG.info("About {} rows of {} done", done, table);
                reportedAt = System.nanoTime();
            }
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    /// The last id of the next batch, or null when there is no row left.
    private @Nullable String end(Connection connection, String above) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT MAX(id) FROM (SELECT id FROM " + table
                + " WHERE id > ? ORDER BY id LIMIT " + rows + ") batch")) {
            statement.setString(1, above);
            try (var result = statement.executeQuery()) {
                result.next();
                return result.getString(1);
            }
        }
    }
}
