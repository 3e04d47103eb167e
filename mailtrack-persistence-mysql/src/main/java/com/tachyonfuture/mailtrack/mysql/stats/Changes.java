package com.tachyonfuture.mailtrack.mysql.stats;

import com.tachyonfuture.mailtrack.domain.stats.Level;
import com.tachyonfuture.mailtrack.domain.stats.Range;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/// How often any numbers of a day changed, or of its hours and quarters, and how often any of those that are kept for a
/// month: rows of `rollups` that have the number in `open_count`. They never go down, so whoever finds the same sum of
/// them again may trust what he remembers of that time, see [PastMemory].
enum Changes {

    /// Of opens and readers, in the rows of `rollups` that have other dimensions.
    OPENS("changes"),

    /// Of what became of tracks, in `sent_rollups` and `first_read_rollups`. In the order of the key these rows are
    /// the last of `rollups`, so a batch has them locked for a short time only: who creates a track wants them too.
    COHORTS("what_became");

    private final String dimension;

    Changes(String dimension) {
        this.dimension = dimension;
    }

    String dimension() {
        return dimension;
    }

    /// How often anything changed of which sums of a range are made.
    ///
    /// @param levels of the rows that are summed
    long in(Connection connection, Range range, List<Level> levels) throws SQLException {
        try (var select = connection.prepareStatement(query(range, levels));
                var row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    String query(Range range, List<Level> levels) {
        return """
            /* stats.changesOfPast */
            SELECT COALESCE(SUM(open_count), 0) FROM rollups WHERE dimension = '%s' AND %s\
            """.formatted(
                        dimension,
                        range.parts(levels).stream().map(Changes::rows).collect(Collectors.joining(" OR ", "(", ")")));
    }

    private static String rows(Range.Part part) {
        Level level = part.level() == Level.MONTH ? Level.MONTH : Level.DAY;
        return "(level = %d AND bucket >= %d AND bucket < %d)"
                .formatted(
                        Buckets.code(level),
                        Buckets.of(level.start(part.range().from())),
                        Buckets.of(part.range().to()));
    }
}
