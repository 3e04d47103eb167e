package com.tachyonfuture.mailtrack.mysql.stats;

import com.tachyonfuture.mailtrack.domain.stats.Dimension;
import com.tachyonfuture.mailtrack.domain.stats.Level;
import com.tachyonfuture.mailtrack.domain.stats.Range;
import com.tachyonfuture.mailtrack.domain.stats.Slices;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// How many reads of some past time had each city, network or the like, remembered as far as memory has room for it.
///
/// A busy day has a row for each city and each network that anybody read from, and a month thirty times as many, while
/// hardly anything ever changes in days that are over. So sums are kept together with how often that time had changed,
/// see [RollupCells#CHANGES]. That is read before the sums are: they may be newer than it says, never older. Whoever
/// finds another number of changes reads them anew, and whoever finds sums that are old: somebody may have changed rows
/// by hand. Any thread may ask.
final class PastReads {

    /// Of one kind and time; more are left to the database.
    private static final int MOST_VALUES = 10_000;

    /// Of all that is remembered; what was asked for longest ago is forgotten first. Some five megabytes.
    private static final int MOST_VALUES_IN_ALL = 50_000;

    private static final Duration LONGEST_TRUSTED = Duration.ofHours(1);

    /// What reads are told apart by.
    ///
    /// @param dimension of the rows that tell it
    /// @param value the column, or what follows from columns
    /// @param levels of the rows
    record Kind(String dimension, String value, List<Level> levels) {

        static Kind of(Dimension dimension) {
            return new Kind(dimension.code(), "value", RollupsChange.LEVELS_OF_READERS);
        }
    }

    private record Key(Kind kind, Range range) {}

    /// @param reads by value; empty where there are too many
    private record Sums(long changes, Instant readAt, Optional<Map<String, Long>> reads) {

        boolean areRight(long changesNow, Instant now) {
            return changes == changesNow && now.isBefore(readAt.plus(LONGEST_TRUSTED));
        }

        int size() {
            return 1 + reads.map(Map::size).orElse(0);
        }
    }

    private final LinkedHashMap<Key, Sums> remembered = new LinkedHashMap<>(16, 0.75f, true);
    private final InstantSource clock;
    private final int most;
    private final int mostInAll;
    private int size;

    PastReads(InstantSource clock) {
        this(clock, MOST_VALUES, MOST_VALUES_IN_ALL);
    }

    /// @param most values of one kind and time
    /// @param mostInAll values
    PastReads(InstantSource clock, int most, int mostInAll) {
        this.clock = clock;
        this.most = most;
        this.mostInAll = mostInAll;
    }

    /// The reads of each value in a range, of which some may be past; empty where there are too many values.
    Optional<Map<String, Long>> andRecentOnes(Connection connection, Kind kind, Range range) throws SQLException {
        Instant end = end(range);
        Optional<Map<String, Long>> past =
                end.equals(range.from()) ? Optional.of(Map.of()) : of(connection, kind, new Range(range.from(), end));
        if (past.isEmpty() || end.equals(range.to())) {
            return past;
        }
        Map<String, Long> recent = read(connection, kind, new Range(end, range.to()), most + 1);
        if (recent.size() > most) {
            return Optional.empty();
        }
        var reads = new HashMap<>(past.get());
        recent.forEach((value, more) -> reads.merge(value, more, Long::sum));
        return Optional.of(reads);
    }

    /// The reads of each value, none of them zero; empty where there are too many values.
    Optional<Map<String, Long>> of(Connection connection, Kind kind, Range range) throws SQLException {
        long changes = changes(connection, kind, range);
        var key = new Key(kind, range);
        Optional<Sums> known = get(key, changes);
        if (known.isPresent()) {
            return known.get().reads();
        }
        Map<String, Long> reads = read(connection, kind, range, most + 1);
        var sums = new Sums(
                changes, clock.instant(), reads.size() > most ? Optional.empty() : Optional.of(Map.copyOf(reads)));
        put(key, sums);
        return sums.reads();
    }

    private synchronized Optional<Sums> get(Key key, long changes) {
        return Optional.ofNullable(remembered.get(key)).filter(sums -> sums.areRight(changes, clock.instant()));
    }

    private synchronized void put(Key key, Sums sums) {
        Optional.ofNullable(remembered.put(key, sums)).ifPresent(former -> size -= former.size());
        size += sums.size();
        Iterator<Sums> oldestFirst = remembered.values().iterator();
        while (size > mostInAll) {
            size -= oldestFirst.next().size();
            oldestFirst.remove();
        }
    }

    /// How often anything changed of which the sums of a range are made.
    private static long changes(Connection connection, Kind kind, Range range) throws SQLException {
        String condition = range.parts(kind.levels()).stream()
                .map(PastReads::rowsOfChanges)
                .collect(Collectors.joining(" OR ", "(", ")"));
        try (var select = connection.prepareStatement(
                        "/* stats.changesOfPast */ SELECT COALESCE(SUM(open_count), 0) FROM rollups WHERE dimension = '"
                                + RollupCells.CHANGES + "' AND " + condition);
                var row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static String rowsOfChanges(Range.Part part) {
        Level level = part.level() == Level.MONTH ? Level.MONTH : Level.DAY;
        return "(level = %d AND bucket >= %d AND bucket < %d)"
                .formatted(
                        Buckets.code(level),
                        Buckets.of(level.start(part.range().from())),
                        Buckets.of(part.range().to()));
    }

    /// The reads of each value, none of them zero.
    ///
    /// @param most so many values at most, whichever
    private static Map<String, Long> read(Connection connection, Kind kind, Range range, int most) throws SQLException {
        String condition = new Pieces(Slices.of(range), kind.levels()).condition();
        try (var select = connection.prepareStatement("""
            /* stats.readsByValue */
            SELECT %s AS its, SUM(read_count) FROM rollups WHERE dimension = ? AND %s
            GROUP BY its HAVING SUM(read_count) > 0 LIMIT ?\
            """.formatted(kind.value(), condition))) {
            select.setString(1, kind.dimension());
            select.setInt(2, most);
            var reads = new HashMap<String, Long>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    reads.put(rows.getString(1), rows.getLong(2));
                }
            }
            return reads;
        }
    }

    /// Where the past of a range ends: with the day before yesterday of UTC. Yesterday may still be today in the west,
    /// and late hits of it come in for a while.
    Instant end(Range range) {
        Instant yesterday = Level.DAY.start(clock.instant()).minus(Duration.ofDays(1));
        Instant end = yesterday.isBefore(range.to()) ? yesterday : range.to();
        return end.isBefore(range.from()) ? range.from() : end;
    }
}
