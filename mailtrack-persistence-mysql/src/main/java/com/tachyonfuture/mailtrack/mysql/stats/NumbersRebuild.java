package com.tachyonfuture.mailtrack.mysql.stats;

import com.tachyonfuture.mailtrack.mysql.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Counts everything anew that is kept, from the rows of tracks and opens: first the numbers of each track, some tracks
/// at a time, then those of recipients, see [RecipientsRebuild], then those over all tracks, see [NumbersRepair]. The
/// service may run meanwhile, and whoever starts it again after an interruption loses nothing but time.
public final class NumbersRebuild {

    /// How far it came.
    public interface Progress {

        /// So many tracks were counted in all.
        void tracks(long done);

        /// So many tracks were counted in all for their recipients.
        void recipients(long done);

        /// The numbers over all tracks are right up to the end of a day.
        void day(Instant day);
    }

    private static final int TRACKS_AT_ONCE = 500;

    private static final String BELOW_EVERY_ID = "";

    private final Database database;
    private final int tracksAtOnce;

    public NumbersRebuild(Database database) {
        this(database, TRACKS_AT_ONCE);
    }

    NumbersRebuild(Database database, int tracksAtOnce) {
        this.database = database;
        this.tracksAtOnce = tracksAtOnce;
    }

    public void run(Progress progress) {
        countTracks(progress);
        try {
            new RecipientsRebuild(database::writeSeeingCommits, tracksAtOnce, progress::recipients).run();
            new NumbersWalk(database::writeFromSnapshot, progress::day).run();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void countTracks(Progress progress) {
        long done = 0;
        String above = BELOW_EVERY_ID;
        for (String upTo = end(above); upTo != null; upTo = end(above)) {
            String from = above;
            String to = upTo;
            database.writeSeeingCommits(connection -> count(new TrackNumbers(connection, from, to)));
            above = upTo;
            done += tracksAtOnce;
            progress.tracks(done);
        }
    }

    private static boolean count(TrackNumbers tracks) throws SQLException {
        tracks.lock();
        tracks.recount();
        tracks.rollUp();
        return true;
    }

    private @Nullable String end(String above) {
        return database.<Last>read(connection -> last(connection, above)).id();
    }

    private record Last(@Nullable String id) {}

    private Last last(Connection connection, String above) throws SQLException {
        try (var select = connection.prepareStatement("""
            /* stats.nextTracks */
            SELECT MAX(id) FROM (SELECT id FROM tracked_emails WHERE id > ? ORDER BY id LIMIT ?) batch\
            """)) {
            select.setString(1, above);
            select.setInt(2, tracksAtOnce);
            try (var row = select.executeQuery()) {
                row.next();
                return new Last(row.getString(1));
            }
        }
    }
}
