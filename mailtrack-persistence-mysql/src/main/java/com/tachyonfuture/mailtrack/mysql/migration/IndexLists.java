package com.tachyonfuture.mailtrack.mysql.migration;

import com.tachyonfuture.mailtrack.domain.track.SearchWords;
import com.tachyonfuture.mailtrack.mysql.RowInsert;
import com.tachyonfuture.mailtrack.mysql.track.SearchIndex;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Version 19: the list of tracks comes from an index in each order, and what has a rare word from the full-text index
/// of a table of its own.
///
/// The time of the last activity is worked out by the database and stored nowhere but in its index, whose entry moves
/// with each batch of opens of the track, as that of the reads does with each batch of reads.
///
/// One pass over the tracks for the words, and one for each index; tracks can be read and written meanwhile. Run again,
/// it fills the words anew unless their index is there, which comes last.
final class IndexLists extends MigrationInCode {

    private static final Logger LOG = LoggerFactory.getLogger(IndexLists.class);

    private static final int TRACKS_PER_BATCH = 500;

    /// The table can't have such an index; the server knows none; it does not in this version.
    private static final Set<Integer> NO_FULL_TEXT = Set.of(1214, 1178, 1235, 1283);

    IndexLists() {
        super("19", "Index lists");
    }

    @Override
    void migrate(Connection connection) throws SQLException {
        if (!new Schema(connection).hasFullTextIndex(SearchIndex.TABLE)) {
            createTable(connection);
            fill(connection);
            addFullTextIndex(connection);
        }
        new TableChange("tracked_emails")
                .addColumnUnlessThere(
                        new Schema(connection),
                        "active_at",
                        "DATETIME(6) GENERATED ALWAYS AS (COALESCE(last_opened_at, created_at)) VIRTUAL COMMENT 'UTC'")
                .apply(connection);
        new TableChange("tracked_emails")
                .addIndexUnlessServed(
                        new Schema(connection),
                        "ix_tracked_emails_active",
                        List.of("active_at"),
                        "tracks.latestActiveFirst")
                .addIndexUnlessServed(
                        new Schema(connection),
                        "ix_tracked_emails_reads_created",
                        List.of("read_count", "created_at"),
                        "tracks.mostReadFirst")
                .addIndexUnlessServed(
                        new Schema(connection),
                        "ix_tracked_emails_recipient_created",
                        List.of("recipient", "created_at"),
                        "tracks.byRecipient")
                .addIndexUnlessServed(
                        new Schema(connection),
                        "ix_tracked_emails_group_created",
                        List.of("message_group_id", "created_at"),
                        "tracks.ofGroup, tracks.countSome")
                .addIndexUnlessServed(
                        new Schema(connection),
                        "ix_tracked_emails_pinned_created",
                        List.of("pinned", "created_at"),
                        "tracks.countSome")
                .apply(connection);
    }

    /// The key of a track is as long as the table has it, which somebody else may have made. No foreign key: a row that
    /// outlives its track finds nothing.
    private static void createTable(Connection connection) throws SQLException {
        var id = Objects.requireNonNull(
                new Schema(connection).columns("tracked_emails").get("id"));
        Sql.run(
                connection,
                "CREATE TABLE IF NOT EXISTS " + SearchIndex.TABLE + " (track_id " + id.type() + " " + TakeOver.TEXT
                        + " NOT NULL PRIMARY KEY, words MEDIUMTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL"
                        + " COMMENT 'spelled for the full-text index') ENGINE=InnoDB DEFAULT " + TakeOver.TEXT);
    }

    private static void fill(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement("""
            SELECT id, recipient, subject, notes FROM tracked_emails WHERE id > ? AND id <= ?\
            """)) {
            Batches.ofTracks(TRACKS_PER_BATCH).run(connection, (above, upTo) -> {
                select.setString(1, above);
                select.setString(2, upTo);
                fill(connection, select);
            });
        }
    }

    private static void fill(Connection connection, PreparedStatement select) throws SQLException {
        RowInsert replace = SearchIndex.rows(connection);
        try (var tracks = select.executeQuery()) {
            while (tracks.next()) {
                replace.value(tracks.getString(1))
                        .value(words(tracks.getString(2), tracks.getString(3), tracks.getString(4)));
                replace.endRow();
            }
        }
        replace.send();
    }

    private static String words(String... texts) {
        return SearchIndex.words(SearchWords.index(texts));
    }

    /// Searches go without where there is none.
    private static void addFullTextIndex(Connection connection) throws SQLException {
        try {
            new TableChange(SearchIndex.TABLE)
                    .add("ADD FULLTEXT INDEX ft_track_words (words) COMMENT 'tracks.newestFirst'")
                    .apply(connection);
        } catch (SQLException e) {
            if (!NO_FULL_TEXT.contains(e.getErrorCode())) {
                throw e;
            }
            LOG.warn("This server has no full-text index, so searches for rare words take longer: {}", e.getMessage());
        }
    }
}
