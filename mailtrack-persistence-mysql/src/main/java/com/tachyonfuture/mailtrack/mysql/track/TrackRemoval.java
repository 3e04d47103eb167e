package com.tachyonfuture.mailtrack.mysql.track;

import com.tachyonfuture.mailtrack.domain.track.TrackId;
import com.tachyonfuture.mailtrack.mysql.stats.RollupsChange;
import com.tachyonfuture.mailtrack.mysql.stats.TotalsChange;
import com.tachyonfuture.mailtrack.mysql.stats.VerdictColumns;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/// Removes a track with its opens and its numbers, within a transaction. The opens go by a statement of their
/// own: the foreign key of a database that we took over need not do it.
final class TrackRemoval {

    /// The track as the database spells it, and what goes with it.
    private record Found(TrackId id, TotalsChange change) {}

    private static final String LOCK = """
        /* tracks.lock */
        SELECT id, open_count, read_count, %s FROM tracked_emails WHERE id = ? FOR UPDATE\
        """.formatted(VerdictColumns.list(column -> column));

    private final Connection connection;

    TrackRemoval(Connection connection) {
        this.connection = connection;
    }

    boolean remove(TrackId id) throws SQLException {
        Optional<Found> found = lock(id).filter(track -> track.id().equals(id));
        if (found.isEmpty()) {
            return false;
        }
        delete("/* tracks.deleteOpens */ DELETE FROM opens WHERE tracked_email_id = ?", id);
        var rollups = RollupsChange.withoutTrack(connection, id);
        delete("/* tracks.deleteRollups */ DELETE FROM track_rollups WHERE track_id = ?", id);
        delete("/* tracks.delete */ DELETE FROM tracked_emails WHERE id = ?", id);
        rollups.applyToTotal(connection);
        found.get().change().apply(connection);
        return true;
    }

    /// From here on no batch of hits can add opens to the track.
    private Optional<Found> lock(TrackId id) throws SQLException {
        try (var select = connection.prepareStatement(LOCK)) {
            select.setString(1, id.value());
            try (var row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                long opens = row.getLong("open_count");
                var verdicts = VerdictColumns.read(row).negated();
                var change = new TotalsChange(-1, -opens, -row.getLong("read_count"), opens > 0 ? -1 : 0, verdicts);
                return Optional.of(new Found(new TrackId(row.getString("id")), change));
            }
        }
    }

    private void delete(String sql, TrackId id) throws SQLException {
        try (var delete = connection.prepareStatement(sql)) {
            delete.setString(1, id.value());
            delete.executeUpdate();
        }
    }
}
