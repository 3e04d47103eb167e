package com.tachyonfuture.mailtrack.mysql.track;

import com.tachyonfuture.mailtrack.domain.track.TrackId;
import com.tachyonfuture.mailtrack.mysql.UtcTimes;
import com.tachyonfuture.mailtrack.mysql.stats.TotalsChange;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the owner says of a track after it was created, within a transaction: that it is pinned, or stopped.
record TrackMarks(Connection connection) {

    private record Marks(String id, boolean pinned, boolean stopped) {}

    boolean pin(TrackId id, boolean pinned) throws SQLException {
        Optional<Marks> found = lock(id);
        if (found.isPresent() && found.get().pinned() != pinned) {
            update(
                    "/* tracks.pin */ UPDATE tracked_emails SET pinned = ? WHERE id = ?",
                    pinned ? "1" : "0",
                    found.get());
            new TotalsChange().pinned(pinned ? 1 : -1).apply(connection);
        }
        return found.isPresent();
    }

    /// @param at null: it goes on
    boolean stop(TrackId id, @Nullable Instant at) throws SQLException {
        Optional<Marks> found = lock(id);
        if (found.isPresent() && found.get().stopped() != (at != null)) {
            String time = at == null ? null : UtcTimes.text(at);
            update("/* tracks.stop */ UPDATE tracked_emails SET stopped_at = ? WHERE id = ?", time, found.get());
            new TotalsChange().stopped(at == null ? -1 : 1).apply(connection);
        }
        return found.isPresent();
    }

    private Optional<Marks> lock(TrackId id) throws SQLException {
        try (var select = connection.prepareStatement("""
            /* tracks.lockMarks */
            SELECT id, pinned, stopped_at IS NOT NULL FROM tracked_emails WHERE id = ? FOR UPDATE\
            """)) {
            select.setString(1, id.value());
            try (var row = select.executeQuery()) {
                return row.next() && new TrackId(row.getString(1)).equals(id)
                        ? Optional.of(new Marks(row.getString(1), row.getBoolean(2), row.getBoolean(3)))
                        : Optional.empty();
            }
        }
    }

    private void update(String sql, @Nullable String value, Marks marks) throws SQLException {
        try (var update = connection.prepareStatement(sql)) {
            update.setString(1, value);
            update.setString(2, marks.id());
            update.executeUpdate();
        }
    }
}
