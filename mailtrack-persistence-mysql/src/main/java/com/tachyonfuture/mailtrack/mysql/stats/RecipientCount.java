package com.tachyonfuture.mailtrack.mysql.stats;

import com.tachyonfuture.mailtrack.domain.recipient.RecipientKey;
import com.tachyonfuture.mailtrack.domain.recipient.RecipientName;
import com.tachyonfuture.mailtrack.mysql.RowInsert;
import com.tachyonfuture.mailtrack.mysql.UtcTimes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What the tracks of some recipients come to, counted from their rows.
///
/// The column `recipient` compares less than we do: neither accents nor spaces at the end. So it finds whoever is
/// the same and perhaps others, see [com.tachyonfuture.mailtrack.mysql.WithoutCase]; each spelling is counted for
/// itself, and told apart here.
final class RecipientCount {

    private static final String SET = """

        ON DUPLICATE KEY UPDATE
            name = VALUES(name), sort_text = VALUES(sort_text), sent_tracks = VALUES(sent_tracks),
            delivered_tracks = VALUES(delivered_tracks), read_tracks = VALUES(read_tracks),
            read_count = VALUES(read_count), last_read_at = VALUES(last_read_at)\
        """;

    private static final Comparator<Spelling> NEWEST = Comparator.comparing(
                    Spelling::createdAt, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Spelling::name);

    /// What the tracks with the recipient spelled so come to.
    private record Spelling(
            String name,
            long sent,
            long delivered,
            long read,
            long reads,
            @Nullable Instant lastReadAt,
            @Nullable Instant createdAt) {

        static Spelling from(ResultSet row) throws SQLException {
            return new Spelling(
                    row.getString(1),
                    row.getLong(2),
                    row.getLong(3),
                    row.getLong(4),
                    row.getLong(5),
                    UtcTimes.instant(row.getString(6)),
                    UtcTimes.instant(row.getString(7)));
        }

        Spelling and(Spelling other) {
            Spelling newer = NEWEST.compare(this, other) < 0 ? other : this;
            return new Spelling(
                    newer.name,
                    sent + other.sent,
                    delivered + other.delivered,
                    read + other.read,
                    reads + other.reads,
                    later(lastReadAt, other.lastReadAt),
                    newer.createdAt);
        }

        private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
            return one == null || (other != null && other.isAfter(one)) ? other : one;
        }
    }

    private final Map<RecipientKey, Spelling> counted = new TreeMap<>();

    private RecipientCount() {}

    /// Counts the tracks of whoever the column takes for equal to a name.
    static RecipientCount of(Connection connection, String name) throws SQLException {
        return of(connection, "recipient = ?", List.of(name));
    }

    /// Counts the tracks of those whose names do not lie above one, as the column compares them.
    static RecipientCount upTo(Connection connection, String name) throws SQLException {
        return of(connection, "recipient <= ?", List.of(name));
    }

    /// Counts the tracks of those whose names lie above one, up to and including another, as the column compares them.
    static RecipientCount between(Connection connection, String above, String upTo) throws SQLException {
        return of(connection, "recipient > ? AND recipient <= ?", List.of(above, upTo));
    }

    private static RecipientCount of(Connection connection, String condition, List<String> names) throws SQLException {
        var count = new RecipientCount();
        try (var select = connection.prepareStatement("""
            /* stats.countRecipients */
            SELECT MAX(recipient), COUNT(*), SUM(open_count > self_opens), SUM(read_count > 0), SUM(read_count),
                MAX(last_read_at), MAX(created_at)
            FROM tracked_emails WHERE %s GROUP BY CAST(recipient AS BINARY)\
            """.formatted(condition))) {
            for (int i = 0; i < names.size(); i++) {
                select.setString(i + 1, names.get(i));
            }
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    count.add(Spelling.from(rows));
                }
            }
        }
        return count;
    }

    private void add(Spelling spelling) {
        RecipientKey.of(spelling.name()).ifPresent(key -> counted.merge(key, spelling, Spelling::and));
    }

    /// Those who have tracks.
    SortedSet<RecipientKey> keys() {
        return new TreeSet<>(counted.keySet());
    }

    /// Locks the rows of all, in the order of their keys, and makes those that are missing.
    void lock(Connection connection) throws SQLException {
        var insert = new RowInsert(
                connection,
                "/* stats.lockRecipients */ INSERT INTO recipients (" + RecipientRows.COLUMNS + ") VALUES ",
                "\nON DUPLICATE KEY UPDATE sent_tracks = sent_tracks");
        for (var entry : counted.entrySet()) {
            String name = entry.getValue().name();
            insert.value(entry.getKey().value())
                    .value(name)
                    .value(RecipientName.folded(name))
                    .value(0)
                    .value(0)
                    .value(0)
                    .value(0)
                    .value((String) null)
                    .endRow();
        }
        insert.send();
    }

    /// Writes the rows of some, which are locked. Of whom no track was found, none is left.
    void write(Connection connection, Collection<RecipientKey> keys) throws SQLException {
        var insert = new RowInsert(
                connection,
                "/* stats.setRecipients */ INSERT INTO recipients (" + RecipientRows.COLUMNS + ") VALUES ",
                SET);
        var gone = new TreeSet<RecipientKey>();
        for (RecipientKey key : keys) {
            Optional<Spelling> found = Optional.ofNullable(counted.get(key));
            if (found.isPresent()) {
                write(insert, key, found.get());
            } else {
                gone.add(key);
            }
        }
        insert.send();
        RecipientRows.forget(connection, gone);
    }

    private static void write(RowInsert insert, RecipientKey key, Spelling its) throws SQLException {
        insert.value(key.value())
                .value(its.name())
                .value(RecipientName.folded(its.name()))
                .value(its.sent())
                .value(its.delivered())
                .value(its.read())
                .value(its.reads())
                .value(its.lastReadAt() == null ? null : UtcTimes.text(its.lastReadAt()))
                .endRow();
    }
}
