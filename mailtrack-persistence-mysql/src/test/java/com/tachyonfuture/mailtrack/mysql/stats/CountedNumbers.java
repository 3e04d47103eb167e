package com.tachyonfuture.mailtrack.mysql.stats;

import com.tachyonfuture.mailtrack.domain.recipient.RecipientKey;
import com.tachyonfuture.mailtrack.domain.stats.Delay;
import com.tachyonfuture.mailtrack.domain.stats.Dimension;
import com.tachyonfuture.mailtrack.domain.stats.Level;
import com.tachyonfuture.mailtrack.mysql.UtcTimes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/// The numbers over all tracks, counted one by one from the rows of tracks and opens.
public final class CountedNumbers {

    private final TreeMap<String, Long> missing = new TreeMap<>();

    private final Map<RecipientKey, Instant> lastReads = new HashMap<>();

    private CountedNumbers() {}

    /// Where what is kept is not what counting gives; empty if nowhere.
    public static List<String> differences(Connection connection) throws SQLException {
        var counted = new CountedNumbers();
        counted.each(connection, "SELECT * FROM opens WHERE opened_at IS NOT NULL", counted::open);
        counted.each(connection, """
            SELECT t.*, (SELECT COUNT(*) FROM opens o WHERE o.tracked_email_id = t.id AND NOT verdict <=> 'self') AS others,
                (SELECT MIN(opened_at) FROM opens o WHERE o.tracked_email_id = t.id AND counted) AS first_counted,
                (SELECT COUNT(*) FROM opens o WHERE o.tracked_email_id = t.id AND counted) AS all_counted
            FROM tracked_emails t WHERE created_at IS NOT NULL\
            """, counted::track);
        counted.each(connection, "SELECT * FROM tracked_emails", counted::recipient);
        counted.each(connection, "SELECT * FROM recipients", counted::lastRead);
        counted.each(
                connection,
                "SELECT * FROM recipients",
                row -> counted.recipient(
                        new RecipientKey(row.getString("id")),
                        -row.getLong("sent_tracks"),
                        -row.getLong("delivered_tracks"),
                        -row.getLong("read_tracks"),
                        -row.getLong("read_count")));
        counted.each(connection, "SELECT * FROM rollups WHERE dimension NOT IN ('changes', 'what_became')", row -> {
            String key = row.getString("dimension") + " " + piece(row) + " " + row.getString("value");
            counted.add(key + " opens", -row.getLong("open_count"));
            counted.add(key + " reads", -row.getLong("read_count"));
        });
        counted.each(connection, "SELECT * FROM sent_rollups", row -> {
            counted.add("sent " + piece(row), -row.getLong("sent_count"));
            counted.add("delivered " + piece(row), -row.getLong("delivered_count"));
            counted.add("read " + piece(row), -row.getLong("read_count"));
        });
        counted.each(
                connection,
                "SELECT * FROM first_read_rollups",
                row -> counted.add(
                        "first read " + piece(row) + " " + row.getInt("delay"), -row.getLong("track_count")));
        var differences = new ArrayList<String>();
        counted.missing.forEach((key, count) -> {
            if (count != 0) {
                differences.add(key + ": " + count + " are missing");
            }
        });
        return differences;
    }

    private interface Reader {
        void read(ResultSet row) throws SQLException;
    }

    private void each(Connection connection, String query, Reader reader) throws SQLException {
        try (var select = connection.prepareStatement(query);
                var rows = select.executeQuery()) {
            while (rows.next()) {
                reader.read(rows);
            }
        }
    }

    private static String piece(ResultSet row) throws SQLException {
        return Buckets.level(row.getInt("level")) + " " + Instant.ofEpochSecond(row.getLong("bucket") * 900);
    }

    private void open(ResultSet row) throws SQLException {
        Instant at = Objects.requireNonNull(UtcTimes.instant(row.getString("opened_at")));
        boolean counted = row.getBoolean("counted");
        String verdict = Objects.requireNonNullElse(row.getString("verdict"), "unjudged");
        for (Level level : Level.values()) {
            String key = "verdict " + level + " " + level.start(at) + " " + verdict;
            add(key + " opens", 1);
            add(key + " reads", counted ? 1 : 0);
        }
        if (counted) {
            read(row, at);
        }
    }

    private void read(ResultSet row, Instant at) throws SQLException {
        var open = ReadersOfOpens.open(row);
        for (Dimension dimension : Dimension.values()) {
            dimension.of(open).ifPresent(value -> {
                for (Level level : List.of(Level.QUARTER, Level.DAY, Level.MONTH)) {
                    String key = dimension.code() + " " + level + " " + level.start(at) + " " + value;
                    add(key + " opens", 1);
                    add(key + " reads", 1);
                }
            });
        }
    }

    private void track(ResultSet row) throws SQLException {
        Instant at = Objects.requireNonNull(UtcTimes.instant(row.getString("created_at")));
        Instant readAt = UtcTimes.instant(row.getString("first_counted"));
        for (Level level : Level.values()) {
            String piece = level + " " + level.start(at);
            add("sent " + piece, 1);
            add("delivered " + piece, row.getLong("others") > 0 ? 1 : 0);
            add("read " + piece, row.getLong("all_counted") > 0 ? 1 : 0);
            if (readAt != null) {
                add(
                        "first read " + piece + " "
                                + Delay.of(Duration.between(at, readAt)).step(),
                        1);
            }
        }
    }

    private void recipient(ResultSet row) throws SQLException {
        Optional<RecipientKey> key = RecipientKey.of(row.getString("recipient"));
        if (key.isPresent()) {
            long reads = row.getLong("read_count");
            boolean delivered = row.getLong("open_count") > row.getLong("self_opens");
            recipient(key.get(), 1, delivered ? 1 : 0, reads > 0 ? 1 : 0, reads);
            Optional.ofNullable(UtcTimes.instant(row.getString("last_read_at")))
                    .ifPresent(at -> lastReads.merge(key.get(), at, (one, other) -> one.isAfter(other) ? one : other));
        }
    }

    private void lastRead(ResultSet row) throws SQLException {
        Instant kept = UtcTimes.instant(row.getString("last_read_at"));
        Instant counted = lastReads.get(new RecipientKey(row.getString("id")));
        add("last read of " + row.getString("name"), Objects.equals(kept, counted) ? 0 : 1);
    }

    private void recipient(RecipientKey key, long sent, long delivered, long read, long reads) {
        add("sent to " + key.value(), sent);
        add("delivered to " + key.value(), delivered);
        add("read by " + key.value(), read);
        add("reads of " + key.value(), reads);
    }

    private void add(String key, long more) {
        missing.merge(key, more, Long::sum);
    }
}
