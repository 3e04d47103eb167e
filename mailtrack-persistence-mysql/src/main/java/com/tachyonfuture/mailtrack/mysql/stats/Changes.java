package com.tachyonfuture.mailtrack.mysql.stats;

import com.tachyonfuture.mailtrack.domain.stats.Level;
import com.tachyonfuture.mailtrack.domain.stats.Range;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/// What rows of [#DIMENSION] in `rollups` tell: how often any numbers of a day changed, or of its hours and quarters,
/// and how often any of those that are kept for a month. They never go down, so whoever finds the same sum of them
/// again may trust what he remembers of that time, see [PastMemory].
enum Changes {

    /// Of opens and readers, in `rollups` itself.
    OPENS(""),

    /// Of what became of tracks, in `sent_rollups` and `first_read_rollups`.
    COHORTS("cohorts");

    /// It is the first of all in the order of the key. The number is in `open_count`.
    static final String DIMENSION = "changes";

    private final String value;

    Changes(String value) {
        this.value = value;
    }

    /// Its value of the dimension.
    String value() {
        return value;
    }

    /// How often anything changed of which sums of a range are made.
    ///
    /// @param levels of the rows that are summed
    long in(Connection connection, Range range, List<Level> levels) throws SQLException {
        String condition =
                range.parts(levels).stream().map(Changes::rows).collect(Collectors.joining(" OR ", "(", ")"));
        try (var select = connection.prepareStatement("""
            /* stats.changesOfPast */
            SELECT COALESCE(SUM(open_count), 0) FROM rollups WHERE dimension = '%s' AND value = '%s' AND %s\
            """.formatted(DIMENSION, value, condition));
                var row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
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
