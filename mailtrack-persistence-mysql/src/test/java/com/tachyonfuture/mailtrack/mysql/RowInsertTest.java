package com.tachyonfuture.mailtrack.mysql;

import static com.tachyonfuture.mailtrack.application.contract.Samples.track;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RowInsertTest extends MysqlFixture {

    private static final String CHARACTERS = "'\"\\`%_;#-/*(){}?:@!\u0000\n\r\t\u001a \u007fabAB0éß€😀\ufffd";

    @ParameterizedTest
    @ValueSource(strings = {"", "NO_BACKSLASH_ESCAPES", "ANSI_QUOTES", "ANSI,NO_BACKSLASH_ESCAPES"})
    void whatStrangersWriteIsStoredAsItIs(String mode) throws SQLException {
        List<@Nullable String> texts = new ArrayList<>(Arrays.asList(
                "'",
                "\\",
                "\\'",
                "'); DROP TABLE opens; -- ",
                "{fn now()}",
                "?",
                "x'41'",
                "",
                null,
                "\u0000",
                "%",
                "😀"));
        texts.addAll(randomTexts(new Random(7), 300));

        try (var connection = ownConnection()) {
            prepare(connection, mode);

            insert(connection, texts);

            assertThat(stored(connection)).containsExactlyElementsOf(texts);
        }
    }

    private static List<String> randomTexts(Random random, int number) {
        int[] characters = CHARACTERS.codePoints().toArray();
        return IntStream.range(0, number)
                .mapToObj(_ -> IntStream.range(0, random.nextInt(30))
                        .mapToObj(_ -> Character.toString(characters[random.nextInt(characters.length)]))
                        .collect(Collectors.joining()))
                .toList();
    }

    @Test
    void manyLongRowsAreSentInSeveralStatementsInTheirOrder() throws SQLException {
        List<String> texts =
                IntStream.range(0, 40).mapToObj(i -> "é".repeat(3_000) + i).toList();

        try (var connection = ownConnection()) {
            prepare(connection, "");
            long before = inserts(connection);
            insert(connection, texts);

            assertThat(inserts(connection) - before).isEqualTo(2);
            assertThat(stored(connection)).containsExactlyElementsOf(texts);
        }
    }

    @Test
    void nothingIsSentForNoRows() throws SQLException {
        try (var connection = ownConnection()) {
            prepare(connection, "");
            long before = inserts(connection);

            insert(connection, List.of());

            assertThat(inserts(connection)).isEqualTo(before);
        }
    }

    /// It is a part of the statement, so it ends with it.
    @Test
    void theServerLooksUpForeignKeysAgainAfterwards() throws SQLException {
        tracks().add(track(1));
        try (var connection = ownConnection()) {
            var unchecked = new RowInsert(
                    connection, RowInsert.UNCHECKED + " INTO opens (tracked_email_id, opened_at) VALUES ", "");
            unchecked.value("no such track").value(Instant.EPOCH).endRow();
            unchecked.send();

            try (var statement = connection.createStatement();
                    var checks = statement.executeQuery("SELECT @@SESSION.foreign_key_checks")) {
                checks.next();
                assertThat(checks.getInt(1)).isEqualTo(1);
            }
        }

        assertThat(texts("SELECT tracked_email_id FROM opens")).containsExactly("no such track");
    }

    /// Not one of a pool, whose next user would find our settings.
    private static Connection ownConnection() throws SQLException {
        var server = testDatabase();
        return DriverManager.getConnection(server.url(), server.user(), server.password());
    }

    private static void prepare(Connection connection, String mode) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("SET SESSION sql_mode = '" + mode + "'");
            statement.execute("CREATE TEMPORARY TABLE notes (id INT AUTO_INCREMENT PRIMARY KEY, number BIGINT,"
                    + " at DATETIME(6), note MEDIUMTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin)");
        }
    }

    private static void insert(Connection connection, List<? extends @Nullable String> texts) throws SQLException {
        var insert = new RowInsert(connection, "INSERT INTO notes (number, at, note) VALUES ", "");
        for (String text : texts) {
            insert.value(-1).value(Instant.EPOCH).value(text).endRow();
        }
        insert.send();
    }

    private static List<@Nullable String> stored(Connection connection) throws SQLException {
        var stored = new ArrayList<@Nullable String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT note FROM notes ORDER BY id")) {
            while (rows.next()) {
                stored.add(rows.getString(1));
            }
        }
        return stored;
    }

    private static long inserts(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SHOW SESSION STATUS LIKE 'Com_insert'")) {
            row.next();
            return row.getLong(2);
        }
    }
}
