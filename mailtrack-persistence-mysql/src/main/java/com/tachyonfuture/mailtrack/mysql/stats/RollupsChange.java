package com.tachyonfuture.mailtrack.mysql.stats;

import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.domain.stats.QuarterHour;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import com.tachyonfuture.mailtrack.mysql.RowInsert;
import com.tachyonfuture.mailtrack.mysql.UtcTimes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// By how much some work changes the rollups: how many opens there were in each quarter of an hour, by what was
/// thought of them, of each track (`track_rollups`) and of all (`total_rollups`).
///
/// An open whose time nobody knows, as databases that we took over have some, is in none of them. It is in the
/// counters.
///
/// The rows of `total_rollups` are wanted by every transaction, as those of `totals` are. Whoever changes them
/// does so just before those, in the order of their key.
public final class RollupsChange {

    /// The verdict of an open that was not judged.
    static final String UNJUDGED = "unjudged";

    private static final int KEYS_AT_ONCE = 200;

    private static final String ADD = """

        ON DUPLICATE KEY UPDATE
            open_count = open_count + VALUES(open_count), read_count = read_count + VALUES(read_count)\
        """;

    private record TrackCell(String track, QuarterHour bucket, String verdict) {}

    private record Cell(QuarterHour bucket, String verdict) implements Comparable<Cell> {

        private static final Comparator<Cell> ORDER =
                Comparator.comparing(Cell::bucket).thenComparing(Cell::verdict);

        @Override
        public int compareTo(Cell other) {
            return ORDER.compare(this, other);
        }
    }

    private record Numbers(long opens, long reads) {

        boolean areNone() {
            return opens == 0 && reads == 0;
        }

        Numbers plus(Numbers more) {
            return new Numbers(opens + more.opens, reads + more.reads);
        }
    }

    private final Map<TrackCell, Numbers> cells = new HashMap<>();

    /// One open more.
    ///
    /// @param track the track's id as the database spells it
    /// @param verdict null where nobody has judged it
    /// @param counted whether it is one of the reads of its track
    public void add(String track, Instant openedAt, @Nullable Verdict verdict, boolean counted) {
        add(cell(track, openedAt, verdict), new Numbers(1, counted ? 1 : 0));
    }

    /// One open less.
    public void remove(String track, Instant openedAt, @Nullable Verdict verdict, boolean counted) {
        add(cell(track, openedAt, verdict), new Numbers(-1, counted ? -1 : 0));
    }

    private static TrackCell cell(String track, Instant openedAt, @Nullable Verdict verdict) {
        return new TrackCell(track, QuarterHour.of(openedAt), verdict == null ? UNJUDGED : verdict.code());
    }

    private void add(TrackCell cell, Numbers more) {
        cells.merge(cell, more, Numbers::plus);
    }

    /// What goes when a track goes, whose row is locked.
    public static RollupsChange withoutTrack(Connection connection, TrackId id) throws SQLException {
        var change = new RollupsChange();
        try (var select = connection.prepareStatement("""
            /* stats.rollupsOfTrack */
            SELECT track_id, bucket, verdict, open_count, read_count FROM track_rollups WHERE track_id = ? FOR UPDATE\
            """)) {
            select.setString(1, id.value());
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    change.add(cell(rows), new Numbers(-rows.getLong("open_count"), -rows.getLong("read_count")));
                }
            }
        }
        return change;
    }

    private static TrackCell cell(ResultSet row) throws SQLException {
        Instant bucket = Objects.requireNonNull(UtcTimes.instant(row.getString("bucket")));
        return new TrackCell(row.getString("track_id"), new QuarterHour(bucket), row.getString("verdict"));
    }

    /// Changes the numbers of the tracks, whose rows are locked.
    public void applyToTracks(Connection connection) throws SQLException {
        var insert = new RowInsert(
                connection,
                "/* stats.changeTrackRollups */ " + RowInsert.UNCHECKED
                        + " INTO track_rollups (track_id, bucket, verdict, open_count, read_count) VALUES ",
                ADD);
        for (var cell : cells.entrySet()) {
            if (cell.getValue().areNone()) {
                continue;
            }
            insert.value(cell.getKey().track())
                    .value(cell.getKey().bucket().start())
                    .value(cell.getKey().verdict())
                    .value(cell.getValue().opens())
                    .value(cell.getValue().reads())
                    .endRow();
        }
        insert.send();
    }

    /// Removes the rows that have come to nothing by this, where a verdict has gone from all opens of a quarter. By
    /// their keys: a track may have any number of other rows, which are nobody's business here.
    public void forgetEmptyOfTracks(Connection connection) throws SQLException {
        List<TrackCell> lowered = cells.entrySet().stream()
                .filter(cell -> cell.getValue().opens() < 0)
                .map(Map.Entry::getKey)
                .toList();
        for (int from = 0; from < lowered.size(); from += KEYS_AT_ONCE) {
            forgetEmpty(connection, lowered.subList(from, Math.min(from + KEYS_AT_ONCE, lowered.size())));
        }
    }

    private static void forgetEmpty(Connection connection, List<TrackCell> lowered) throws SQLException {
        String keys = String.join(
                " OR ", Collections.nCopies(lowered.size(), "(track_id = ? AND bucket = ? AND verdict = ?)"));
        try (var delete = connection.prepareStatement("""
            /* stats.forgetEmptyRollups */
            DELETE FROM track_rollups WHERE (%s) AND open_count = 0\
            """.formatted(keys))) {
            int parameter = 0;
            for (TrackCell cell : lowered) {
                delete.setString(++parameter, cell.track());
                delete.setString(++parameter, UtcTimes.text(cell.bucket().start()));
                delete.setString(++parameter, cell.verdict());
            }
            delete.executeUpdate();
        }
    }

    /// Changes the numbers of all tracks together.
    public void applyToTotal(Connection connection) throws SQLException {
        var sums = new TreeMap<Cell, Numbers>();
        cells.forEach((cell, more) -> sums.merge(new Cell(cell.bucket(), cell.verdict()), more, Numbers::plus));
        var insert = new RowInsert(
                connection,
                "/* stats.changeTotalRollups */ INSERT INTO total_rollups (bucket, verdict, open_count, read_count)"
                        + " VALUES ",
                ADD);
        for (var sum : sums.entrySet()) {
            if (sum.getValue().areNone()) {
                continue;
            }
            insert.value(sum.getKey().bucket().start())
                    .value(sum.getKey().verdict())
                    .value(sum.getValue().opens())
                    .value(sum.getValue().reads())
                    .endRow();
        }
        insert.send();
    }
}
