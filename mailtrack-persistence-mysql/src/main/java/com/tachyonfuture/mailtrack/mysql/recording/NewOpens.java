package com.tachyonfuture.mailtrack.mysql.recording;

import com.tachyonfuture.mailtrack.domain.recording.Hit;
import com.tachyonfuture.mailtrack.domain.track.Activity;
import com.tachyonfuture.mailtrack.mysql.UtcTimes;
import com.tachyonfuture.mailtrack.mysql.recording.KnownTracks.Known;
import com.tachyonfuture.mailtrack.mysql.stats.TotalsChange;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The hits of a batch that become opens, in order of arrival, and what they add to the counters.
final class NewOpens {

    private final List<OpenRow> rows = new ArrayList<>();
    private final Map<Known, Activity> added = new LinkedHashMap<>();

    static NewOpens of(List<Hit> hits, KnownTracks tracks) {
        var opens = new NewOpens();
        hits.forEach(hit -> tracks.find(hit.trackId()).ifPresent(track -> opens.add(hit, track)));
        return opens;
    }

    private void add(Hit hit, Known track) {
        OpenRow row = OpenMapping.MAPPING.row(hit, track.id());
        rows.add(row);
        added.merge(
                track,
                Activity.NONE.and(hit.receivedAt(), row.counted()),
                (before, one) -> before.and(hit.receivedAt(), row.counted()));
    }

    int size() {
        return rows.size();
    }

    /// The driver makes one statement of them where it may (`rewriteBatchedStatements`). Their ids ascend in this
    /// order.
    void insert(Connection connection) throws SQLException {
        try (var insert = connection.prepareStatement("""
            /* recording.insertOpens */
            INSERT INTO opens (tracked_email_id, opened_at, ip_address, user_agent, referer, counted)
            VALUES (?, ?, ?, ?, ?, ?)\
            """)) {
            for (OpenRow row : rows) {
                insert.setString(1, row.trackedEmailId());
                insert.setString(2, UtcTimes.text(Objects.requireNonNull(row.openedAt())));
                insert.setString(3, row.ipAddress());
                insert.setString(4, row.userAgent());
                insert.setString(5, row.referer());
                insert.setBoolean(6, row.counted());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /// Adds to the counters of each track, all in one statement again.
    void count(Connection connection) throws SQLException {
        try (var update = connection.prepareStatement("""
            /* recording.countOpens */
            UPDATE tracked_emails
            SET open_count = open_count + ?, read_count = read_count + ?,
                first_opened_at = LEAST(COALESCE(first_opened_at, CAST(? AS DATETIME(6))), CAST(? AS DATETIME(6))),
                last_opened_at = GREATEST(COALESCE(last_opened_at, CAST(? AS DATETIME(6))), CAST(? AS DATETIME(6)))
            WHERE id = ?\
            """)) {
            for (var entry : added.entrySet()) {
                bind(update, entry.getKey(), entry.getValue());
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    private static void bind(PreparedStatement update, Known track, Activity more) throws SQLException {
        String first = UtcTimes.text(Objects.requireNonNull(more.firstOpenedAt()));
        String last = UtcTimes.text(Objects.requireNonNull(more.lastOpenedAt()));
        update.setLong(1, more.opens());
        update.setLong(2, more.reads());
        update.setString(3, first);
        update.setString(4, first);
        update.setString(5, last);
        update.setString(6, last);
        update.setString(7, track.id());
    }

    TotalsChange totals() {
        long reads = added.values().stream().mapToLong(Activity::reads).sum();
        long opened = added.keySet().stream().filter(track -> !track.opened()).count();
        return new TotalsChange(0, rows.size(), reads, opened);
    }
}
