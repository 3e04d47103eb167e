package com.tachyonfuture.mailtrack.mysql.track;

import com.tachyonfuture.mailtrack.domain.track.TrackId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Which of some ids no new track can have.
///
/// @param known those of tracks
/// @param taken those that the column takes for the id of a track that has another one: it leaves accents and spaces at
///     the end out, and programs that we took over from may have made any ids
public record UsedIds(Set<TrackId> known, Set<TrackId> taken) {

    /// Looks some up.
    ///
    /// @param ids not too many for one statement
    public static UsedIds among(Connection connection, List<TrackId> ids) throws SQLException {
        var stored = new HashSet<>(stored(connection, ids));
        var known = new HashSet<>(ids);
        known.retainAll(stored);
        var taken = new HashSet<TrackId>();
        if (known.size() < stored.size()) {
            for (TrackId id : ids) {
                if (!known.contains(id) && !stored(connection, List.of(id)).isEmpty()) {
                    taken.add(id);
                }
            }
        }
        return new UsedIds(known, taken);
    }

    boolean contain(TrackId id) {
        return known.contains(id) || taken.contains(id);
    }

    /// The ids of tracks that the column takes for some.
    private static Collection<TrackId> stored(Connection connection, List<TrackId> ids) throws SQLException {
        var stored = new ArrayList<TrackId>();
        if (ids.isEmpty()) {
            return stored;
        }
        try (var select =
                connection.prepareStatement("""
                    /* tracks.known */
                    SELECT id FROM tracked_emails WHERE id IN (%s)\
                    """.formatted(String.join(", ", Collections.nCopies(ids.size(), "?"))))) {
            for (int i = 0; i < ids.size(); i++) {
                select.setString(i + 1, ids.get(i).value());
            }
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    stored.add(new TrackId(rows.getString("id")));
                }
            }
            return stored;
        }
    }
}
