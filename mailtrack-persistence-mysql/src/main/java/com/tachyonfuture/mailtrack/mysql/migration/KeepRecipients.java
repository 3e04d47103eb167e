package com.tachyonfuture.mailtrack.mysql.migration;

import com.tachyonfuture.mailtrack.domain.recipient.Engagement;
import com.tachyonfuture.mailtrack.mysql.stats.RecipientsRebuild;
import java.sql.Connection;
import java.sql.SQLException;

/// Version 20: what became of the tracks of each recipient, so that the list of recipients counts no tracks.
///
/// The score follows from the counts, so the database works it out, as [Engagement] does, and no writer can forget it.
/// A row that is added up has any numbers for a moment, hence no divisor of it can be zero. `sort_text` is bytes: so
/// every server sorts alike, and what a name begins with is a stretch of the index.
///
/// The table is new. It is filled by one pass over the tracks by the index on their recipients, in batches that commit;
/// all of it may run again.
final class KeepRecipients extends MigrationInCode {

    private static final int TRACKS_PER_BATCH = 1_000;

    KeepRecipients() {
        super("20", "Keep recipients");
    }

    @Override
    void migrate(Connection connection) throws SQLException {
        Sql.run(connection, """
            CREATE TABLE IF NOT EXISTS recipients (
                id VARCHAR(32) NOT NULL COMMENT 'SHA-256 of the name without case, its first half in hexadecimal',
                name VARCHAR(255) COLLATE utf8mb4_unicode_ci NOT NULL COMMENT 'as a track spells it',
                sort_text VARBINARY(1020) NOT NULL COMMENT 'the name without case and accents, in UTF-8',
                sent_tracks BIGINT NOT NULL COMMENT 'rows in tracked_emails',
                delivered_tracks BIGINT NOT NULL COMMENT 'those that something but the owner fetched',
                read_tracks BIGINT NOT NULL COMMENT 'those that somebody read',
                read_count BIGINT NOT NULL COMMENT 'rows in opens with counted',
                last_read_at DATETIME(6) NULL COMMENT 'of the rows in opens with counted',
                score INT GENERATED ALWAYS AS (%s + %s) VIRTUAL COMMENT 'engagement, 0 to 100',
                PRIMARY KEY (id),
                INDEX ix_recipients_last_read_at (last_read_at) COMMENT 'recipients.page',
                INDEX ix_recipients_sent_tracks (sent_tracks) COMMENT 'recipients.page',
                INDEX ix_recipients_score (score) COMMENT 'recipients.page',
                INDEX ix_recipients_sort_text (sort_text) COMMENT 'recipients.page'
            ) ENGINE=InnoDB ROW_FORMAT=DYNAMIC DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin\
            """.formatted(
                        points(Engagement.MOST_FOR_READING, "read_tracks", "sent_tracks"),
                        points(Engagement.MOST_FOR_RETURNING, "read_count - read_tracks", "read_count")));
        connection.setAutoCommit(false);
        new RecipientsRebuild(new OneByOne(connection), TRACKS_PER_BATCH, done -> {}).run();
        connection.setAutoCommit(true);
    }

    private static String points(int most, String part, String whole) {
        String divisor = "(GREATEST(" + whole + ", 0) + " + Engagement.DOUBT + ")";
        return "(%d * GREATEST(%s, 0) + %3$s) DIV (2 * %3$s)".formatted(2 * most, part, divisor);
    }
}
