package com.tachyonfuture.mailtrack.mysql.track;

import com.tachyonfuture.mailtrack.application.track.TrackSummary;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/// Queries for a few tracks that belong together, in the order of lists.
final class SomeTracks {

    static final String OF_GROUP = """
        /* tracks.ofGroup */
        SELECT %s
        FROM tracked_emails
        WHERE message_group_id = ?
        ORDER BY created_at DESC, id DESC
        LIMIT ?\
        """.formatted(TrackRow.COLUMNS);

    private SomeTracks() {}

    static List<TrackSummary> ofGroup(Connection connection, String group, int limit) throws SQLException {
        try (var select = connection.prepareStatement(OF_GROUP)) {
            select.setString(1, group);
            select.setInt(2, limit);
            return read(select);
        }
    }

    /// The column takes more ids for equal than we do, so it may find others too.
    ///
    /// @param ids not too many for one statement
    static List<TrackSummary> withIds(Connection connection, Collection<TrackId> ids) throws SQLException {
        if (ids.isEmpty()) {
            return List.of();
        }
        var wanted = Set.copyOf(ids);
        try (var select = connection.prepareStatement(
                """
                /* tracks.withIds */
                SELECT %s
                FROM tracked_emails
                WHERE id IN (%s)
                ORDER BY created_at DESC, id DESC\
                """.formatted(TrackRow.COLUMNS, String.join(", ", Collections.nCopies(wanted.size(), "?"))))) {
            int parameter = 0;
            for (TrackId id : wanted) {
                select.setString(++parameter, id.value());
            }
            return read(select).stream()
                    .filter(found -> wanted.contains(found.track().id()))
                    .toList();
        }
    }

    private static List<TrackSummary> read(PreparedStatement select) throws SQLException {
        var found = new ArrayList<TrackSummary>();
        try (var rows = select.executeQuery()) {
            while (rows.next()) {
                found.add(TrackRow.read(rows).summary());
            }
        }
        return found;
    }
}
