package com.tachyonfuture.mailtrack.mysql.stats;

import com.tachyonfuture.mailtrack.domain.stats.Level;
import com.tachyonfuture.mailtrack.mysql.RowInsert;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// By how much rows of `rollups` change, and that they do, see [Changes].
final class RollupCells {

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
    private final TreeSet<Cell> otherChanges = new TreeSet<>();

    void add(String dimension, Level level, long bucket, String value, long opens, long reads) {
        cells.merge(new Cell(dimension, Buckets.code(level), bucket, value), new Numbers(opens, reads), Numbers::plus);
    }

    /// Counts a change of other numbers.
    void changed(Changes which, int level, long bucket) {
        otherChanges.add(change(which, level, bucket));
    }

    private static Cell change(Changes which, int level, long bucket) {
        return level == Buckets.code(Level.MONTH)
                ? new Cell(Changes.DIMENSION, level, bucket, which.value())
                : new Cell(Changes.DIMENSION, Buckets.code(Level.DAY), Buckets.dayOf(bucket), which.value());
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
        var changes = new TreeSet<>(otherChanges);
        cells.forEach((cell, more) -> {
            if (!more.areNone()) {
                changes.add(change(Changes.OPENS, cell.level(), cell.bucket()));
            }
        });
        return changes;
    }
}
