package com.tachyonfuture.mailtrack.mysql.recording;

import com.tachyonfuture.mailtrack.domain.stats.QuarterHour;
import com.tachyonfuture.mailtrack.domain.track.Activity;
import com.tachyonfuture.mailtrack.mysql.UtcTimes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// When a track was read first and last, after some of its opens were judged again. `track_rollups` says in which
/// quarters of an hour there are reads, so that only opens of those are looked at, however many the track has.
///
/// @param track the track's id as the database spells it
record ReadTimes(Connection connection, String track) {

    /// The first read, and the latest ones, the latest first.
    record Reads(@Nullable Instant first, List<Instant> latest) {}

    /// Of a track of which all opens are at hand.
    static Reads among(List<Instant> reads) {
        Instant first = reads.stream().min(Comparator.naturalOrder()).orElse(null);
        return new Reads(first, latest(reads.stream()));
    }

    private static List<Instant> latest(Stream<Instant> reads) {
        return reads.sorted(Comparator.reverseOrder())
                .limit(Activity.LATEST_READS)
                .toList();
    }

    /// Of a track of which only some opens are at hand: looked up where one of those is gone that were known. Comes
    /// after the opens and the rollups of the track have changed.
    Reads after(Activity before, Collection<Instant> gone, Collection<Instant> come) throws SQLException {
        Instant first = before.firstReadAt();
        boolean firstIsGone = first != null && gone.contains(first);
        boolean latestIsGone = before.latestReads().stream().anyMatch(gone::contains);
        return new Reads(
                firstIsGone ? firstInTables() : earliest(first, come),
                latestIsGone ? latestInTables() : latest(before.latestReads(), come));
    }

    private static @Nullable Instant earliest(@Nullable Instant first, Collection<Instant> come) {
        return Stream.concat(Stream.ofNullable(first), come.stream())
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static List<Instant> latest(List<Instant> before, Collection<Instant> come) {
        return latest(Stream.concat(before.stream(), come.stream()));
    }

    private @Nullable Instant firstInTables() throws SQLException {
        List<Instant> reads = readsIn(quarters("ASC", 1));
        return reads.stream().min(Comparator.naturalOrder()).orElse(null);
    }

    private List<Instant> latestInTables() throws SQLException {
        return latest(readsIn(quarters("DESC", Activity.LATEST_READS)).stream());
    }

    /// Each has a read at least. The same may come several times, by verdict.
    private Set<Instant> quarters(String order, int limit) throws SQLException {
        try (var select = connection.prepareStatement("""
            /* judging.quartersOfReads */
            SELECT bucket FROM track_rollups WHERE track_id = ? AND read_count > 0 ORDER BY bucket %s LIMIT %d\
            """.formatted(order, limit))) {
            select.setString(1, track);
            try (var rows = select.executeQuery()) {
                var quarters = new HashSet<Instant>();
                while (rows.next()) {
                    quarters.add(Objects.requireNonNull(UtcTimes.instant(rows.getString(1))));
                }
                return quarters;
            }
        }
    }

    private List<Instant> readsIn(Set<Instant> quarters) throws SQLException {
        var reads = new ArrayList<Instant>();
        if (quarters.isEmpty()) {
            return reads;
        }
        String times = String.join(" OR ", Collections.nCopies(quarters.size(), "opened_at >= ? AND opened_at < ?"));
        try (var select = connection.prepareStatement("""
            /* judging.readsOfQuarters */
            SELECT opened_at FROM opens WHERE tracked_email_id = ? AND counted = TRUE AND (%s)\
            """.formatted(times))) {
            select.setString(1, track);
            int place = 1;
            for (Instant quarter : quarters) {
                select.setString(++place, UtcTimes.text(quarter));
                select.setString(++place, UtcTimes.text(quarter.plus(QuarterHour.LENGTH)));
            }
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    reads.add(Objects.requireNonNull(UtcTimes.instant(rows.getString(1))));
                }
            }
        }
        return reads;
    }
}
