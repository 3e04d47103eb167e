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

    private static final String COUNT = """
        /* recording.countOpens */ INSERT INTO tracked_emails
            (id, open_count, read_count, first_opened_at, last_opened_at)
        VALUES \
        """;

    private static final String ADD = """

        ON DUPLICATE KEY UPDATE
            open_count = open_count + VALUES(open_count),
            read_count = read_count + VALUES(read_count),
            first_opened_at = LEAST(COALESCE(first_opened_at, VALUES(first_opened_at)), VALUES(first_opened_at)),
            last_opened_at = GREATEST(COALESCE(last_opened_at, VALUES(last_opened_at)), VALUES(last_opened_at))\
        """;

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

    /// Adds to the counters of the tracks. All of them are there, so nothing is inserted.
    void count(Connection connection) throws SQLException {
        var insert = new RowInsert(connection, COUNT, ADD);
        for (var entry : added.entrySet()) {
            Activity more = entry.getValue();
            insert.value(entry.getKey().id())
                    .value(more.opens())
                    .value(more.reads())
                    .value(Objects.requireNonNull(more.firstOpenedAt()))
                    .value(Objects.requireNonNull(more.lastOpenedAt()))
                    .endRow();
        }
        insert.send();
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
