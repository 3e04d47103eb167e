package com.tachyonfuture.mailtrack.mysql.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tachyonfuture.mailtrack.mysql.stats.CountedNumbers;
import com.tachyonfuture.mailtrack.mysql.testing.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TakeOverTest {

    private static List<Map<String, @Nullable String>> freshColumns = List.of();
    private static List<Map<String, @Nullable String>> freshTables = List.of();

    @BeforeAll
    static void lookAtAFreshDatabase() throws SQLException {
        try (var fresh = TestDatabase.fresh()) {
            Migrations.run(fresh.dataSource());
            freshColumns = Rows.columns(fresh);
            freshTables = Rows.tables(fresh);
        }
    }

    static List<OldDatabase> oldDatabases() {
        return OldDatabase.all();
    }

    @ParameterizedTest
    @MethodSource("oldDatabases")
    void everyOldDatabaseIsTakenOverWhole(OldDatabase old) throws SQLException {
        try (var database = old.make()) {
            var tracks = Rows.of(database, "SELECT * FROM tracked_emails ORDER BY id");
            var opens = Rows.of(database, "SELECT * FROM opens ORDER BY id");

            Migrations.run(database.dataSource());

            assertThat(tracks).hasSize(OldDatabase.TRACKS);
            assertThat(opens).hasSize(OldDatabase.OPENS);
            assertThat(oldPart(database, tracks, "tracked_emails")).isEqualTo(tracks);
            assertThat(oldPart(database, opens, "opens")).isEqualTo(opens);
            assertThat(Rows.columns(database)).isEqualTo(freshColumns);
            assertThat(Rows.tables(database)).isEqualTo(freshTables);
            assertNumbersAreRight(database, old);
            assertNewRowsGoOn(database);
        }
    }

    /// The rows as they are now, in the columns that they had.
    private static List<Map<String, @Nullable String>> oldPart(
            TestDatabase database, List<Map<String, @Nullable String>> before, String table) throws SQLException {
        return Rows.of(
                database,
                "SELECT " + String.join(", ", before.getFirst().keySet()) + " FROM " + table + " ORDER BY id");
    }

    private static void assertNumbersAreRight(TestDatabase database, OldDatabase old) throws SQLException {
        assertThat(Rows.of(database, """
            SELECT open_count, read_count, first_opened_at, last_opened_at
            FROM tracked_emails ORDER BY id\
            """))
                .extracting(row -> new ArrayList<>(row.values()).toString())
                .containsExactly(
                        "[3, " + old.readsOfEmojiTrack() + ", 2024-03-01 08:00:00, 2024-03-02 09:30:00]",
                        "[2, 2, 2024-03-03 10:00:00, 2024-03-03 10:00:00]",
                        "[0, 0, null, null]");
        assertThat(Rows.of(database, "SELECT name, value FROM totals WHERE name NOT LIKE '%\\_opens' ORDER BY name"))
                .extracting(row -> row.get("name") + " " + row.get("value"))
                .containsExactly(
                        "api_keys 0",
                        "delivered_tracks 2",
                        "opened_tracks 2",
                        "opens 5",
                        "pinned_tracks " + Rows.only(database, "SELECT COUNT(*) FROM tracked_emails WHERE pinned"),
                        "read_tracks 2",
                        "reads " + (old.readsOfEmojiTrack() + 2),
                        "stopped_tracks 0",
                        "tracks 3");
        assertRollupsAreRight(database, old);
        try (var connection = database.connect()) {
            assertThat(CountedNumbers.differences(connection)).isEmpty();
        }
        assertThat(Rows.only(database, "SELECT COUNT(*) FROM opens WHERE counted <> COALESCE(is_real_open, TRUE)"))
                .isEqualTo("0");
        assertThat(Rows.of(database, "SELECT search_text FROM tracked_emails ORDER BY id"))
                .extracting(row -> row.get("search_text"))
                .satisfiesExactly(
                        emoji -> assertThat(emoji)
                                .startsWith(" zoe example org gru")
                                .contains(" creme brulee"),
                        bare -> assertThat(bare).isEmpty(),
                        unopened -> assertThat(unopened).startsWith(" o hara example org xxx"));
    }

    /// Opens whose time nobody knows are in none.
    private static void assertRollupsAreRight(TestDatabase database, OldDatabase old) throws SQLException {
        var judged = old.readsOfEmojiTrack() - 2;
        assertThat(Rows.of(database, "SELECT * FROM track_rollups ORDER BY track_id, bucket"))
                .extracting(row -> String.join(" ", row.values()))
                .containsExactly(
                        OldDatabase.EMOJI_ID + " 2024-03-01 08:00:00 unjudged 1 1",
                        OldDatabase.EMOJI_ID + " 2024-03-02 09:30:00 unjudged 1 " + judged,
                        OldDatabase.BARE_ID + " 2024-03-03 10:00:00 unjudged 2 2");
        assertThat(Rows.of(database, """
            SELECT TIMESTAMPADD(MINUTE, bucket * 15, '1970-01-01') AS quarter, value, open_count, read_count
            FROM rollups WHERE dimension = 'verdict' AND level = 0 ORDER BY bucket\
            """))
                .extracting(row -> String.join(" ", row.values()))
                .containsExactly(
                        "2024-03-01 08:00:00 unjudged 1 1",
                        "2024-03-02 09:30:00 unjudged 1 " + judged,
                        "2024-03-03 10:00:00 unjudged 2 2");
    }

    private static void assertNewRowsGoOn(TestDatabase database) throws SQLException {
        Rows.execute(database, "INSERT INTO tracked_emails (id, subject) VALUES ('new', '📬 new')");
        Rows.execute(database, "INSERT INTO opens (tracked_email_id) VALUES ('new')");
        Rows.execute(database, "INSERT INTO opens (id, tracked_email_id) VALUES (3000000000, 'new')");
        Rows.execute(database, "INSERT INTO opens (tracked_email_id) VALUES ('new')");

        assertThat(Rows.of(database, "SELECT id FROM opens WHERE tracked_email_id = 'new' ORDER BY id"))
                .extracting(row -> row.get("id"))
                .containsExactly(Long.toString(OldDatabase.LAST_ID + 1), "3000000000", "3000000001");
        assertThat(Rows.only(database, "SELECT created_at IS NOT NULL FROM tracked_emails WHERE id = 'new'"))
                .isEqualTo("1");
        assertThatThrownBy(() -> Rows.execute(database, "INSERT INTO opens (tracked_email_id) VALUES ('nobody')"))
                .isInstanceOf(SQLException.class);
        Rows.execute(database, "DELETE FROM tracked_emails WHERE id = 'new'");
        assertThat(Rows.only(database, "SELECT COUNT(*) FROM opens WHERE tracked_email_id = 'new'"))
                .isEqualTo("0");
    }

    @Test
    void runsOnceAndThenFindsNothingToDo() throws SQLException {
        try (var database = OldDatabase.newest().make()) {
            Migrations.run(database.dataSource());
            var history = Rows.of(database, "SELECT version, success FROM flyway_schema_history");
            var opens = Rows.of(database, "SELECT * FROM opens ORDER BY id");

            Migrations.run(database.dataSource());

            assertThat(Rows.of(database, "SELECT version, success FROM flyway_schema_history"))
                    .isEqualTo(history);
            assertThat(Rows.of(database, "SELECT * FROM opens ORDER BY id")).isEqualTo(opens);
        }
    }

    @Test
    void theTablesOfOthersStayAndOursJoinThem() throws SQLException {
        try (var database = TestDatabase.fresh("latin1")) {
            Rows.execute(database, "CREATE TABLE recipes (id INT PRIMARY KEY, title VARCHAR(20))");
            Rows.execute(database, "INSERT INTO recipes VALUES (1, 'Knödel')");

            Migrations.run(database.dataSource());

            assertThat(Rows.only(database, "SELECT title FROM recipes")).isEqualTo("Knödel");
            Rows.execute(database, "DROP TABLE recipes");
            assertThat(Rows.columns(database)).isEqualTo(freshColumns);
        }
    }

    @Test
    void opensWithoutTheirTracksGetThemBack() throws SQLException {
        try (var database = OldDatabase.newest().make()) {
            Rows.execute(database, "ALTER TABLE opens DROP FOREIGN KEY fk_opens_tracked_email_id_tracked_emails");
            Rows.execute(database, "DROP TABLE tracked_emails");

            Migrations.run(database.dataSource());

            assertThat(Rows.columns(database)).isEqualTo(freshColumns);
            assertThat(Rows.of(database, "SELECT id, open_count, created_at FROM tracked_emails ORDER BY id"))
                    .extracting(row -> new ArrayList<>(row.values()).toString())
                    .containsExactly(
                            "[" + OldDatabase.EMOJI_ID + ", 3, 2024-03-01 08:00:00]",
                            "[" + OldDatabase.BARE_ID + ", 2, 2024-03-03 10:00:00]");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void aTrackWithoutAnIdGetsOneAndKeepsItsOpens(String empty) throws SQLException {
        try (var database = OldDatabase.newest().make()) {
            Rows.execute(database, "INSERT INTO tracked_emails (id, subject, pinned) VALUES ('" + empty + "', 'a', 0)");
            Rows.execute(database, "INSERT INTO opens (tracked_email_id) VALUES ('" + empty + "')");

            Migrations.run(database.dataSource());

            var named = Rows.of(database, "SELECT id, open_count, search_text FROM tracked_emails WHERE subject = 'a'");
            assertThat(named).singleElement().satisfies(track -> {
                assertThat(UUID.fromString(track.get("id"))).hasToString(track.get("id"));
                assertThat(track).containsEntry("open_count", "1").containsEntry("search_text", " a");
            });
            assertThat(Rows.only(database, "SELECT COUNT(*) FROM opens WHERE tracked_email_id = ''"))
                    .isEqualTo("0");
        }
    }

    @Test
    void opensOfNoTrackAtAllGetOneWithAnId() throws SQLException {
        try (var database = OldDatabase.newest().make()) {
            Rows.execute(database, "ALTER TABLE opens DROP FOREIGN KEY fk_opens_tracked_email_id_tracked_emails");
            Rows.execute(database, "INSERT INTO opens (tracked_email_id) VALUES ('')");

            Migrations.run(database.dataSource());

            assertThat(Rows.of(database, "SELECT id, open_count FROM tracked_emails WHERE notes LIKE 'Mailtrack%'"))
                    .singleElement()
                    .satisfies(track -> assertThat(track.get("id")).hasSize(36))
                    .satisfies(track -> assertThat(track).containsEntry("open_count", "1"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000-00-00 00:00:00", "2024-00-00 00:00:00", "2024-03-00 10:00:00"})
    void aDateThatDoesNotExistIsNone(String date) throws SQLException {
        try (var database = OldDatabase.newest().make()) {
            try (var connection = database.connect()) {
                Sql.run(connection, "SET SESSION sql_mode = ''");
                Sql.run(connection, "UPDATE tracked_emails SET created_at = '" + date + "'");
                Sql.run(connection, "UPDATE opens SET opened_at = '" + date + "' WHERE id = 1");
                Sql.run(connection, "SET SESSION sql_mode = DEFAULT");
            }

            Migrations.run(database.dataSource());

            assertThat(Rows.only(database, "SELECT COUNT(created_at) FROM tracked_emails"))
                    .isEqualTo("0");
            assertThat(Rows.of(database, "SELECT id FROM opens WHERE opened_at IS NULL ORDER BY id"))
                    .extracting(row -> row.get("id"))
                    .containsExactly("1", "8");
            assertThat(Rows.only(
                            database,
                            "SELECT first_opened_at FROM tracked_emails WHERE id = '" + OldDatabase.EMOJI_ID + "'"))
                    .isEqualTo("2024-03-02 09:30:00");
        }
    }

    @Test
    void tracksWithoutATableOfOpensGetOne() throws SQLException {
        try (var database = OldDatabase.newest().make()) {
            Rows.execute(database, "DROP TABLE opens");

            Migrations.run(database.dataSource());

            assertThat(Rows.columns(database)).isEqualTo(freshColumns);
            assertThat(Rows.only(database, "SELECT COUNT(*) FROM tracked_emails"))
                    .isEqualTo("3");
            assertThat(Rows.only(database, "SELECT value FROM totals WHERE name = 'opens'"))
                    .isEqualTo("0");
        }
    }

    @Test
    void whatIsWiderThanOursKeepsItsWidthAndItsText() throws SQLException {
        try (var database = OldDatabase.newest().make()) {
            var long600 = "ü".repeat(600);
            Rows.execute(database, "ALTER TABLE tracked_emails MODIFY subject VARCHAR(700), MODIFY notes LONGTEXT");
            Rows.execute(database, "UPDATE tracked_emails SET subject = '" + long600 + "'");

            Migrations.run(database.dataSource());

            assertThat(Rows.only(database, "SELECT subject FROM tracked_emails LIMIT 1"))
                    .isEqualTo(long600);
            assertThat(Rows.columns(database))
                    .filteredOn(
                            row -> "subject".equals(row.get("column_name")) || "notes".equals(row.get("column_name")))
                    .extracting(row -> row.get("column_type") + " " + row.get("collation_name"))
                    .containsExactly("longtext utf8mb4_unicode_ci", "varchar(700) utf8mb4_unicode_ci");
        }
    }

    @Test
    void aLatin1TextThatNeedsMoreBytesGetsThem() throws SQLException {
        try (var database = OldDatabase.newest().make()) {
            var umlauts = "ü".repeat(65_535);
            Rows.execute(database, "UPDATE tracked_emails SET notes = '" + umlauts + "'");

            Migrations.run(database.dataSource());

            assertThat(Rows.only(database, "SELECT notes FROM tracked_emails LIMIT 1"))
                    .isEqualTo(umlauts);
        }
    }

    @Test
    void anotherCollationOfEachTableIsNoObstacle() throws SQLException {
        try (var database = TestDatabase.fresh("utf8mb4 COLLATE utf8mb4_general_ci")) {
            Rows.execute(
                    database, "CREATE TABLE tracked_emails (id VARCHAR(36) PRIMARY KEY, created_at TIMESTAMP NULL)");
            Rows.execute(
                    database,
                    "CREATE TABLE opens (id INT UNSIGNED AUTO_INCREMENT PRIMARY KEY, tracked_email_id VARCHAR(36)"
                            + " COLLATE utf8mb4_bin NOT NULL, opened_at DATETIME(3)) ENGINE=MyISAM");
            Rows.execute(database, "INSERT INTO tracked_emails VALUES ('a', '2024-03-01 08:00:00')");
            Rows.execute(
                    database, "INSERT INTO opens VALUES (4000000000, 'a', '2024-03-01 08:00:00.123'), (5, 'b', NULL)");

            Migrations.run(database.dataSource());

            assertThat(Rows.columns(database)).isEqualTo(freshColumns);
            assertThat(Rows.tables(database)).isEqualTo(freshTables);
            assertThat(Rows.of(database, "SELECT id, created_at, first_opened_at FROM tracked_emails ORDER BY id"))
                    .extracting(row -> new ArrayList<>(row.values()).toString())
                    .containsExactly("[a, 2024-03-01 08:00:00, 2024-03-01 08:00:00.123000]", "[b, null, null]");
        }
    }

    @Test
    void indexesOfOthersAreUsedAndTheirNamesLeftToThem() throws SQLException {
        try (var database = OldDatabase.newest().make()) {
            Rows.execute(database, "CREATE INDEX ix_opens_counted_opened ON opens (city)");

            Migrations.run(database.dataSource());

            assertThat(indexNames(database, "tracked_emails"))
                    .containsExactlyInAnyOrder(
                            "PRIMARY",
                            "ix_tracked_emails_created_at",
                            "ix_tracked_emails_human_created",
                            "ix_tracked_emails_image_proxy_created",
                            "ix_tracked_emails_prefetch_created",
                            "ix_tracked_emails_scanner_created",
                            "ix_tracked_emails_bot_created",
                            "ix_tracked_emails_self_created",
                            "ix_tracked_emails_undecided_created",
                            "ix_tracked_emails_recipient",
                            "ix_tracked_emails_message_group_id",
                            "ix_tracked_emails_state_created",
                            "ix_tracked_emails_active_states",
                            "ix_tracked_emails_reads_created",
                            "ix_tracked_emails_recipient_created",
                            "ix_tracked_emails_group_created",
                            "ix_tracked_emails_pinned_created",
                            "ix_tracked_emails_stopped",
                            "ix_tracked_emails_third_last_read_at");
            assertThat(indexNames(database, "opens"))
                    .containsExactlyInAnyOrder(
                            "PRIMARY",
                            "ix_opens_opened_at_id",
                            "ix_opens_tracked_email_id",
                            "ix_opens_counted_opened",
                            "ix_opens_counted_opened_2");
        }
    }

    private static List<@Nullable String> indexNames(TestDatabase database, String table) throws SQLException {
        return Rows.of(
                        database,
                        "SELECT DISTINCT index_name FROM information_schema.statistics"
                                + " WHERE table_schema = DATABASE() AND table_name = '" + table + "'")
                .stream()
                .<@Nullable String>map(row -> row.get("index_name"))
                .toList();
    }
}
