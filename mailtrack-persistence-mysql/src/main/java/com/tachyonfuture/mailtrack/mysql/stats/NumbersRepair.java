package com.tachyonfuture.mailtrack.mysql.stats;

import com.tachyonfuture.mailtrack.domain.stats.Dimension;
import com.tachyonfuture.mailtrack.domain.stats.Level;
import com.tachyonfuture.mailtrack.domain.stats.QuarterHour;
import com.tachyonfuture.mailtrack.domain.stats.Range;
import com.tachyonfuture.mailtrack.domain.track.Activity;
import com.tachyonfuture.mailtrack.mysql.UtcTimes;
import com.tachyonfuture.mailtrack.mysql.Work;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds where the numbers over all tracks are not what the rows of tracks and opens say, and puts them right.
///
/// ## Why it may run beside everything else
/// What the rows say and what was kept are read from one snapshot of the database. By how much they differ then, they
/// differ ever after, since everybody else changes both alike, by what they add. So the difference may be added at any
/// later time, in a transaction that is as short as any other. The counters of the tracks themselves have to be right
/// before: they say what became of a track.
///
/// A day of UTC is looked at at a time, so that no memory has to hold all; the months are put together from the days.
/// It may be interrupted anywhere, and run again.
final class NumbersRepair {

    private static final List<String> DIMENSIONS = Stream.concat(
                    Stream.of(RollupsChange.VERDICT),
                    Arrays.stream(Dimension.values()).map(Dimension::code))
            .map(code -> "'" + code + "'")
            .toList();

    private static final String ALL_DIMENSIONS = String.join(", ", DIMENSIONS);

    private static final String SHORT_LEVELS = "0, 1, 2";

    /// The first of anything at or after a time. One statement for each part of the index on opens, where it is a look
    /// at one entry.
    private static final List<String> FIRST = List.of(
            "/* stats.nextDayOfReads */ SELECT MIN(opened_at) FROM opens WHERE counted = TRUE AND opened_at >= ?",
            "/* stats.nextDayOfOthers */ SELECT MIN(opened_at) FROM opens WHERE counted = FALSE AND opened_at >= ?",
            "/* stats.nextDayOfTracks */ SELECT MIN(created_at) FROM tracked_emails WHERE created_at >= ?");

    /// What is still to be added, so that the numbers are right.
    record Missing(Work<Boolean> addition) {}

    private NumbersRepair() {}

    /// The first moment of the next day of which anything is known or kept, at or after a time.
    static Optional<Instant> nextDay(Connection connection, Instant from) throws SQLException {
        long bucket = Buckets.of(from);
        String kept = Stream.concat(
                        DIMENSIONS.stream().map(dimension -> "rollups WHERE dimension = " + dimension + " AND "),
                        Stream.of("sent_rollups WHERE ", "first_read_rollups WHERE "))
                .flatMap(table -> IntStream.rangeClosed(0, 3)
                        .mapToObj(level -> "SELECT MIN(bucket) AS bucket FROM " + table + "level = " + level
                                + " AND bucket >= " + bucket))
                .collect(Collectors.joining(" UNION ALL "));
        Instant earliest = null;
        try (var select = connection.prepareStatement(
                        "/* stats.nextDayKept */ SELECT MIN(bucket) FROM (" + kept + ") earliest");
                var row = select.executeQuery()) {
            row.next();
            long found = row.getLong(1);
            earliest = row.wasNull() ? null : Buckets.start(found);
        }
        for (String first : FIRST) {
            earliest = earlier(earliest, first(connection, first, from));
        }
        return Optional.ofNullable(earliest).map(Level.DAY::start);
    }

    private static @Nullable Instant first(Connection connection, String first, Instant from) throws SQLException {
        try (var select = connection.prepareStatement(first)) {
            select.setString(1, UtcTimes.bound(from));
            try (var row = select.executeQuery()) {
                row.next();
                return UtcTimes.instant(row.getString(1));
            }
        }
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        return one == null || (other != null && other.isBefore(one)) ? other : one;
    }

