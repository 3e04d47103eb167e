package com.tachyonfuture.mailtrack.mysql.stats;

import com.tachyonfuture.mailtrack.domain.stats.Level;
import com.tachyonfuture.mailtrack.mysql.RowInsert;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// By how much rows of `rollups` change, those too that count these and other [Changes].
final class RollupCells {

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
                ? new Cell(which.dimension(), level, bucket, NO_VALUE)
                : new Cell(which.dimension(), Buckets.code(Level.DAY), Buckets.dayOf(bucket), NO_VALUE);
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
        for (var cell : withChanges().entrySet()) {
            insert.value(cell.getKey().dimension())
                    .value(cell.getKey().level())
                    .value(cell.getKey().bucket())
                    .value(cell.getKey().value())
                    .value(cell.getValue().opens())
                    .value(cell.getValue().reads())
                    .endRow();
        }
        insert.send();
    }

    private SortedMap<Cell, Numbers> withChanges() {
        var all = new TreeMap<Cell, Numbers>();
        cells.forEach((cell, more) -> {
            if (!more.areNone()) {
                all.put(cell, more);
                all.put(change(Changes.OPENS, cell.level(), cell.bucket()), ONCE);
            }
        });
        otherChanges.forEach(change -> all.put(change, ONCE));
        return all;
    }
}
