package com.tachyonfuture.mailtrack.mysql.stats;

import com.tachyonfuture.mailtrack.domain.recipient.RecipientKey;
import com.tachyonfuture.mailtrack.domain.recipient.RecipientName;
import com.tachyonfuture.mailtrack.domain.track.Activity;
import com.tachyonfuture.mailtrack.mysql.RowInsert;
import com.tachyonfuture.mailtrack.mysql.UtcTimes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// By how much some work changes what became of the tracks of single recipients (`recipients`).
///
/// Numbers are added, and the last read is the later one: so the order in which transactions come makes no difference.
/// Where the last read may be gone, it is looked for among the tracks of the recipient, whose row is locked by then.
/// Whoever makes reads go has to read what others have committed meanwhile.
final class RecipientsChange {

    private static final int KEYS_AT_ONCE = 200;

    private static final String HEAD =
            "/* stats.changeRecipients */ INSERT INTO recipients (" + RecipientRows.COLUMNS + ") VALUES ";

    private static final String ADD = """

        ON DUPLICATE KEY UPDATE
            name = CASE WHEN VALUES(sent_tracks) > 0 THEN VALUES(name) ELSE name END,
            sent_tracks = sent_tracks + VALUES(sent_tracks),
            delivered_tracks = delivered_tracks + VALUES(delivered_tracks),
            read_tracks = read_tracks + VALUES(read_tracks),
            read_count = read_count + VALUES(read_count),
            last_read_at = GREATEST(
                COALESCE(last_read_at, VALUES(last_read_at)), COALESCE(VALUES(last_read_at), last_read_at))\
        """;

    /// What is added to a recipient. It changes with every track.
    private static final class Added {

        private String name;
        private long sent;
        private long delivered;
        private long read;
        private long reads;
        private @Nullable Instant lastReadAt;
        private @Nullable Instant goneReadAt;

        Added(String name) {
            this.name = name;
        }

        void add(Activity activity, int sign) {
            sent += sign;
            delivered += activity.isDelivered() ? sign : 0;
            read += activity.isRead() ? sign : 0;
            reads += sign * activity.reads();
        }

        void lastRead(@Nullable Instant before, @Nullable Instant after) {
            lastReadAt = later(lastReadAt, after);
            if (before != null && (after == null || after.isBefore(before))) {
                goneReadAt = later(goneReadAt, before);
            }
        }

        private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
            return one == null || (other != null && other.isAfter(one)) ? other : one;
        }
    }

    private final TreeMap<RecipientKey, Added> added = new TreeMap<>();

    void add(TrackChange change) {
        if (!isSame(change)) {
            RecipientKey.of(change.recipient())
                    .ifPresent(key -> add(
                            added.computeIfAbsent(key, _ -> new Added(Objects.requireNonNull(change.recipient()))),
                            change));
        }
    }

    private static boolean isSame(TrackChange change) {
        Activity before = change.before();
        Activity after = change.after();
        return before != null
                && after != null
                && before.isDelivered() == after.isDelivered()
                && before.reads() == after.reads()
                && Objects.equals(before.lastReadAt(), after.lastReadAt());
    }

    private static void add(Added recipient, TrackChange change) {
        Activity before = change.before();
        Activity after = change.after();
        if (before == null) {
            recipient.name = Objects.requireNonNull(change.recipient());
        } else {
            recipient.add(before, -1);
        }
        if (after != null) {
            recipient.add(after, 1);
        }
        recipient.lastRead(before == null ? null : before.lastReadAt(), after == null ? null : after.lastReadAt());
    }

    /// In the order of the keys.
    void apply(Connection connection) throws SQLException {
        var insert = new RowInsert(connection, HEAD, ADD);
        for (var entry : added.entrySet()) {
            Added more = entry.getValue();
            insert.value(entry.getKey().value())
                    .value(more.name)
                    .value(RecipientName.folded(more.name))
                    .value(more.sent)
                    .value(more.delivered)
                    .value(more.read)
                    .value(more.reads)
                    .value(more.lastReadAt == null ? null : UtcTimes.text(more.lastReadAt))
                    .endRow();
        }
        insert.send();
        forgetThoseWithoutTracks(connection);
        findLastReads(connection);
    }

    private void forgetThoseWithoutTracks(Connection connection) throws SQLException {
        List<RecipientKey> lowered = added.entrySet().stream()
                .filter(entry -> entry.getValue().sent < 0)
                .map(Map.Entry::getKey)
                .toList();
        for (int from = 0; from < lowered.size(); from += KEYS_AT_ONCE) {
            RecipientRows.forgetThoseWithoutTracks(
                    connection, lowered.subList(from, Math.min(from + KEYS_AT_ONCE, lowered.size())));
        }
    }

    private void findLastReads(Connection connection) throws SQLException {
        for (var entry : added.entrySet()) {
            Instant gone = entry.getValue().goneReadAt;
            if (gone != null && isLastRead(connection, entry.getKey(), gone)) {
                RecipientCount.of(connection, entry.getValue().name)
                        .write(connection, Collections.singleton(entry.getKey()));
            }
        }
    }

    /// Whether nothing was read later than what may be gone.
    private static boolean isLastRead(Connection connection, RecipientKey key, Instant gone) throws SQLException {
        try (var select = connection.prepareStatement(
                "/* stats.lastReadOfRecipient */ SELECT 1 FROM recipients WHERE id = ? AND last_read_at <= ?")) {
            select.setString(1, key.value());
            select.setString(2, UtcTimes.bound(gone));
            try (var row = select.executeQuery()) {
                return row.next();
            }
        }
    }
}
