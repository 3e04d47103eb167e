package com.tachyonfuture.mailtrack.mysql.track;

import com.tachyonfuture.mailtrack.application.track.IdempotencyKey;
import com.tachyonfuture.mailtrack.domain.track.Track;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import com.tachyonfuture.mailtrack.mysql.UtcTimes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;

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

    /// The assignments run from left to right, so the date on which the others depend comes last.
    private void insertOrReplaceForgotten(IdempotencyKey key, Track track, Instant forgetBefore) throws SQLException {
        String forgotten = UtcTimes.bound(forgetBefore);
        String now = UtcTimes.text(track.createdAt() == null ? Instant.EPOCH : track.createdAt());
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
            DELETE FROM idempotency_keys WHERE created_at < ? ORDER BY created_at, key_hash LIMIT 100\
            """)) {
            delete.setString(1, UtcTimes.bound(forgetBefore));
            return delete.executeUpdate();
        }
    }

    private static byte[] bytes(String hexadecimal) {
        return HexFormat.of().parseHex(hexadecimal);
    }
}
