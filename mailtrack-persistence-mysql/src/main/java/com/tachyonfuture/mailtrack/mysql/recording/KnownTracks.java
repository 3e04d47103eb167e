package com.tachyonfuture.mailtrack.mysql.recording;

import com.tachyonfuture.mailtrack.application.classify.Origin;
import com.tachyonfuture.mailtrack.domain.address.IpAddress;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import com.tachyonfuture.mailtrack.mysql.UtcTimes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The tracks that a batch of hits is for, as far as there are such, locked until the transaction ends: nobody deletes
/// them meanwhile.
final class KnownTracks {

    private static final int IDS_PER_STATEMENT = 500;

    /// @param id as the database spells it
    /// @param opened whether it had opens before the batch
    record Known(String id, boolean opened, Origin origin) {}

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
                SELECT id, open_count, created_at, created_from FROM tracked_emails FORCE INDEX (PRIMARY) WHERE id IN (%s)
                ORDER BY id %s\
                """.formatted(String.join(", ", Collections.nCopies(ids.size(), "?")), lock))) {
            for (int i = 0; i < ids.size(); i++) {
                select.setString(i + 1, ids.get(i).value());
            }
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    String id = rows.getString("id");
                    known.put(new TrackId(id), new Known(id, rows.getLong("open_count") > 0, origin(rows)));
                }
            }
        }
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
