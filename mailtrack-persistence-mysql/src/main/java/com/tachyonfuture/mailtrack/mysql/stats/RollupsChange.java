package com.tachyonfuture.mailtrack.mysql.stats;

import com.tachyonfuture.mailtrack.domain.classify.Client;
import com.tachyonfuture.mailtrack.domain.classify.Network;
import com.tachyonfuture.mailtrack.domain.classify.Place;
import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.domain.recording.Open;
import com.tachyonfuture.mailtrack.domain.stats.Dimension;
import com.tachyonfuture.mailtrack.domain.stats.Level;
import com.tachyonfuture.mailtrack.domain.stats.QuarterHour;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import com.tachyonfuture.mailtrack.mysql.RowInsert;
import com.tachyonfuture.mailtrack.mysql.UtcTimes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// By how much some work changes the rollups: how many opens there were in each quarter of an hour, by what was
/// thought of them, of each track (`track_rollups`) and of all (`rollups`), and of all also by what is known of the
/// readers. Those of all are kept for hours, days and months as well.
///
/// An open whose time nobody knows, as databases that we took over have some, is in none of them. It is in the
/// counters.
///
/// The rows of `rollups` are wanted by every transaction, as those of `totals` are. Whoever changes them does so just
/// before those, in the order of their key.
public final class RollupsChange {

    /// The verdict of an open that was not judged.
    static final String UNJUDGED = "unjudged";

    /// The dimension of all opens; the others are of reads.
    static final String VERDICT = "verdict";

    static final List<Level> LEVELS = List.of(Level.values());

    /// Nobody asks for hours of these, and there are many values.
    static final List<Level> LEVELS_OF_READERS = List.of(Level.QUARTER, Level.DAY, Level.MONTH);

    private static final int KEYS_AT_ONCE = 200;

    private static final String ADD = """

        ON DUPLICATE KEY UPDATE
            open_count = open_count + VALUES(open_count), read_count = read_count + VALUES(read_count)\
        """;

    private record TrackCell(String track, QuarterHour bucket, String verdict) {}

    /// Reads of readers of whom the same is known.
    private record Readers(
            QuarterHour bucket, Place place, @Nullable Network network, Client client) {}

    private record Numbers(long opens, long reads) {

        boolean areNone() {
            return opens == 0 && reads == 0;
        }

        Numbers plus(Numbers more) {
            return new Numbers(opens + more.opens, reads + more.reads);
        }
    }

    private final Map<TrackCell, Numbers> cells = new HashMap<>();
    private final Map<Readers, Long> readers = new HashMap<>();

    /// One open more.
    ///
    /// @param track the track's id as the database spells it
    /// @param verdict null where nobody has judged it
    /// @param counted whether it is one of the reads of its track
    public void add(String track, Instant openedAt, @Nullable Verdict verdict, boolean counted) {
        add(cell(track, openedAt, verdict), new Numbers(1, counted ? 1 : 0));
    }

    /// So many opens more, of whatever track: only the numbers of all are right then.
    ///
    /// @param verdict as the database has it
    void add(QuarterHour bucket, String verdict, long opens, long reads) {
        add(new TrackCell("", bucket, verdict), new Numbers(opens, reads));
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

    /// So many reads more, or less where that is negative, of somebody of whom an open tells.
    ///
    /// @param bucket when they were
    public void addReads(QuarterHour bucket, Open open, long more) {
        var its = new Readers(bucket, open.readersPlace(), open.readersNetwork(), open.readersClient());
        if (!its.place().equals(Place.UNKNOWN)
                || its.network() != null
                || !its.client().equals(Client.UNKNOWN)) {
            readers.merge(its, more, Long::sum);
        }
    }

    /// What goes when a track goes, whose row is locked, and its opens are there still.
    public static RollupsChange withoutTrack(Connection connection, TrackId id) throws SQLException {
        var change = new RollupsChange();
        ReadersOfOpens.ofTrack(connection, id, (bucket, open, reads) -> change.addReads(bucket, open, -reads));
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

    /// By how much the numbers of all tracks together change.
    RollupCells sums() {
        var sums = new RollupCells();
        addVerdicts(sums);
        readers.forEach((its, more) -> addReaders(sums, its, more));
        return sums;
    }

    private void addVerdicts(RollupCells sums) {
        var byVerdict = new HashMap<Map.Entry<QuarterHour, String>, Numbers>();
        cells.forEach((cell, more) -> byVerdict.merge(Map.entry(cell.bucket(), cell.verdict()), more, Numbers::plus));
        byVerdict.forEach((cell, more) -> {
            for (Level level : LEVELS) {
                sums.add(VERDICT, level, bucket(level, cell.getKey()), cell.getValue(), more.opens(), more.reads());
            }
        });
    }

    private static void addReaders(RollupCells sums, Readers its, long more) {
        if (more == 0) {
            return;
        }
        for (Dimension dimension : Dimension.values()) {
            dimension.of(its.place(), its.network(), its.client()).ifPresent(value -> {
                for (Level level : LEVELS_OF_READERS) {
                    sums.add(dimension.code(), level, bucket(level, its.bucket()), value, more, more);
                }
            });
        }
    }

    private static long bucket(Level level, QuarterHour quarter) {
        return Buckets.of(level.start(quarter.start()));
    }
}
