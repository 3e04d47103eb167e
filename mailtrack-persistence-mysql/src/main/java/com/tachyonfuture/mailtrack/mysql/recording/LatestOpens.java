package com.tachyonfuture.mailtrack.mysql.recording;

import com.tachyonfuture.mailtrack.domain.track.TrackId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// Finds the latest opens of several tracks in few statements: the index of each track tells their ids, of no more
/// than are wanted, and by these the rows are read.
final class LatestOpens {

    /// As many parts as a statement may have before it takes longer to plan than to run.
    static final int TRACKS_AT_ONCE = 50;

    private static final int ROWS_AT_ONCE = 500;

    /// Of the hints, those of the first part count for all; [OpenRows#SELECT] says what they are for.
    private static final String FIRST = """
        (SELECT /*+ SET_VAR(max_seeks_for_key=1) SET_VAR(optimizer_switch='prefer_ordering_index=off') */ id
            FROM opens IGNORE INDEX (PRIMARY) WHERE tracked_email_id = ? ORDER BY id DESC LIMIT ?)\
        """;

    private static final String OTHER = """
        (SELECT id FROM opens IGNORE INDEX (PRIMARY) WHERE tracked_email_id = ? ORDER BY id DESC LIMIT ?)\
        """;

    private final OpenRows rows;

    LatestOpens(OpenRows rows) {
        this.rows = rows;
    }

    static String ids(int tracks) {
        var parts = new ArrayList<>(Collections.nCopies(tracks, OTHER));
        parts.set(0, FIRST);
        return parts.stream().collect(Collectors.joining(" UNION ALL ", "/* opens.latestOfTracks */ ", ""));
    }

    /// The latest arrival first.
    List<OpenRow> of(Connection connection, List<TrackId> tracks, int limit) throws SQLException {
        var ids = new ArrayList<Long>();
        for (int from = 0; from < tracks.size(); from += TRACKS_AT_ONCE) {
            int to = Math.min(tracks.size(), from + TRACKS_AT_ONCE);
            ids.addAll(ids(connection, tracks.subList(from, to), limit));
        }
        ids.sort(Comparator.reverseOrder());
        return rows(ids);
    }

    private static List<Long> ids(Connection connection, List<TrackId> tracks, int limit) throws SQLException {
        var ids = new ArrayList<Long>();
        try (var select = connection.prepareStatement(ids(tracks.size()))) {
            int column = 1;
            for (TrackId track : tracks) {
                select.setString(column++, track.value());
                select.setInt(column++, limit);
            }
            try (var found = select.executeQuery()) {
                while (found.next()) {
                    ids.add(found.getLong(1));
                }
            }
        }
        return ids;
    }

    private List<OpenRow> rows(List<Long> ids) {
        var found = new ArrayList<OpenRow>();
        for (int from = 0; from < ids.size(); from += ROWS_AT_ONCE) {
            found.addAll(rows.withIds(ids.subList(from, Math.min(ids.size(), from + ROWS_AT_ONCE))));
        }
        return found;
    }
}
