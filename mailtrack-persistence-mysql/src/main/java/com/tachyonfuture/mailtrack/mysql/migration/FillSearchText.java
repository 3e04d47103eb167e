package com.tachyonfuture.mailtrack.mysql.migration;

import com.tachyonfuture.mailtrack.domain.track.SearchWords;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/// Version 8: each track carries the words it is found by.
///
/// The words are folded in Java, as queries are, so that every server finds the same; the column compares bytes.
/// Adding it does not copy the table; filling it takes one pass over the tracks, in batches that commit.
final class FillSearchText extends MigrationInCode {

    private static final int TRACKS_PER_BATCH = 500;

    FillSearchText() {
        super("8", "Fill search text");
    }

    @Override
    void migrate(Connection connection) throws SQLException {
        new TableChange("tracked_emails")
                .addColumnUnlessThere(
                        new Schema(connection),
                        "search_text",
                        "MEDIUMTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL"
                                + " COMMENT 'folded words, each after a space'")
                .apply(connection);
        try (var select = connection.prepareStatement("""
            SELECT id, recipient, subject, notes FROM tracked_emails WHERE id > ? AND id <= ?\
            """);
                var update = connection.prepareStatement("UPDATE tracked_emails SET search_text = ? WHERE id = ?")) {
            Batches.ofTracks(TRACKS_PER_BATCH).run(connection, (above, upTo) -> {
                select.setString(1, above);
                select.setString(2, upTo);
                fill(select, update);
            });
        }
    }

    private static void fill(PreparedStatement select, PreparedStatement update) throws SQLException {
        try (var tracks = select.executeQuery()) {
            while (tracks.next()) {
                update.setString(1, SearchWords.index(tracks.getString(2), tracks.getString(3), tracks.getString(4)));
                update.setString(2, tracks.getString(1));
                update.addBatch();
            }
        }
        update.executeBatch();
    }
}
