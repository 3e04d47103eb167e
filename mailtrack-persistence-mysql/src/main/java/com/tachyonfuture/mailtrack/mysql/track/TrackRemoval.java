package com.tachyonfuture.mailtrack.mysql.track;

import com.tachyonfuture.mailtrack.domain.classify.VerdictCounts;
import com.tachyonfuture.mailtrack.domain.track.Activity;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import com.tachyonfuture.mailtrack.mysql.UtcTimes;
import com.tachyonfuture.mailtrack.mysql.stats.ActivityColumns;
import com.tachyonfuture.mailtrack.mysql.stats.KeptNumbers;
import com.tachyonfuture.mailtrack.mysql.stats.RollupsChange;
import com.tachyonfuture.mailtrack.mysql.stats.TrackChange;
import com.tachyonfuture.mailtrack.mysql.stats.VerdictColumns;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;

/// Removes a track with its opens and its numbers, within a transaction. The opens go by a statement of their
/// own: the foreign key of a database that we took over need not do it. The transaction has to see what others have
/// committed meanwhile: what is left of a recipient is counted after their row is locked.
final class TrackRemoval {

    /// The track as the database spells it, and what goes with it.
    private record Found(TrackId id, TrackChange change, VerdictCounts verdicts, boolean pinned, boolean stopped) {}

    private static final String LOCK = """
        /* tracks.lock */
        SELECT id, recipient, created_at, pinned, stopped_at, %s, %s FROM tracked_emails WHERE id = ? FOR UPDATE\
        """.formatted(ActivityColumns.LIST, VerdictColumns.list(column -> column));

    private final Connection connection;

    TrackRemoval(Connection connection) {
        this.connection = connection;
    }

    boolean remove(TrackId id) throws SQLException {
        Optional<Found> found = lock(id).filter(track -> track.id().equals(id));
        if (found.isEmpty()) {
            return false;
        }
        var numbers = new KeptNumbers(RollupsChange.withoutTrack(connection, id));
        delete("/* tracks.deleteOpens */ DELETE FROM opens WHERE tracked_email_id = ?", id);
        delete("/* tracks.deleteRollups */ DELETE FROM track_rollups WHERE track_id = ?", id);
        delete("/* tracks.deleteWords */ DELETE FROM track_words WHERE track_id = ?", id);
        delete("/* tracks.delete */ DELETE FROM tracked_emails WHERE id = ?", id);
        count(found.get(), numbers);
        numbers.applyToAll(connection);
        return true;
    }

    private static void count(Found track, KeptNumbers numbers) {
        Activity before = Objects.requireNonNull(track.change().before());
        numbers.opens(-before.opens(), -before.reads(), track.verdicts().negated())
                .track(track.change())
                .totals()
                .pinned(track.pinned() ? -1 : 0)
                .stopped(track.stopped() ? -1 : 0);
    }

    /// From here on no batch of hits can add opens to the track.
    private Optional<Found> lock(TrackId id) throws SQLException {
        try (var select = connection.prepareStatement(LOCK)) {
            select.setString(1, id.value());
            try (var row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                String spelling = row.getString("id");
                var createdAt = UtcTimes.instant(row.getString("created_at"));
                return Optional.of(new Found(
                        new TrackId(spelling),
                        new TrackChange(
                                spelling, row.getString("recipient"), createdAt, ActivityColumns.read(row), null),
                        VerdictColumns.read(row),
                        row.getBoolean("pinned"),
                        row.getString("stopped_at") != null));
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
