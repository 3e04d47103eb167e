package com.tachyonfuture.mailtrack.mysql.recording;

import com.tachyonfuture.mailtrack.application.StorageUnavailable;
import com.tachyonfuture.mailtrack.application.classify.Judge;
import com.tachyonfuture.mailtrack.application.recording.UsualHit;
import com.tachyonfuture.mailtrack.application.recording.port.OpenLog.Written;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import com.tachyonfuture.mailtrack.mysql.Database;
import com.tachyonfuture.mailtrack.mysql.recording.NewViews.Source;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Whether hits can be recorded at all: tried with a usual one, for the newest tracks, since most likely they have
/// nothing unusual yet. More than one, since any track may have something that makes recording fail, and that would
/// hold up the hits of all others.
record UsualHits(Database database, HitRecording recording) {

    private static final int TRACKS = 5;

    /// Nothing is committed.
    private static final Source NOBODY = new Source("nobody", 0);

    boolean areRecorded(Judge judge) {
        List<TrackId> newest = database.read(UsualHits::newestTracks);
        return newest.isEmpty() || newest.stream().anyMatch(track -> isRecorded(track, judge));
    }

    private static List<TrackId> newestTracks(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement("""
            /* recording.newestTracks */ SELECT id FROM tracked_emails ORDER BY created_at DESC, id DESC LIMIT ?\
            """)) {
            select.setInt(1, TRACKS);
            try (var row = select.executeQuery()) {
                var ids = new ArrayList<TrackId>();
                while (row.next()) {
                    ids.add(new TrackId(row.getString("id")));
                }
                return ids;
            }
        }
    }

    private boolean isRecorded(TrackId track, Judge judge) {
        try {
            return database.writeSeeingCommits(connection -> {
                Written written = recording
                        .makeOpens(connection, List.of(UsualHit.of(track)), NOBODY, judge)
                        .written();
                connection.rollback();
                return written.opens() + written.stopped() == 1;
            });
        } catch (StorageUnavailable unavailable) {
            throw unavailable;
        } catch (RuntimeException rejectedOrMistake) {
            return false;
        }
    }
}
