package com.tachyonfuture.mailtrack.mysql.stats;

import com.tachyonfuture.mailtrack.domain.stats.Delay;
import com.tachyonfuture.mailtrack.domain.stats.Level;
import com.tachyonfuture.mailtrack.domain.track.Activity;
import com.tachyonfuture.mailtrack.mysql.RowInsert;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// By how much some work changes what became of the tracks that were created in some time (`sent_rollups`), and how
/// long their first read took (`first_read_rollups`). A track of which nobody knows when it was created is in neither.
final class CohortsChange {

    static final List<Level> LEVELS = List.of(Level.values());

    private record Cell(int level, long bucket, int delay) implements Comparable<Cell> {

        private static final Comparator<Cell> ORDER = Comparator.comparingInt(Cell::level)
                .thenComparingLong(Cell::bucket)
                .thenComparingInt(Cell::delay);

        @Override
        public int compareTo(Cell other) {
            return ORDER.compare(this, other);
        }
    }

    private record Sent(long sent, long delivered, long read) {

        boolean isNone() {
            return sent == 0 && delivered == 0 && read == 0;
        }

        Sent plus(Sent more) {
            return new Sent(sent + more.sent, delivered + more.delivered, read + more.read);
        }
    }

    private final TreeMap<Cell, Sent> sent = new TreeMap<>();
    private final TreeMap<Cell, Long> firstReads = new TreeMap<>();

    void add(TrackChange change) {
        Instant createdAt = change.createdAt();
        if (createdAt != null && !isSame(change)) {
            add(createdAt, change.before(), -1);
            add(createdAt, change.after(), 1);
        }
    }

    /// As most are: a track that was read is read again.
    private static boolean isSame(TrackChange change) {
        Activity before = change.before();
        Activity after = change.after();
        return before != null
                && after != null
                && before.isDelivered() == after.isDelivered()
                && before.isRead() == after.isRead()
                && Objects.equals(before.firstReadAt(), after.firstReadAt());
    }

    private void add(Instant createdAt, @Nullable Activity activity, int sign) {
        if (activity == null) {
            return;
        }
        Instant readAt = activity.firstReadAt();
        for (Level level : LEVELS) {
            long bucket = Buckets.of(level.start(createdAt));
            addSent(level, bucket, sign, activity.isDelivered() ? sign : 0, activity.isRead() ? sign : 0);
            if (readAt != null) {
                addFirstReads(
                        level,
                        bucket,
                        Delay.of(Duration.between(createdAt, readAt)).step(),
                        sign);
            }
        }
    }

    void addSent(Level level, long bucket, long more, long delivered, long read) {
        sent.merge(new Cell(Buckets.code(level), bucket, 0), new Sent(more, delivered, read), Sent::plus);
    }

    void addFirstReads(Level level, long bucket, int delay, long more) {
        firstReads.merge(new Cell(Buckets.code(level), bucket, delay), more, Long::sum);
    }

    void forget(Level level) {
        sent.keySet().removeIf(cell -> cell.level() == Buckets.code(level));
        firstReads.keySet().removeIf(cell -> cell.level() == Buckets.code(level));
    }

    /// Changes the rollups, where it is counted what else changes, and then these numbers, in the order of their keys.
    void applyAfter(RollupCells rollups, Connection connection) throws SQLException {
        countIn(rollups);
        rollups.apply(connection);
        applySent(connection);
        applyFirstReads(connection);
    }

    private void countIn(RollupCells rollups) {
        sent.forEach((cell, more) -> {
            if (!more.isNone()) {
                rollups.changed(Changes.COHORTS, cell.level(), cell.bucket());
            }
        });
        firstReads.forEach((cell, more) -> {
            if (more != 0) {
                rollups.changed(Changes.COHORTS, cell.level(), cell.bucket());
            }
        });
    }

    private void applySent(Connection connection) throws SQLException {
        var insert = new RowInsert(
                connection,
                "/* stats.changeSent */ INSERT INTO sent_rollups (level, bucket, sent_count, delivered_count,"
                        + " read_count) VALUES ",
                """

                ON DUPLICATE KEY UPDATE
                    sent_count = sent_count + VALUES(sent_count),
                    delivered_count = delivered_count + VALUES(delivered_count),
                    read_count = read_count + VALUES(read_count)\
                """);
        for (var cell : sent.entrySet()) {
            if (!cell.getValue().isNone()) {
                insert.value(cell.getKey().level())
                        .value(cell.getKey().bucket())
                        .value(cell.getValue().sent())
                        .value(cell.getValue().delivered())
                        .value(cell.getValue().read())
                        .endRow();
            }
        }
        insert.send();
    }

    private void applyFirstReads(Connection connection) throws SQLException {
        var insert = new RowInsert(
                connection,
                "/* stats.changeFirstReads */ INSERT INTO first_read_rollups (level, bucket, delay, track_count)"
                        + " VALUES ",
                "\nON DUPLICATE KEY UPDATE track_count = track_count + VALUES(track_count)");
        for (var cell : firstReads.entrySet()) {
            if (cell.getValue() != 0) {
                insert.value(cell.getKey().level())
                        .value(cell.getKey().bucket())
                        .value(cell.getKey().delay())
                        .value(cell.getValue().longValue())
                        .endRow();
            }
        }
        insert.send();
    }
}
