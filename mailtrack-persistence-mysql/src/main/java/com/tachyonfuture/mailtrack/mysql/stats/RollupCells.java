package com.tachyonfuture.mailtrack.mysql.stats;

import com.tachyonfuture.mailtrack.domain.stats.Level;
import com.tachyonfuture.mailtrack.mysql.RowInsert;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.TreeMap;

/// By how much rows of `rollups` change.
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

        Numbers plus(Numbers more) {
            return new Numbers(opens + more.opens, reads + more.reads);
        }
    }

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
        for (var cell : cells.entrySet()) {
            Numbers more = cell.getValue();
            if (more.opens() != 0 || more.reads() != 0) {
                insert.value(cell.getKey().dimension())
                        .value(cell.getKey().level())
                        .value(cell.getKey().bucket())
                        .value(cell.getKey().value())
                        .value(more.opens())
                        .value(more.reads())
                        .endRow();
            }
        }
        insert.send();
    }
}
