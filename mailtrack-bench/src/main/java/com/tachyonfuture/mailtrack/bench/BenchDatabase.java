package com.tachyonfuture.mailtrack.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The database that the program under test writes to, seen from beside it.
///
/// A database that was given, rather than embedded, is emptied before each measurement. So its name must say that
/// it is for a bench, and it must be empty at first; then the bench leaves a table in it, by which it knows its
/// own again, and even then no other tracks than the bench's may be in it.
final class BenchDatabase implements AutoCloseable {

    /// Which tracks are the bench's.
    static final String GROUP = "mailtrack-bench";

    private static final long POOL_TO_FILL = 2L << 30;
    private static final String NAME_CONTAINS = "bench";
    private static final int ROWS_TOGETHER = 1_000;
    private static final int OPENS_TOGETHER = 20_000;

    private static final String NOTHING_KNOWN = """
        country = NULL, city = NULL, country_code = NULL, asn = NULL, network = NULL, client = NULL, os = NULL,
        device = NULL, verdict = NULL, reason = NULL, confidence = NULL, agent = NULL, rule_book = NULL\
        """;

    private static final String MARK = "mailtrack_bench_may_drop_all";

    private final Connection connection;

    private BenchDatabase(Connection connection) {
        this.connection = connection;
    }

    static BenchDatabase connect(String url, Properties properties) {
        try {
            return new BenchDatabase(DriverManager.getConnection(url, properties));
        } catch (SQLException e) {
            throw new BenchFailure("The database can't be reached: " + e.getMessage(), e);
        }
    }

    /// As [#connect], and makes the database if there is none.
    static BenchDatabase make(String url) {
        String separator = url.contains("?") ? "&" : "?";
        return connect(url + separator + "createDatabaseIfNotExist=true", new Properties());
    }

    /// Empties it if it is one that the bench made for data that are kept.
    void emptyKept() {
        requireNameOfABench();
        List<String> tables = tables();
        if (!tables.isEmpty() && !tables.contains(MARK)) {
            throw notOurs();
        }
        drop(tables);
    }

    /// Empties it if it is the bench's own.
    void empty() {
        requireNameOfABench();
        List<String> tables = tables();
        if (tables.isEmpty()) {
            return;
        }
        boolean ours = tables.contains(MARK)
                && (!tables.contains("tracked_emails")
                        || number("SELECT COUNT(*) FROM tracked_emails WHERE NOT message_group_id <=> '" + GROUP + "'")
                                == 0);
        if (!ours) {
            throw notOurs();
        }
        drop(tables);
    }

    private List<String> tables() {
        return texts("SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()");
    }

    private static BenchFailure notOurs() {
        return new BenchFailure("The database holds something that is not the bench's. Name one without tables: "
                + "the bench drops everything in it, again and again.");
    }

    private void drop(List<String> tables) {
        execute("SET FOREIGN_KEY_CHECKS = 0");
        tables.forEach(table -> execute("DROP TABLE IF EXISTS `" + table + "`"));
    }

    /// An empty database may have been made for something that starts tomorrow, and the bench would move in.
    private void requireNameOfABench() {
        String name = Objects.requireNonNullElse(texts("SELECT DATABASE()").getFirst(), "");
        if (!name.toLowerCase(Locale.ROOT).contains(NAME_CONTAINS)) {
            throw new BenchFailure(Text.of(
                    "The database is called \"%s\". The bench takes only one with \"%s\" in its name, such as"
                            + " mailtrack_bench: it drops everything in it, again and again.",
                    name, NAME_CONTAINS));
        }
    }

    /// Leaves the table by which the bench knows its own again.
    void mark() {
        execute("CREATE TABLE IF NOT EXISTS " + MARK + " (id INT PRIMARY KEY)");
    }

    /// Lets the server take much in at once, as far as it lets itself be told: it keeps a transaction for good
    /// within a second, not at its end, and until it is started anew has a large share of the tables in memory. Or
    /// ends that.
    void hurry(boolean on) {
        tryTo("SET GLOBAL innodb_flush_log_at_trx_commit = " + (on ? 2 : 1));
        if (on) {
            tryTo("SET GLOBAL innodb_buffer_pool_size = GREATEST(@@innodb_buffer_pool_size, " + POOL_TO_FILL + ")");
        }
    }

    private void tryTo(String sql) {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException _) {
            // Then it takes longer.
        }
    }

    /// How far the spool was written: how many hits were taken from it since its folder was made.
    long position() {
        return number("SELECT COALESCE(MAX(position), 0) FROM spool_positions");
    }

    long opens() {
        return number("SELECT COUNT(*) FROM opens");
    }

    /// What all tables and their indexes take, as the server says.
    long bytes() {
        for (String table : texts("SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()"
                + " AND table_type = 'BASE TABLE'")) {
            texts("ANALYZE TABLE `" + table + "`");
        }
        return number("SELECT SUM(data_length + index_length) FROM information_schema.tables"
                + " WHERE table_schema = DATABASE()");
    }

    /// Makes tracks that the program could have made, only faster; what is counted of them is to be counted anew.
    ///
    /// @param createdAt when each of them was created, by its place among the ids
    void insertTracks(List<String> ids, IntFunction<Instant> createdAt) {
        for (int from = 0; from < ids.size(); from += ROWS_TOGETHER) {
            execute(IntStream.range(from, Math.min(ids.size(), from + ROWS_TOGETHER))
                    .mapToObj(i -> "('" + ids.get(i) + "', 'reader@example.com', 'Letter', '" + GROUP + "', '"
                            + createdAt.apply(i).toString().replace("T", " ").replace("Z", "") + "')")
                    .collect(Collectors.joining(
                            ", ",
                            "INSERT INTO tracked_emails (id, recipient, subject, message_group_id, created_at) VALUES ",
                            "")));
        }
    }

    /// Leaves the opens as if nobody had judged or described them; the numbers kept about them are to be counted anew.
    /// A few at a time, so that the server has cleaned up after it when the next measurement begins.
    void forgetJudgements() {
        long last = number("SELECT MAX(id) FROM opens");
        for (long from = 0; from <= last; from += OPENS_TOGETHER) {
            execute("UPDATE opens SET " + NOTHING_KNOWN + ", is_repeat = FALSE, counted = FALSE WHERE id > " + from
                    + " AND id <= " + (from + OPENS_TOGETHER));
        }
        execute("DELETE FROM recent_views");
    }

    String version() {
        String version = texts("SELECT VERSION()").getFirst();
        return version.contains("MariaDB") ? "MariaDB " + version.replaceFirst("-MariaDB.*", "") : "MySQL " + version;
    }

    private long number(String sql) {
        return Long.parseLong(texts(sql).getFirst());
    }

    private List<String> texts(String sql) {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private void execute(String sql) {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private static BenchFailure failure(SQLException e) {
        return new BenchFailure("The database does not answer as it should: " + e.getMessage(), e);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw failure(e);
        }
    }
}
