package com.tachyonfuture.mailtrack.mysql.stats;

import com.tachyonfuture.mailtrack.domain.stats.Level;
import com.tachyonfuture.mailtrack.mysql.RowInsert;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// By how much rows of `rollups` change.
///
/// Beside its numbers the table says how often anything of a day changed, or of its hours and quarters, and how often
/// anything of what is kept for a month: in rows of the dimension [#CHANGES]. They never go down, so whoever finds the
/// same sum of them again may trust what he remembers of that time, see [PastReads].
final class RollupCells {

    /// The dimension of the rows that count changes, in `open_count`. It is the first of all in the order of the key.
    static final String CHANGES = "changes";

    private static final String NO_VALUE = "";

    private static final String ADD = """

        ON DUPLICATE KEY UPDATE
            open_count = open_count + VALUES(open_count), read_count = read_count + VALUES(read_count)\
        """;

    private record Cell(String dimension, int level, long bucket, String value) implements Comparable<Cell> {

        private static final Comparator<Cell> ORDER = Comparator.comparing(Cell::dimension)
                .thenComparingInt(Cell::level)
                .thenComparingLong(Cell::bucket)
                .thenComparing(Cell::value);

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

    private static final Numbers ONCE = new Numbers(1, 0);

    private final TreeMap<Cell, Numbers> cells = new TreeMap<>();

    void add(String dimension, Level level, long bucket, String value, long opens, long reads) {
        cells.merge(new Cell(dimension, Buckets.code(level), bucket, value), new Numbers(opens, reads), Numbers::plus);
    }

    void forget(Level level) {
        cells.keySet().removeIf(cell -> cell.level() == Buckets.code(level));
    }

    /// In the order of the key.
    void apply(Connection connection) throws SQLException {
        var insert = new RowInsert(
                connection,
                "/* stats.changeRollups */ INSERT INTO rollups (dimension, level, bucket, value, open_count,"
                        + " read_count) VALUES ",
                ADD);
        for (Cell change : changes()) {
            append(insert, change, ONCE);
        }
        for (var cell : cells.entrySet()) {
            if (!cell.getValue().areNone()) {
                append(insert, cell.getKey(), cell.getValue());
            }
        }
        insert.send();
    }

    private static void append(RowInsert insert, Cell cell, Numbers more) throws SQLException {
        insert.value(cell.dimension())
                .value(cell.level())
                .value(cell.bucket())
                .value(cell.value())
                .value(more.opens())
                .value(more.reads())
                .endRow();
    }

    private SortedSet<Cell> changes() {
        var changes = new TreeSet<Cell>();
        cells.forEach((cell, more) -> {
            if (!more.areNone()) {
                changes.add(
                        cell.level() == Buckets.code(Level.MONTH)
                                ? new Cell(CHANGES, cell.level(), cell.bucket(), NO_VALUE)
                                : new Cell(CHANGES, Buckets.code(Level.DAY), Buckets.dayOf(cell.bucket()), NO_VALUE));
            }
        });
        return changes;
    }
}
