package com.tachyonfuture.mailtrack.mysql.recording;

import com.tachyonfuture.mailtrack.application.recording.port.Opens.End;
import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.mysql.UtcTimes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The opens of a period that come next, so many and no more. No index knows verdicts, so this keeps a look for them
/// short: where they end is told by the index of times alone, and only the rows up to there are looked at.
///
/// @param since from here on
/// @param afterId of those at that time, the ones with a larger id
/// @param until before this; null: without an end
record NextOpens(Instant since, long afterId, @Nullable Instant until, int among) {

    static final String END = """
        /* opens.endOfStretch */
        SELECT opened_at, id FROM (
            (SELECT opened_at, id FROM opens FORCE INDEX (ix_opens_counted_opened)
                WHERE counted = TRUE AND opened_at >= ? AND opened_at < ? AND (opened_at > ? OR id > ?)
                ORDER BY opened_at, id LIMIT ?)
            UNION ALL
            (SELECT opened_at, id FROM opens FORCE INDEX (ix_opens_counted_opened)
                WHERE counted = FALSE AND opened_at >= ? AND opened_at < ? AND (opened_at > ? OR id > ?)
                ORDER BY opened_at, id LIMIT ?)
        ) both_parts
        ORDER BY opened_at, id
        LIMIT ?, 1\
        """;

    static final String IDS = """
        /* opens.ofVerdict */
        SELECT id FROM opens FORCE INDEX (ix_opens_counted_opened)
        WHERE counted IN (TRUE, FALSE) AND opened_at >= ? AND opened_at < ? AND (opened_at > ? OR id > ?)
            AND opened_at <= ? AND (opened_at < ? OR id <= ?) AND verdict = ?
        ORDER BY opened_at, id
        LIMIT ?\
        """;

    /// The last of them; empty where there are not so many.
    Optional<End> end(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement(END)) {
            int parameter = 0;
            for (int part = 0; part < 2; part++) {
                select.setString(++parameter, from());
                select.setString(++parameter, to());
                select.setString(++parameter, from());
                select.setLong(++parameter, afterId);
                select.setInt(++parameter, among);
            }
            select.setInt(++parameter, among - 1);
            try (var row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(
                                new End(Objects.requireNonNull(UtcTimes.instant(row.getString(1))), row.getLong(2)))
                        : Optional.empty();
            }
        }
    }

    /// Those of them that were judged so, in order.
    ///
    /// @param end the last of them; null where the period ends before
    List<Long> ids(Connection connection, Verdict verdict, @Nullable End end, int limit) throws SQLException {
        String last = end == null ? to() : UtcTimes.bound(end.time());
        try (var select = connection.prepareStatement(IDS)) {
            select.setString(1, from());
            select.setString(2, to());
            select.setString(3, from());
            select.setLong(4, afterId);
            select.setString(5, last);
            select.setString(6, last);
            select.setLong(7, end == null ? Long.MAX_VALUE : end.id());
            select.setString(8, verdict.code());
            select.setInt(9, limit);
            var ids = new ArrayList<Long>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getLong(1));
                }
            }
            return ids;
        }
    }

    private String from() {
        return UtcTimes.bound(since);
    }

    private String to() {
        return UtcTimes.bound(until == null ? Instant.MAX : until);
    }
}
