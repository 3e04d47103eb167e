package com.tachyonfuture.mailtrack.mysql.stats;

import com.tachyonfuture.mailtrack.application.stats.Cohort;
import com.tachyonfuture.mailtrack.domain.stats.Delay;
import com.tachyonfuture.mailtrack.domain.stats.Delays;
import com.tachyonfuture.mailtrack.domain.stats.Level;
import com.tachyonfuture.mailtrack.domain.stats.Range;
import com.tachyonfuture.mailtrack.domain.stats.Slices;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.TreeMap;

/// What became of the tracks that were created in some time: what is past of it from memory, see [PastMemory]. A day
/// has a row for each delay after which a first read came, and the overview asks for two months.
final class PastCohorts {

    /// About two megabytes.
    private static final int MOST_DELAYS_IN_ALL = 20_000;

    private record Created(Range range) implements PastMemory.Rows {

        @Override
        public List<Level> levels() {
            return CohortsChange.LEVELS;
        }
    }

    private final PastMemory<Created, Cohort> memory;

    PastCohorts(InstantSource clock) {
        this.memory = new PastMemory<>(
                clock, Changes.COHORTS, cohort -> cohort.delays().counts().size(), MOST_DELAYS_IN_ALL);
    }

    /// @param created when the tracks were created
    Cohort of(Connection connection, Range created) throws SQLException {
        Instant end = memory.end(created);
        return past(connection, new Range(created.from(), end)).plus(read(connection, new Range(end, created.to())));
    }

    private Cohort past(Connection connection, Range created) throws SQLException {
        return created.isEmpty()
                ? Cohort.NONE
                : memory.get(connection, new Created(created), again -> read(again, created));
    }

    private static Cohort read(Connection connection, Range created) throws SQLException {
        if (created.isEmpty()) {
            return Cohort.NONE;
        }
        String condition = new Pieces(Slices.of(created), CohortsChange.LEVELS).condition();
        try (var select = connection.prepareStatement("""
            /* stats.cohort */
            SELECT -1 AS delay, COALESCE(SUM(sent_count), 0), COALESCE(SUM(delivered_count), 0),
                COALESCE(SUM(read_count), 0)
            FROM sent_rollups WHERE %1$s
            UNION ALL
            SELECT delay, SUM(track_count), 0, 0 FROM first_read_rollups WHERE %1$s GROUP BY delay\
            """.formatted(condition));
                var rows = select.executeQuery()) {
            return cohort(rows);
        }
    }

    private static Cohort cohort(ResultSet rows) throws SQLException {
        Cohort counts = Cohort.NONE;
        var delays = new TreeMap<Delay, Long>();
        while (rows.next()) {
            int delay = rows.getInt(1);
            if (delay < 0) {
                counts = new Cohort(rows.getLong(2), rows.getLong(3), rows.getLong(4), Delays.NONE);
            } else {
                delays.put(new Delay(delay), rows.getLong(2));
            }
        }
        return new Cohort(counts.sent(), counts.delivered(), counts.read(), new Delays(delays));
    }
}
