package com.tachyonfuture.mailtrack.mysql.recording;

import com.tachyonfuture.mailtrack.domain.recording.Hit;
import com.tachyonfuture.mailtrack.domain.track.Activity;
import com.tachyonfuture.mailtrack.mysql.RowInsert;
import com.tachyonfuture.mailtrack.mysql.recording.KnownTracks.Known;
import com.tachyonfuture.mailtrack.mysql.stats.RollupsChange;
import com.tachyonfuture.mailtrack.mysql.stats.TotalsChange;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The hits of a batch that become opens, in order of arrival, and what they add to the counters.
final class NewOpens {

    private static final String INSERT = """
        /* recording.insertOpens */ %s INTO opens
            (tracked_email_id, opened_at, ip_address, user_agent, referer, counted)
        VALUES \
        """.formatted(RowInsert.UNCHECKED);

    private final List<OpenRow> rows = new ArrayList<>();
    private final Map<Known, Activity> added = new LinkedHashMap<>();
    private final RollupsChange rollups = new RollupsChange();

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
        rollups.add(track.id(), hit.receivedAt(), row.counted());
    }

    int size() {
        return rows.size();
    }

    /// Their ids ascend in this order. That their tracks are there need not be checked for each: they are locked.
    void insert(Connection connection) throws SQLException {
        var insert = new RowInsert(connection, INSERT, "");
        for (OpenRow row : rows) {
            insert.value(row.trackedEmailId())
                    .value(Objects.requireNonNull(row.openedAt()))
                    .value(row.ipAddress())
                    .value(row.userAgent())
                    .value(row.referer())
                    .value(row.counted() ? 1 : 0)
                    .endRow();
        }
        insert.send();
    }

    /// Adds to the counters of the tracks.
    void count(Connection connection) throws SQLException {
        var update = new CountersUpdate(connection);
        for (var entry : added.entrySet()) {
            update.add(entry.getKey().id(), entry.getValue());
        }
        update.send();
    }

    /// Adds to the numbers over time and over all tracks; those of all tracks last.
    void rollUp(Connection connection) throws SQLException {
        rollups.applyToTracks(connection);
        rollups.applyToTotal(connection);
        totals().apply(connection);
    }

    private TotalsChange totals() {
        long reads = added.values().stream().mapToLong(Activity::reads).sum();
        long opened = added.keySet().stream().filter(track -> !track.opened()).count();
        return new TotalsChange(0, rows.size(), reads, opened);
    }
}
