package com.tachyonfuture.mailtrack.mysql.recording;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// Which viewers were seen lately: table `recent_views`, which knows the views that count, and what this program has
/// read of it. Safe for many threads.
///
/// ## Why a table of its own
/// Whether an open is a repeat could be found in `opens` by an index on track, viewer and time. That index would grow
/// with all history, and take a random page for every row that is inserted. Here a batch writes one row for each hour
/// that its views are of, usually one, and reads the rows that others wrote since the batch before.
///
/// ## Why no view of another instance is missed
/// Only views of the same track can be of the same viewer, and whoever records one has locked the track until the
/// commit. So if [#news] is called after the tracks are locked, and reads what is committed by then, it finds all
/// that matter. It asks for rows beyond the last one it knows, of each writer and hour. The positions of a writer
/// ascend in the order of its commits; so writers are spools, whose position is locked, or see to it themselves.
///
/// ## Why a transaction that fails leaves nothing here
/// Only what is committed is remembered: what was read, and own views by [#keep] once the transaction has ended
/// well. Where nobody knows how it ended, the next batch reads its rows if they are there.
///
/// ## How much is remembered
/// At least the latest 393,216 views, at most twice as many. Few take next to nothing, and that many 16 MB, from which
/// on it stays so. Before that a viewer was seen by more than 400 different opens a second for the whole usual window;
/// who is forgotten so may count again.
///
/// ## How old views go
/// What is older than the batches of a day before is removed bit by bit: see [#forgetSome]. Time is that of the hits,
/// not that of a clock, so that a spool that was not drained for days still finds what it wrote.
///
/// ## What judging again changes
/// Where another viewer looked by the new rules, a row says which views are gone; that row comes after theirs, because
/// whoever writes it has locked the tracks. What is gone is taken away last of what is read at once.
final class RecentViews {

    /// Three quarters of a power of two, as [ViewTable] fills its places.
    private static final int VIEWS_OF_GENERATION = 3 << 17;

    private static final Duration KEPT_FOR = Duration.ofDays(1);

    /// How far each writer of each hour is read. Of hours that were not needed for long it forgets that, and they are
    /// read again if they ever are.
    private static final class LatestHours extends LinkedHashMap<Long, Map<String, Long>> {

        private static final long serialVersionUID = 1;

        private final long most;

        LatestHours(Duration window) {
            super(16, 0.75f, true);
            this.most = 16 + 4 * window.toHours();
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Map<String, Long>> eldest) {
            return size() > most;
        }
    }

    private final Duration window;
    private final long reach;
    private final int mostViews;
    private final Map<Long, Map<String, Long>> readUpTo;
    private ViewTable former = new ViewTable();
    private ViewTable latest = new ViewTable();

    /// @param window how far a view reaches; zero: nothing is a repeat, and nothing is stored
    RecentViews(Duration window) {
        this(window, VIEWS_OF_GENERATION);
    }

    /// @param mostViews at least so many are remembered, and at most twice as many
    RecentViews(Duration window, int mostViews) {
        this.window = window;
        this.reach = TimeUnit.MICROSECONDS.convert(window);
        this.mostViews = mostViews;
        this.readUpTo = new LatestHours(window);
    }

    /// What is needed to tell which of some views are repeats, as of this moment.
    ///
    /// @param connection on which what others committed is seen at once
    NewViews news(Connection connection, Collection<View> views) throws SQLException {
        if (!window.isZero()) {
            readNews(connection, bucketsAround(views));
        }
        return new NewViews(this);
    }

    private Set<Long> bucketsAround(Collection<View> views) {
        var buckets = new TreeSet<Long>();
        long around = window.toSeconds() + 1;
        for (View view : views) {
            long second = view.at().getEpochSecond();
            long last = View.bucket(second + around);
            for (long bucket = View.bucket(second - around); bucket <= last; bucket++) {
                buckets.add(bucket);
            }
        }
        return buckets;
    }

    private synchronized void readNews(Connection connection, Collection<Long> buckets) throws SQLException {
        for (long bucket : buckets) {
            Map<String, Long> done = readUpTo.get(bucket);
            if (done == null) {
                done = StoredViews.end(connection, bucket);
                done.replaceAll((_, position) -> position - 2L * mostViews);
                readUpTo.put(bucket, done);
            }
            var gone = new ArrayList<StoredViews.Stored>();
            StoredViews.readBeyond(connection, bucket, done, this::remember, gone);
            gone.forEach(this::forget);
        }
    }

    private void forget(StoredViews.Stored view) {
        latest.remove(view.viewer(), view.micros());
        former.remove(view.viewer(), view.micros());
    }

    private void remember(StoredViews.Stored view) {
        remember(view.viewer(), view.micros());
    }

    private void remember(long viewer, long micros) {
        if (latest.size() >= mostViews) {
            beginGeneration();
        }
        latest.add(viewer, micros);
    }

    /// In the room of the one before the last, so that what is remembered takes no more and no less from then on.
    private void beginGeneration() {
        ViewTable forgotten = former;
        former = latest;
        latest = forgotten;
        latest.clear();
    }

    /// Whether a view is a repeat of one that is remembered.
    synchronized boolean isRepeat(View view) {
        long micros = view.micros();
        return latest.isNear(view.viewer(), micros, reach) || former.isNear(view.viewer(), micros, reach);
    }

    /// Views were committed. Those of hours that are not read any more would not be complete.
    synchronized void keep(String writer, long position, Map<Long, List<View>> byBucket) {
        byBucket.forEach((bucket, views) -> {
            Map<String, Long> done = readUpTo.get(bucket);
            if (done != null && done.getOrDefault(writer, Long.MIN_VALUE) < position) {
                views.forEach(view -> remember(view.viewer(), view.micros()));
                done.put(writer, position);
            }
        });
    }

    Duration window() {
        return window;
    }

    /// Puts views in place of others, as far as views of that time are still here; they belong to tracks that are
    /// locked.
    static void replace(Connection connection, NewViews.Source source, Collection<View> gone, Collection<View> come)
            throws SQLException {
        if (gone.isEmpty() && come.isEmpty()) {
            return;
        }
        long oldest = StoredViews.newestBucket(connection) - KEPT_FOR.toHours();
        StoredViews.insert(connection, source, since(oldest, come), since(oldest, gone));
    }

    private static Map<Long, List<View>> since(long oldest, Collection<View> views) {
        return views.stream().filter(view -> view.bucket() >= oldest).collect(Collectors.groupingBy(View::bucket));
    }

    /// Removes some views that no open of that time or later can be a repeat of; true when there may be more.
    static boolean forgetSome(Connection connection, Instant at, Duration window) throws SQLException {
        return StoredViews.removeBefore(
                connection, View.bucket(at.minus(KEPT_FOR.plus(window)).getEpochSecond()));
    }
}