    /// What is missing in a day. All is read from one snapshot, which the transaction has to give.
    static Missing ofDay(Connection connection, Instant day) throws SQLException {
        var range = new Range(day, Level.DAY.next(day));
        RollupCells rollups = opens(connection, range);
        rollups.forget(Level.MONTH);
        subtractRollups(connection, range, rollups);
        CohortsChange cohorts = tracks(connection, range);
        cohorts.forget(Level.MONTH);
        subtractSent(connection, range, cohorts);
        subtractFirstReads(connection, range, cohorts);
        return missing(rollups, cohorts);
    }

    private static Missing missing(RollupCells rollups, CohortsChange cohorts) {
        return new Missing(connection -> {
            cohorts.applyAfter(rollups, connection);
            return true;
        });
    }

    private static RollupCells opens(Connection connection, Range range) throws SQLException {
        var found = new RollupsChange();
        String from = UtcTimes.bound(range.from());
        String to = UtcTimes.bound(range.to());
        try (var select = connection.prepareStatement("""
            /* stats.opensOfDay */
            SELECT %s AS bucket, COALESCE(verdict, 'unjudged') AS its_verdict, COUNT(*), SUM(counted)
            FROM opens FORCE INDEX (ix_opens_counted_opened)
            WHERE counted IN (TRUE, FALSE) AND opened_at >= ? AND opened_at < ? GROUP BY bucket, its_verdict\
            """.formatted(ReadersOfOpens.BUCKET))) {
            select.setString(1, from);
            select.setString(2, to);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    var bucket = new QuarterHour(Buckets.start(rows.getLong(1)));
                    found.add(bucket, rows.getString(2), rows.getLong(3), rows.getLong(4));
                }
            }
        }
        ReadersOfOpens.of(connection, from, to, found::addReads);
        return found.sums();
    }

    private static void subtractRollups(Connection connection, Range range, RollupCells rollups) throws SQLException {
        try (var select = connection.prepareStatement(
                        """
                        /* stats.keptOfDay */
                        SELECT dimension, level, bucket, value, open_count, read_count FROM rollups
                        WHERE dimension IN (%s) AND level IN (%s) AND bucket >= %d AND bucket < %d\
                        """.formatted(ALL_DIMENSIONS, SHORT_LEVELS, Buckets.of(range.from()), Buckets.of(range.to())));
                var rows = select.executeQuery()) {
            while (rows.next()) {
                rollups.add(
                        rows.getString(1),
                        Buckets.level(rows.getInt(2)),
                        rows.getLong(3),
                        rows.getString(4),
                        -rows.getLong(5),
                        -rows.getLong(6));
            }
        }
    }

    private static CohortsChange tracks(Connection connection, Range range) throws SQLException {
        var found = new CohortsChange();
        try (var select = connection.prepareStatement("""
            /* stats.tracksOfDay */
            SELECT created_at, %s FROM tracked_emails WHERE created_at >= ? AND created_at < ?\
            """.formatted(ActivityColumns.LIST))) {
            select.setString(1, UtcTimes.bound(range.from()));
            select.setString(2, UtcTimes.bound(range.to()));
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    Activity activity = ActivityColumns.read(rows);
                    found.add(new TrackChange("", null, UtcTimes.instant(rows.getString(1)), null, activity));
                }
            }
        }
        return found;
    }

    private static void subtractSent(Connection connection, Range range, CohortsChange cohorts) throws SQLException {
        try (var select = connection.prepareStatement(
                        """
                        /* stats.keptSentOfDay */
                        SELECT level, bucket, sent_count, delivered_count, read_count FROM sent_rollups
                        WHERE level IN (%s) AND bucket >= %d AND bucket < %d\
                        """.formatted(SHORT_LEVELS, Buckets.of(range.from()), Buckets.of(range.to())));
                var rows = select.executeQuery()) {
            while (rows.next()) {
                cohorts.addSent(
                        Buckets.level(rows.getInt(1)),
                        rows.getLong(2),
                        -rows.getLong(3),
                        -rows.getLong(4),
                        -rows.getLong(5));
            }
        }
    }

    private static void subtractFirstReads(Connection connection, Range range, CohortsChange cohorts)
            throws SQLException {
        try (var select = connection.prepareStatement(
                        """
                        /* stats.keptFirstReadsOfDay */
                        SELECT level, bucket, delay, track_count FROM first_read_rollups
                        WHERE level IN (%s) AND bucket >= %d AND bucket < %d\
                        """.formatted(SHORT_LEVELS, Buckets.of(range.from()), Buckets.of(range.to())));
                var rows = select.executeQuery()) {
            while (rows.next()) {
                cohorts.addFirstReads(Buckets.level(rows.getInt(1)), rows.getLong(2), rows.getInt(3), -rows.getLong(4));
            }
        }
    }

    /// What is missing in a month, whose days are right. All is read from one snapshot.
    static Missing ofMonth(Connection connection, Instant month) throws SQLException {
        var rollups = new RollupCells();
        var cohorts = new CohortsChange();
        long from = Buckets.of(month);
        String where = "level IN (2, 3) AND bucket >= " + from + " AND bucket < " + Buckets.of(Level.MONTH.next(month));
        try (var select = connection.prepareStatement(
                        """
                        /* stats.keptOfMonth */
                        SELECT dimension, value, %s, %s FROM rollups WHERE dimension IN (%s) AND %s GROUP BY dimension, value\
                        """.formatted(missing("open_count"), missing("read_count"), ALL_DIMENSIONS, where));
                var rows = select.executeQuery()) {
            while (rows.next()) {
                rollups.add(rows.getString(1), Level.MONTH, from, rows.getString(2), rows.getLong(3), rows.getLong(4));
            }
        }
        try (var select = connection.prepareStatement("""
            /* stats.keptSentOfMonth */
            SELECT %s, %s, %s FROM sent_rollups WHERE %s\
            """.formatted(
                                missing("sent_count"), missing("delivered_count"), missing("read_count"), where));
                var row = select.executeQuery()) {
            row.next();
            cohorts.addSent(Level.MONTH, from, row.getLong(1), row.getLong(2), row.getLong(3));
        }
        try (var select = connection.prepareStatement("""
            /* stats.keptFirstReadsOfMonth */
            SELECT delay, %s FROM first_read_rollups WHERE %s GROUP BY delay\
            """.formatted(missing("track_count"), where));
                var rows = select.executeQuery()) {
            while (rows.next()) {
                cohorts.addFirstReads(Level.MONTH, from, rows.getInt(1), rows.getLong(2));
            }
        }
        return missing(rollups, cohorts);
    }

    /// By how much the days of a month exceed what is kept for it.
    private static String missing(String column) {
        return "SUM(CASE level WHEN 2 THEN " + column + " ELSE -" + column + " END)";
    }

    /// What is missing in the totals. All is read from one snapshot.
    static Missing ofTotals(Connection connection) throws SQLException {
        var totals = new TotalsChange();
        try (var select = connection.prepareStatement(
                        """
                        /* stats.countTotals */
                        SELECT COUNT(*) AS tracks, SUM(open_count) AS opens, SUM(read_count) AS read_opens,
                            SUM(open_count > 0) AS opened_tracks, SUM(open_count > self_opens) AS delivered_tracks,
                            SUM(read_count > 0) AS read_tracks, SUM(pinned) AS pinned_tracks,
                            SUM(stopped_at IS NOT NULL) AS stopped_tracks, %s
                        FROM tracked_emails\
                        """.formatted(VerdictColumns.list(column -> "SUM(" + column + ") AS " + column)));
                var row = select.executeQuery()) {
            row.next();
            for (String name : TotalsChange.NAMES) {
                totals.add(name, row.getLong(name.equals(TotalsChange.READS) ? "read_opens" : name));
            }
        }
        try (var select = connection.prepareStatement("/* stats.current */ SELECT name, value FROM totals");
                var rows = select.executeQuery()) {
            while (rows.next()) {
                if (TotalsChange.NAMES.contains(rows.getString(1))) {
                    totals.add(rows.getString(1), -rows.getLong(2));
                }
            }
        }
        return new Missing(change -> {
            totals.apply(change);
            return true;
        });
    }
}
