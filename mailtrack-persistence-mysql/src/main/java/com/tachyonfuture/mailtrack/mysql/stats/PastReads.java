package com.tachyonfuture.mailtrack.mysql.stats;

import com.tachyonfuture.mailtrack.domain.stats.Dimension;
import com.tachyonfuture.mailtrack.domain.stats.Level;
import com.tachyonfuture.mailtrack.domain.stats.Range;
import com.tachyonfuture.mailtrack.domain.stats.Slices;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How many reads of some past time had each city, network or the like, from memory, see [PastMemory]. A busy day has a
/// row for each city and each network that anybody read from, and a month thirty times as many.
final class PastReads {

    /// Of one kind and time; more are left to the database.
    private static final int MOST_VALUES = 10_000;

    /// Of all that is remembered. Some five megabytes.
    private static final int MOST_VALUES_IN_ALL = 50_000;

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

    private record Reads(Kind kind, Range range) implements PastMemory.Rows {

        @Override
        public List<Level> levels() {
            return kind.levels();
        }
    }

    private final PastMemory<Reads, Optional<Map<String, Long>>> memory;
    private final int most;

    PastReads(InstantSource clock) {
        this(clock, MOST_VALUES, MOST_VALUES_IN_ALL);
    }

    /// @param most values of one kind and time
    /// @param mostInAll values
    PastReads(InstantSource clock, int most, int mostInAll) {
        this.memory = new PastMemory<>(
                clock, Changes.OPENS, reads -> reads.map(Map::size).orElse(0), mostInAll);
        this.most = most;
    }

    /// The reads of each value in a range, of which some may be past; empty where there are too many values.
    Optional<Map<String, Long>> andRecentOnes(Connection connection, Kind kind, Range range) throws SQLException {
        Instant end = memory.end(range);
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
        return memory.get(connection, new Reads(kind, range), again -> {
            Map<String, Long> reads = read(again, kind, range, most + 1);
            return reads.size() > most ? Optional.empty() : Optional.of(Map.copyOf(reads));
        });
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
}
