package com.tachyonfuture.mailtrack.mysql.track;

import com.tachyonfuture.mailtrack.application.track.IdempotencyKey;
import com.tachyonfuture.mailtrack.domain.track.Track;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import com.tachyonfuture.mailtrack.mysql.UtcTimes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;

/// The rows of table `idempotency_keys`, within a transaction.
final class UsedKeys {

    /// What stands under a key.
    ///
    /// @param sameRequest whether it is what is asked for now
    record Use(TrackId track, boolean sameRequest) {}

    private final Connection connection;

    UsedKeys(Connection connection) {
        this.connection = connection;
    }

    /// Takes a key for a track unless it is taken; returns who has it. Whoever comes at the same moment waits here.
    Use take(IdempotencyKey key, Track track, Instant forgetBefore) throws SQLException {
        insertOrReplaceForgotten(key, track, forgetBefore);
        try (var select = connection.prepareStatement("""
            /* idempotency.use */
            SELECT track_id, request_hash FROM idempotency_keys WHERE key_hash = ? FOR UPDATE\
            """)) {
            select.setBytes(1, bytes(key.keyHash()));
            try (var row = select.executeQuery()) {
                row.next();
                boolean same = Arrays.equals(row.getBytes("request_hash"), bytes(key.requestHash()));
                return new Use(new TrackId(row.getString("track_id")), same);
            }
        }
    }

    /// Takes what belongs to a key for all of its tracks but the first, whose row is locked.
    void takeOthers(IdempotencyKey key, List<Track> tracks) throws SQLException {
        if (tracks.size() < 2) {
            return;
        }
        String rows = String.join(", ", Collections.nCopies(tracks.size() - 1, "(?, ?, ?, ?)"));
        try (var insert = connection.prepareStatement("""
            /* idempotency.takeOthers */
            INSERT INTO idempotency_keys (key_hash, request_hash, track_id, created_at) VALUES %s
            ON DUPLICATE KEY UPDATE request_hash = VALUES(request_hash), track_id = VALUES(track_id),
                created_at = VALUES(created_at)\
            """.formatted(rows))) {
            int place = 0;
            for (int i = 1; i < tracks.size(); i++) {
                insert.setBytes(++place, bytes(key.part(i).keyHash()));
                insert.setBytes(++place, bytes(key.requestHash()));
                insert.setString(++place, tracks.get(i).id().value());
                insert.setString(++place, now(tracks.get(i)));
            }
            insert.executeUpdate();
        }
    }

    private static String now(Track track) {
        return UtcTimes.text(track.createdAt() == null ? Instant.EPOCH : track.createdAt());
    }

    /// The tracks that were made under a key, in no order.
    List<TrackId> tracks(IdempotencyKey key, int count) throws SQLException {
        String hashes = String.join(", ", Collections.nCopies(count, "?"));
        try (var select = connection.prepareStatement("""
            /* idempotency.tracks */
            SELECT track_id FROM idempotency_keys WHERE key_hash IN (%s)\
            """.formatted(hashes))) {
            for (int i = 0; i < count; i++) {
                select.setBytes(i + 1, bytes(key.part(i).keyHash()));
            }
            var found = new ArrayList<TrackId>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(new TrackId(rows.getString("track_id")));
                }
            }
            return found;
        }
    }

    /// The assignments run from left to right, so the date on which the others depend comes last.
    private void insertOrReplaceForgotten(IdempotencyKey key, Track track, Instant forgetBefore) throws SQLException {
        String forgotten = UtcTimes.bound(forgetBefore);
        String now = now(track);
        try (var insert = connection.prepareStatement("""
            /* idempotency.take */
            INSERT INTO idempotency_keys (key_hash, request_hash, track_id, created_at) VALUES (?, ?, ?, ?)
            ON DUPLICATE KEY UPDATE
                request_hash = IF(created_at < ?, ?, request_hash),
                track_id = IF(created_at < ?, ?, track_id),
                created_at = IF(created_at < ?, ?, created_at)\
            """)) {
            byte[] request = bytes(key.requestHash());
            Object[] values = {
                bytes(key.keyHash()),
                request,
                track.id().value(),
                now,
                forgotten,
                request,
                forgotten,
                track.id().value(),
                forgotten,
                now
            };
            for (int i = 0; i < values.length; i++) {
                insert.setObject(i + 1, values[i]);
            }
            insert.executeUpdate();
        }
    }

    /// Removes some keys that are forgotten: more than come in, so that they never pile up.
    int forgetSome(Instant forgetBefore) throws SQLException {
        try (var delete = connection.prepareStatement("""
            /* idempotency.expired */
            DELETE FROM idempotency_keys WHERE created_at < ? ORDER BY created_at, key_hash LIMIT 1000\
            """)) {
            delete.setString(1, UtcTimes.bound(forgetBefore));
            return delete.executeUpdate();
        }
    }

    private static byte[] bytes(String hexadecimal) {
        return HexFormat.of().parseHex(hexadecimal);
    }
}
