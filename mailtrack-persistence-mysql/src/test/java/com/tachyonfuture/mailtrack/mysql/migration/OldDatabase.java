package com.tachyonfuture.mailtrack.mysql.migration;

import com.tachyonfuture.mailtrack.mysql.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A database as an earlier program left it: its tables, and rows that use every corner of them.
///
/// @param trackAdditions how many of the columns that the Python service came to add to the tracks are there
/// @param openAdditions the same for the opens
record OldDatabase(String name, String characterSet, Maker maker, int trackAdditions, int openAdditions) {

    enum Maker {
        PLAN,
        MAPPER
    }

    /// In the order in which the service learned them.
    private static final List<String> TRACK_ADDITIONS = List.of(
            "message_group_id VARCHAR(36) NULL",
            "notified_at DATETIME NULL",
            "pinned BOOLEAN NOT NULL DEFAULT FALSE",
            "followup_notified_at DATETIME NULL",
            "hot_notified_at DATETIME NULL",
            "revived_notified_at DATETIME NULL");

    private static final List<String> OPEN_ADDITIONS =
            List.of("proxy_type VARCHAR(32) NULL", "is_real_open BOOLEAN NULL");

    static final String EMOJI_ID = "11111111-1111-4111-8111-111111111111";
    static final String BARE_ID = "22222222-2222-4222-8222-222222222222";
    static final String UNOPENED_ID = "33333333-3333-4333-8333-333333333333";

    /// The highest id ever given away; its row is gone, and the id must not come again.
    static final long LAST_ID = 2_000_000_007L;

    static final int TRACKS = 3;
    static final int OPENS = 5;

    static List<OldDatabase> all() {
        var all = new ArrayList<OldDatabase>();
        all.add(plan("utf8mb4"));
        all.add(plan("latin1"));
        for (var characterSet : List.of("utf8mb4", "latin1")) {
            for (int ofTracks = 0; ofTracks <= TRACK_ADDITIONS.size(); ofTracks++) {
                for (int ofOpens = 0; ofOpens <= OPEN_ADDITIONS.size(); ofOpens++) {
                    all.add(new OldDatabase("the mapper's tables", characterSet, Maker.MAPPER, ofTracks, ofOpens));
                }
            }
        }
        all.add(newest("utf8mb3"));
        return all;
    }

    static OldDatabase plan(String characterSet) {
        return new OldDatabase("the plan's tables", characterSet, Maker.PLAN, 0, 0);
    }

    /// The mapper's tables as they were at first.
    static OldDatabase oldest(String characterSet) {
        return new OldDatabase("the mapper's oldest tables", characterSet, Maker.MAPPER, 0, 0);
    }

    static OldDatabase newest() {
        return newest("latin1");
    }

    private static OldDatabase newest(String characterSet) {
        return new OldDatabase(
                "the mapper's newest tables",
                characterSet,
                Maker.MAPPER,
                TRACK_ADDITIONS.size(),
                OPEN_ADDITIONS.size());
    }

    TestDatabase make() throws SQLException {
        var database = TestDatabase.fresh(characterSet);
        try (var connection = database.connect()) {
            createTables(connection);
            for (var addition : TRACK_ADDITIONS.subList(0, trackAdditions)) {
                Sql.run(connection, "ALTER TABLE tracked_emails ADD COLUMN " + addition);
            }
            for (var addition : OPEN_ADDITIONS.subList(0, openAdditions)) {
                Sql.run(connection, "ALTER TABLE opens ADD COLUMN " + addition);
            }
            fill(connection);
        }
        return database;
    }

    private void createTables(Connection connection) throws SQLException {
        switch (maker) {
            case PLAN -> createPlansTables(connection);
            case MAPPER -> createMappersTables(connection);
        }
    }

    private static void createPlansTables(Connection connection) throws SQLException {
        Sql.run(connection, """
            CREATE TABLE tracked_emails (
                id VARCHAR(36) PRIMARY KEY,
                recipient VARCHAR(255),
                subject VARCHAR(500),
                notes TEXT,
                created_at DATETIME DEFAULT CURRENT_TIMESTAMP,
                INDEX idx_created_at (created_at)
            ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci\
            """);
        Sql.run(connection, """
            CREATE TABLE opens (
                id INT AUTO_INCREMENT PRIMARY KEY,
                tracked_email_id VARCHAR(36) NOT NULL,
                opened_at DATETIME DEFAULT CURRENT_TIMESTAMP,
                ip_address VARCHAR(45),
                user_agent TEXT,
                referer TEXT,
                country VARCHAR(100),
                city VARCHAR(100),
                FOREIGN KEY (tracked_email_id) REFERENCES tracked_emails(id) ON DELETE CASCADE,
                INDEX idx_tracked_email_id (tracked_email_id),
                INDEX idx_opened_at (opened_at)
            ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci\
            """);
    }

