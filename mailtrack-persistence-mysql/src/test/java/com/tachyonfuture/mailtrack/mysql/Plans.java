package com.tachyonfuture.mailtrack.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// How the server carries out a query on tables with some thousand rows.
public final class Plans {

    /// A line of EXPLAIN.
    ///
    /// @param access `ref` or `range` where the index tells which rows to read, `index` where all of it is read
    /// @param index the index that is read; null for none
    /// @param rows how many rows the server expects to look at
    public record Step(
            String table, String access, @Nullable String index, long rows, String extra) {

        public boolean sorts() {
            return extra.contains("filesort");
        }
    }

    /// Sets the parameters of a statement.
    @FunctionalInterface
    public interface Binding {
        void on(PreparedStatement statement) throws SQLException;
    }

    private Plans() {}

    /// Fills the tables: 2,000 tracks for 100 recipients, and 4,000 opens, half of them of one track.
    public static void seed(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("""
                INSERT INTO tracked_emails (id, recipient, subject, created_at, open_count, read_count, search_text)
                SELECT %s, CONCAT('reader', n %% 100, '@example.com'), CONCAT('Offer ', n),
                    TIMESTAMP('2026-01-01') + INTERVAL n MINUTE, n %% 2, n %% 2,
                    CONCAT(' reader', n %% 100, ' example com offer ', n)
                FROM (%s) numbers\
                """.formatted(id("n"), numbers(2_000)));
            statement.execute("""
                INSERT INTO opens (id, tracked_email_id, opened_at, counted)
                SELECT n + 1, %s, TIMESTAMP('2026-01-01') + INTERVAL n MINUTE, n %% 4 <> 0
                FROM (%s) numbers\
                """.formatted(id("IF(n % 2 = 0, 1, n % 2000)"), numbers(4_000)));
            statement.execute("ANALYZE TABLE tracked_emails, opens");
        }
    }

    /// The id of the track with a number, in SQL.
    public static String id(String number) {
        return "LOWER(CONCAT(LPAD(HEX((" + number + ") * 2654435761 % 4294967296), 8, '0'),"
                + " '-3b7e-4d19-9a44-0f6c1a52beef'))";
    }

    /// A query for the numbers `n` from 0, up to 10,000 of them.
    public static String numbers(int count) {
        String digits = IntStream.range(0, 10)
                .mapToObj(digit -> "SELECT " + digit + " AS d")
                .collect(Collectors.joining(" UNION ALL "));
        return "SELECT a.d + 10 * b.d + 100 * c.d + 1000 * d.d AS n FROM (%1$s) a, (%1$s) b, (%1$s) c, (%1$s) d"
                        .formatted(digits)
                + " HAVING n < " + count;
    }

    /// How many rows of tables and indexes the server looked at to answer.
    public static long rowsRead(Connection connection, String sql, Binding binding) throws SQLException {
        long before = rowsRead(connection);
        try (var statement = connection.prepareStatement(sql)) {
            binding.on(statement);
            try (var rows = statement.executeQuery()) {
                int shown = 0;
                while (rows.next()) {
                    shown++;
                }
                assertThat(shown).isPositive();
            }
        }
        return rowsRead(connection) - before;
    }

    private static long rowsRead(Connection connection) throws SQLException {
        long sum = 0;
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SHOW SESSION STATUS LIKE 'Handler_read_%'")) {
            while (rows.next()) {
                boolean ofTables = !rows.getString(1).contains("rnd");
                sum += ofTables ? rows.getLong(2) : 0;
            }
        }
        return sum;
    }

    public static List<Step> explain(Connection connection, String sql, Binding binding) throws SQLException {
        try (var statement = connection.prepareStatement("EXPLAIN FORMAT=TRADITIONAL " + sql)) {
            binding.on(statement);
            var steps = new ArrayList<Step>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    String extra = Objects.requireNonNullElse(rows.getString("Extra"), "");
                    steps.add(new Step(
                            rows.getString("table"),
                            rows.getString("type"),
                            rows.getString("key"),
                            rows.getLong("rows"),
                            extra));
                }
            }
            return steps;
        }
    }
}
