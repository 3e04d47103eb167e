package com.tachyonfuture.mailtrack.app.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the database says of the hits of a test, read past the program under test.
///
/// @param rows of `opens`, in the order of their ids
/// @param storedCounters per track and over all tracks, the sums and those of each quarter of an hour
/// @param countedRows the same numbers, counted
record RecordedOpens(List<Row> rows, Map<String, String> storedCounters, Map<String, String> countedRows) {

    /// The beginning of the quarter of an hour that an open lies in.
    private static final String QUARTER =
            "CAST(TIMESTAMP(DATE(opened_at), MAKETIME(HOUR(opened_at), MINUTE(opened_at) DIV 15 * 15, 0)) AS CHAR)";

    /// @param marker of the request
    record Row(String track, Instant openedAt, String marker) {}

    /// @param database gives a connection to it
    static RecordedOpens in(Callable<Connection> database) throws Exception {
        try (Connection connection = database.call()) {
            var stored = new HashMap<String, String>();
            var counted = new HashMap<String, String>();
            readTracks(connection, stored, counted);
            readTotals(connection, stored, counted);
            readRollups(connection, stored, counted);
            return new RecordedOpens(rows(connection), stored, counted);
        }
    }

    private static List<Row> rows(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery(
                        "SELECT tracked_email_id, opened_at, user_agent FROM opens ORDER BY id")) {
            var rows = new ArrayList<Row>();
            while (found.next()) {
                Instant openedAt = found.getObject(2, LocalDateTime.class).toInstant(ZoneOffset.UTC);
                rows.add(new Row(found.getString(1), openedAt, found.getString(3)));
            }
            return rows;
        }
    }

    private static void readTracks(Connection connection, Map<String, String> stored, Map<String, String> counted)
            throws SQLException {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery("""
                    SELECT t.id, t.open_count, t.read_count, t.first_opened_at, t.last_opened_at,
                        COUNT(o.id), COALESCE(SUM(o.counted), 0), MIN(o.opened_at), MAX(o.opened_at)
                    FROM tracked_emails t LEFT JOIN opens o ON o.tracked_email_id = t.id
                    GROUP BY t.id, t.open_count, t.read_count, t.first_opened_at, t.last_opened_at\
                    """)) {
            while (found.next()) {
                stored.put(found.getString(1), texts(found, 2));
                counted.put(found.getString(1), texts(found, 6));
            }
        }
    }

    private static String texts(ResultSet row, int from) throws SQLException {
        return row.getString(from) + " opens, " + row.getString(from + 1) + " reads, " + row.getString(from + 2)
                + " to " + row.getString(from + 3);
    }

    private static void readTotals(Connection connection, Map<String, String> stored, Map<String, String> counted)
            throws SQLException {
        read(
                connection,
                stored,
                "SELECT name, value FROM totals WHERE name IN" + " ('tracks', 'opens', 'reads', 'opened_tracks')");
        read(connection, counted, """
            SELECT 'tracks', COUNT(*) FROM tracked_emails
            UNION ALL SELECT 'opens', COUNT(*) FROM opens
            UNION ALL SELECT 'reads', COALESCE(SUM(counted), 0) FROM opens
            UNION ALL SELECT 'opened_tracks', COUNT(DISTINCT tracked_email_id) FROM opens\
            """);
    }

    /// By quarters of an hour, whatever the verdicts.
    private static void readRollups(Connection connection, Map<String, String> stored, Map<String, String> counted)
            throws SQLException {
        read(connection, stored, """
            SELECT CONCAT(track_id, ' ', CAST(bucket AS CHAR)),
                CONCAT(SUM(open_count), ' opens, ', SUM(read_count), ' reads')
            FROM track_rollups GROUP BY track_id, bucket\
            """);
        read(connection, stored, """
            SELECT CONCAT('all ', CAST(TIMESTAMPADD(MINUTE, bucket * 15, '1970-01-01') AS CHAR)),
                CONCAT(SUM(open_count), ' opens, ', SUM(read_count), ' reads')
            FROM rollups WHERE dimension = 'verdict' AND level = 0 GROUP BY bucket\
            """);
        read(connection, counted, """
            SELECT CONCAT(tracked_email_id, ' ', quarter), CONCAT(COUNT(*), ' opens, ', SUM(counted), ' reads')
            FROM (SELECT tracked_email_id, counted, %s AS quarter FROM opens) o GROUP BY tracked_email_id, quarter\
            """.formatted(QUARTER));
        read(connection, counted, """
            SELECT CONCAT('all ', quarter), CONCAT(COUNT(*), ' opens, ', SUM(counted), ' reads')
            FROM (SELECT counted, %s AS quarter FROM opens) o GROUP BY quarter\
            """.formatted(QUARTER));
    }

    private static void read(Connection connection, Map<String, String> into, String numbers) throws SQLException {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery(numbers)) {
            while (found.next()) {
                into.put(found.getString(1), found.getString(2));
            }
        }
    }

    /// Every acknowledged hit has one row, and all is as [#assertThatNoneIsThereTwice] says.
    void assertThatEachIsThereOnce(PixelLoad... loads) {
        assertThatNoneIsMissing(loads);
        assertThatNoneIsThereTwice(loads);
    }

    /// Every acknowledged hit has a row.
    void assertThatNoneIsMissing(PixelLoad... loads) {
        Set<String> found = rows.stream().map(Row::marker).collect(Collectors.toSet());
        assertThat(byMarker(loads).values())
                .as("acknowledged and lost")
                .filteredOn(fetch -> fetch.isAcknowledged() && !found.contains(fetch.marker()))
                .isEmpty();
    }

    /// No hit has two rows, each row is that of a request, with its time and in its place, and whatever counts
    /// the rows counts them right.
    void assertThatNoneIsThereTwice(PixelLoad... loads) {
        Map<String, Fetch> fetches = byMarker(loads);
        assertThat(rows).extracting(Row::marker).as("recorded").doesNotHaveDuplicates();
        assertThat(rows)
                .as("recorded without a request")
                .filteredOn(row -> !fetches.containsKey(row.marker()))
                .isEmpty();
        assertThat(rows)
                .as("recorded with another track or time")
                .filteredOn(row -> !matches(row, Objects.requireNonNull(fetches.get(row.marker()))))
                .isEmpty();
        assertThatTheyAreInOrder(fetches);
        assertThatTheyAreCounted();
    }

    private static Map<String, Fetch> byMarker(PixelLoad... loads) {
        return Stream.of(loads)
                .flatMap(load -> load.fetches().stream())
                .collect(Collectors.toMap(Fetch::marker, Function.identity()));
    }

    private static boolean matches(Row row, Fetch fetch) {
        Instant answeredAt = fetch.answeredAt();
        return row.track().equals(fetch.track())
                && !row.openedAt().isBefore(fetch.sentAt().truncatedTo(ChronoUnit.MICROS))
                && (answeredAt == null || !row.openedAt().isAfter(answeredAt));
    }

    /// Of one reader, who waits for each answer.
    private void assertThatTheyAreInOrder(Map<String, Fetch> fetches) {
        Map<String, List<Integer>> numbers = rows.stream()
                .map(row -> Objects.requireNonNull(fetches.get(row.marker())))
                .collect(Collectors.groupingBy(Fetch::reader, Collectors.mapping(Fetch::number, Collectors.toList())));
        assertThat(numbers.values())
                .as("in the order of their ids")
                .allSatisfy(ofOne -> assertThat(ofOne).isSorted());
    }

    /// The counters of each track, and those over all, say what the rows say.
    void assertThatTheyAreCounted() {
        var names = new TreeSet<>(storedCounters.keySet());
        names.addAll(countedRows.keySet());
        assertThat(names)
                .filteredOn(name -> !Objects.equals(storedCounters.get(name), countedRows.get(name)))
                .extracting(name -> name + " says " + storedCounters.get(name) + ", has " + countedRows.get(name))
                .isEmpty();
    }
}
