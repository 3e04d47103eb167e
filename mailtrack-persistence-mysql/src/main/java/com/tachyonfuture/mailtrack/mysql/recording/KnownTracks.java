package com.tachyonfuture.mailtrack.mysql.recording;

import com.tachyonfuture.mailtrack.application.classify.Origin;
import com.tachyonfuture.mailtrack.domain.address.IpAddress;
import com.tachyonfuture.mailtrack.domain.track.Activity;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import com.tachyonfuture.mailtrack.mysql.UtcTimes;
import com.tachyonfuture.mailtrack.mysql.stats.ActivityColumns;
import com.tachyonfuture.mailtrack.mysql.stats.TrackChange;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The tracks that a batch of hits is for, as far as there are such, locked until the transaction ends: nobody deletes
/// them meanwhile.
final class KnownTracks {

    private static final int IDS_PER_STATEMENT = 500;

    /// @param id as the database spells it
    /// @param activity what happened to it before
    /// @param stoppedAt since when nothing is recorded for it; null while it is
    record Known(
            String id,
            @Nullable String recipient,
            Origin origin,
            Activity activity,
            @Nullable Instant stoppedAt) {

        boolean isStopped(Instant at) {
            return stoppedAt != null && !at.isBefore(stoppedAt);
        }

        TrackChange becomes(Activity after) {
            return new TrackChange(id, recipient, origin.createdAt(), activity, after);
        }
    }

    private final Map<TrackId, Known> known = new HashMap<>();

    private KnownTracks() {}

    /// Always in the same order, so that no two batches wait for each other. Looked up by the key whatever the table's
    /// size: a scan would lock all that it passes.
    static KnownTracks lock(Connection connection, Collection<TrackId> ids) throws SQLException {
        return find(connection, ids, "FOR UPDATE");
    }

    /// The same without locking: anything may happen to them.
    static KnownTracks look(Connection connection, Collection<TrackId> ids) throws SQLException {
        return find(connection, ids, "");
    }

    private static KnownTracks find(Connection connection, Collection<TrackId> ids, String lock) throws SQLException {
        var tracks = new KnownTracks();
        List<TrackId> sorted = ids.stream().distinct().sorted().toList();
        for (int from = 0; from < sorted.size(); from += IDS_PER_STATEMENT) {
            int to = Math.min(from + IDS_PER_STATEMENT, sorted.size());
            tracks.findSome(connection, sorted.subList(from, to), lock);
        }
        return tracks;
    }

    private void findSome(Connection connection, List<TrackId> ids, String lock) throws SQLException {
        try (var select = connection.prepareStatement(
                """
                /* recording.lockTracks */
                SELECT id, recipient, created_at, created_from, stopped_at, %s
                FROM tracked_emails FORCE INDEX (PRIMARY) WHERE id IN (%s)
                ORDER BY id %s\
                """.formatted(ActivityColumns.LIST, String.join(", ", Collections.nCopies(ids.size(), "?")), lock))) {
            for (int i = 0; i < ids.size(); i++) {
                select.setString(i + 1, ids.get(i).value());
            }
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    String id = rows.getString("id");
                    known.put(new TrackId(id), known(id, rows));
                }
            }
        }
    }

    private static Known known(String id, ResultSet row) throws SQLException {
        return new Known(
                id,
                row.getString("recipient"),
                origin(row),
                ActivityColumns.read(row),
                UtcTimes.instant(row.getString("stopped_at")));
    }

    private static Origin origin(ResultSet row) throws SQLException {
        return new Origin(
                UtcTimes.instant(row.getString("created_at")),
                Optional.ofNullable(row.getString("created_from"))
                        .flatMap(IpAddress::parse)
                        .orElse(null));
    }

    Optional<Known> find(TrackId id) {
        return Optional.ofNullable(known.get(id));
    }
}
