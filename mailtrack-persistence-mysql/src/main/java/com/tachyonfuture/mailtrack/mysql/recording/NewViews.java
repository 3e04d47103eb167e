package com.tachyonfuture.mailtrack.mysql.recording;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/// The views of a transaction that count, which become those that [RecentViews] knows when it is committed. The methods
/// are called in their order.
final class NewViews {

    /// Who writes them, and after which of all that it ever writes.
    ///
    /// @param position ascends in the order of the writer's commits
    record Source(String writer, long position) {}

    private final RecentViews recent;
    private final long reach;
    private final ViewTable counted = new ViewTable();
    private final Map<Long, List<View>> byBucket = new TreeMap<>();

    NewViews(RecentViews recent) {
        this.recent = recent;
        this.reach = TimeUnit.MICROSECONDS.convert(recent.window());
    }

    /// Whether a view is a repeat; if it is not, it counts. A repeat reaches no further by itself, so that who looks
    /// again and again is counted once in each window.
    boolean isRepeat(View view) {
        if (recent.window().isZero()) {
            return false;
        }
        if (counted.isNear(view.viewer(), view.micros(), reach) || recent.isRepeat(view)) {
            return true;
        }
        counted.add(view.viewer(), view.micros());
        byBucket.computeIfAbsent(view.bucket(), _ -> new ArrayList<>()).add(view);
        return false;
    }

    /// Stores those that count.
    void insert(Connection connection, Source source) throws SQLException {
        StoredViews.insert(connection, source, byBucket, Map.of());
    }

    /// The transaction ended well.
    void keep(Source source) {
        recent.keep(source.writer(), source.position(), byBucket);
    }
}
