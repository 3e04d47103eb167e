package com.tachyonfuture.mailtrack.mysql.recording;

import com.tachyonfuture.mailtrack.domain.classify.CountedViews;
import com.tachyonfuture.mailtrack.mysql.RowInsert;
import com.tachyonfuture.mailtrack.mysql.UtcTimes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/// Which viewers were seen lately, within a transaction that has locked the tracks which they viewed: table
/// `recent_views`, which knows the views that count.
///
/// ## Why a table of its own
/// Whether an open is a repeat could be found in `opens` by an index on track, viewer and time. That index would grow
/// with all history, and take a random page for every row that is inserted. This table holds some hours, in order of
/// the hour: what is looked up and inserted lies together and in memory.
///
/// ## How old views go
/// What is older than the batches of a day before is removed bit by bit: see [#forgetSome]. Time is that of the hits,
/// not that of a clock, so that a spool that was not drained for days still finds what it wrote.
final class RecentViews {

    /// The server plans a list of this length quickly, and MariaDB makes no join of it, as it does of longer ones.
    private static final int VIEWERS_PER_STATEMENT = 500;

    private static final int FORGOTTEN_AT_ONCE = 10_000;
    private static final Duration KEPT_FOR = Duration.ofDays(1);
    private static final long BUCKET = Duration.ofHours(1).toSeconds();

    private static final String INSERT =
            "/* recording.insertViews */ INSERT INTO recent_views (bucket, viewer, viewed_at) VALUES ";

    /// @param viewer see [com.tachyonfuture.mailtrack.domain.classify.Viewer]
    record View(long viewer, Instant at) {}

    private final Duration window;
    private final CountedViews counted;
    private final List<View> added = new ArrayList<>();

    private RecentViews(Duration window) {
        this.window = window;
        this.counted = new CountedViews(window);
    }

    /// Of nobody.
    static RecentViews none() {
        return new RecentViews(Duration.ZERO);
    }

    /// With all views that the given ones may be repeats of.
    ///
    /// @param window how far a view reaches; zero: nothing is a repeat, and nothing is stored
    static RecentViews around(Connection connection, List<View> views, Duration window) throws SQLException {
        var recent = new RecentViews(window);
        if (window.isZero()) {
            return recent;
        }
        for (var bucket : viewersByBucket(views, window).entrySet()) {
            List<Long> viewers = List.copyOf(bucket.getValue());
            for (int from = 0; from < viewers.size(); from += VIEWERS_PER_STATEMENT) {
                int to = Math.min(from + VIEWERS_PER_STATEMENT, viewers.size());
                recent.load(connection, bucket.getKey(), viewers.subList(from, to));
            }
        }
        return recent;
    }

    private static Map<Long, Set<Long>> viewersByBucket(List<View> views, Duration window) {
        var found = new TreeMap<Long, Set<Long>>();
        long reach = window.toSeconds() + 1;
        for (View view : views) {
            long second = view.at().getEpochSecond();
            long last = Math.floorDiv(second + reach, BUCKET);
            for (long bucket = Math.floorDiv(second - reach, BUCKET); bucket <= last; bucket++) {
                found.computeIfAbsent(bucket, _ -> new HashSet<>()).add(view.viewer());
            }
        }
        return found;
    }

    private void load(Connection connection, long bucket, List<Long> viewers) throws SQLException {
        var sql = new StringBuilder("/* recording.recentViews */ SELECT viewer, viewed_at FROM recent_views"
                        + " FORCE INDEX (PRIMARY) WHERE bucket = ")
                .append(bucket)
                .append(" AND viewer IN (");
        String comma = "";
        for (long viewer : viewers) {
            sql.append(comma).append(viewer);
            comma = ",";
        }
        try (var select = connection.createStatement()) {
            select.setEscapeProcessing(false);
            try (var rows = select.executeQuery(sql.append(')').toString())) {
                while (rows.next()) {
                    counted.add(rows.getLong(1), Objects.requireNonNull(UtcTimes.instant(rows.getString(2))));
                }
            }
        }
    }

    /// Whether a view is a repeat; if it is not, it will be stored.
    boolean isRepeat(View view) {
        boolean repeat = counted.isRepeat(view.viewer(), view.at());
        if (!repeat && !window.isZero()) {
            added.add(view);
        }
        return repeat;
    }

    /// Stores the views that count, in the order of the key, so that each page is visited once.
    void insert(Connection connection) throws SQLException {
        added.sort(Comparator.comparingLong((View view) -> bucket(view.at())).thenComparingLong(View::viewer));
        var insert = new RowInsert(connection, INSERT, "");
        for (View view : added) {
            insert.value(bucket(view.at()))
                    .value(view.viewer())
                    .value(view.at())
                    .endRow();
        }
        insert.send();
    }

    /// Puts views in place of others, as far as views of that time are still here; they belong to tracks that are
    /// locked.
    static void replace(Connection connection, Set<View> gone, Set<View> come) throws SQLException {
        if (gone.isEmpty() && come.isEmpty()) {
            return;
        }
        long oldest = newestBucket(connection) - KEPT_FOR.toHours();
        remove(
                connection,
                gone.stream().filter(view -> bucket(view.at()) >= oldest).toList());
        var insert = new RowInsert(connection, INSERT, " ON DUPLICATE KEY UPDATE bucket = VALUES(bucket)");
        for (View view : come) {
            if (bucket(view.at()) >= oldest) {
                insert.value(bucket(view.at()))
                        .value(view.viewer())
                        .value(view.at())
                        .endRow();
            }
        }
        insert.send();
    }

    private static long newestBucket(Connection connection) throws SQLException {
        try (var select = connection.createStatement();
                var row = select.executeQuery("/* recording.newestViews */ SELECT MAX(bucket) FROM recent_views")) {
            row.next();
            long newest = row.getLong(1);
            return row.wasNull() ? Integer.MAX_VALUE : newest;
        }
    }

    private static void remove(Connection connection, List<View> views) throws SQLException {
        if (views.isEmpty()) {
            return;
        }
        try (var delete = connection.prepareStatement("""
            /* recording.removeViews */ DELETE FROM recent_views WHERE bucket = ? AND viewer = ? AND viewed_at = ?\
            """)) {
            for (View view : views) {
                delete.setLong(1, bucket(view.at()));
                delete.setLong(2, view.viewer());
                delete.setString(3, UtcTimes.text(view.at()));
                delete.addBatch();
            }
            delete.executeBatch();
        }
    }

    private static long bucket(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), BUCKET);
    }

    /// Removes some views that no open of that time or later can be a repeat of; true when there may be more.
    static boolean forgetSome(Connection connection, Instant at, Duration window) throws SQLException {
        try (var delete = connection.prepareStatement("""
            /* recording.forgetViews */
            DELETE FROM recent_views WHERE bucket < ? ORDER BY bucket, viewer, viewed_at LIMIT %d\
            """.formatted(FORGOTTEN_AT_ONCE))) {
            delete.setLong(1, bucket(at) - KEPT_FOR.plus(window).toHours());
            return delete.executeUpdate() == FORGOTTEN_AT_ONCE;
        }
    }
}