    /// A mapper names no character set, gives each constraint a name, and may forget the cascade.
    private static void createMappersTables(Connection connection) throws SQLException {
        Sql.run(connection, """
            CREATE TABLE tracked_emails (
                id VARCHAR(36) NOT NULL,
                recipient VARCHAR(255),
                subject VARCHAR(500),
                notes TEXT,
                created_at DATETIME,
                CONSTRAINT pk_tracked_emails PRIMARY KEY (id)
            )\
            """);
        Sql.run(connection, "CREATE INDEX ix_tracked_emails_created_at ON tracked_emails (created_at)");
        Sql.run(connection, "CREATE INDEX ix_tracked_emails_recipient ON tracked_emails (recipient)");
        Sql.run(connection, """
            CREATE TABLE opens (
                id INTEGER NOT NULL AUTO_INCREMENT,
                tracked_email_id VARCHAR(36) NOT NULL,
                opened_at DATETIME,
                ip_address VARCHAR(45),
                user_agent TEXT,
                referer TEXT,
                country VARCHAR(100),
                city VARCHAR(100),
                CONSTRAINT pk_opens PRIMARY KEY (id),
                CONSTRAINT fk_opens_tracked_email_id_tracked_emails
                    FOREIGN KEY (tracked_email_id) REFERENCES tracked_emails (id)
            )\
            """);
        Sql.run(connection, "CREATE INDEX ix_opens_opened_at_id ON opens (opened_at, id)");
        Sql.run(connection, "CREATE INDEX ix_opens_tracked_email_id ON opens (tracked_email_id)");
    }

    private void fill(Connection connection) throws SQLException {
        addTrack(
                connection,
                EMOJI_ID,
                "Zoë <zoe@example.org>",
                subject(),
                "Crème brûlée\n2nd line",
                "2024-02-29 23:59:59");
        addTrack(connection, BARE_ID, null, null, null, null);
        addTrack(connection, UNOPENED_ID, "o'hara@example.org", "", "x".repeat(60_000), "2025-01-01 00:00:00");
        addOpen(connection, 1, EMOJI_ID, "2024-03-01 08:00:00", "192.0.2.7");
        addOpen(connection, 7, EMOJI_ID, "2024-03-02 09:30:00", "2001:db8:1234:5678:9abc:def0:1234:5678");
        addOpen(connection, 8, EMOJI_ID, null, null);
        addOpen(connection, 9, BARE_ID, "2024-03-03 10:00:00", "::ffff:203.0.113.9");
        addOpen(connection, 2_000_000_000L, BARE_ID, "2024-03-03 10:00:00", null);
        addOpen(connection, LAST_ID, BARE_ID, null, null);
        Sql.run(connection, "DELETE FROM opens WHERE id = " + LAST_ID);
        fillAdditions(connection);
    }

    private void fillAdditions(Connection connection) throws SQLException {
        if (hasJudgments()) {
            Sql.run(connection, "UPDATE opens SET is_real_open = FALSE, proxy_type = 'apple' WHERE id = 7");
            Sql.run(connection, "UPDATE opens SET is_real_open = TRUE, proxy_type = 'google' WHERE id = 9");
        }
        if (trackAdditions == TRACK_ADDITIONS.size()) {
            Sql.run(
                    connection,
                    "UPDATE tracked_emails SET pinned = TRUE, message_group_id = 'group',"
                            + " notified_at = '2024-03-01 08:00:01' WHERE id = '" + EMOJI_ID + "'");
            Sql.run(connection, "ALTER TABLE tracked_emails MODIFY COLUMN pinned BOOLEAN NOT NULL");
            Sql.run(connection, "CREATE INDEX ix_tracked_emails_message_group_id ON tracked_emails (message_group_id)");
        }
    }

    private boolean hasJudgments() {
        return openAdditions == OPEN_ADDITIONS.size();
    }

    private String subject() {
        return maker == Maker.PLAN || characterSet.equals("utf8mb4") ? "Grüße 🎉👩‍👩‍👧 你好" : "Grüße für Zoë";
    }

    /// What this database's reads are: those that were judged so, or that nobody judged.
    int readsOfEmojiTrack() {
        return hasJudgments() ? 2 : 3;
    }

    private static void addTrack(Connection connection, @Nullable String... values) throws SQLException {
        try (var insert = connection.prepareStatement(
                "INSERT INTO tracked_emails (id, recipient, subject, notes, created_at) VALUES (?, ?, ?, ?, ?)")) {
            for (int i = 0; i < values.length; i++) {
                insert.setString(i + 1, values[i]);
            }
            insert.executeUpdate();
        }
    }

    private static void addOpen(
            Connection connection, long id, String track, @Nullable String openedAt, @Nullable String address)
            throws SQLException {
        try (var insert = connection.prepareStatement(
                "INSERT INTO opens (id, tracked_email_id, opened_at, ip_address, user_agent, city) VALUES (?, ?, ?, ?,"
                        + " ?, ?)")) {
            insert.setLong(1, id);
            insert.setString(2, track);
            insert.setString(3, openedAt);
            insert.setString(4, address);
            insert.setString(5, address == null ? null : "Mozilla/5.0 (é)");
            insert.setString(6, address == null ? null : "Málaga");
            insert.executeUpdate();
        }
    }

    @Override
    public String toString() {
        return name + " in " + characterSet + " with " + trackAdditions + " and " + openAdditions + " additions";
    }
}
