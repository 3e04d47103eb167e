package com.tachyonfuture.mailtrack.mysql.track;

import com.tachyonfuture.mailtrack.application.track.TrackFilter;
import com.tachyonfuture.mailtrack.application.track.TrackPosition;
import com.tachyonfuture.mailtrack.application.track.TrackSummary;
import com.tachyonfuture.mailtrack.domain.track.TrackState;
import com.tachyonfuture.mailtrack.mysql.UtcTimes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The query for a page of tracks, with the conditions that are asked for.
///
/// The order is that of [TrackPosition]: MySQL counts NULL as the smallest date. Order and cursor both compare ids as
/// the column does, so that no page repeats or leaves out a track whatever its id is.
final class TrackPage {

    private final StringBuilder conditions = new StringBuilder();
    private final List<Object> parameters = new ArrayList<>();
    private final int limit;

    TrackPage(TrackFilter filter, @Nullable TrackPosition after, int limit) {
        this.limit = limit;
        startAfter(after);
        ofRecipient(filter.recipient());
        withWords(filter.words());
        if (filter.read() != null) {
            where(filter.read() ? "read_count > 0" : "read_count = 0");
        }
        inState(filter.state());
        if (filter.verdict() != null) {
            where("has_" + filter.verdict().code() + " = TRUE");
        }
        if (filter.since() != null) {
            where("created_at >= ?", UtcTimes.bound(filter.since()));
        }
        if (filter.until() != null) {
            where("created_at < ?", UtcTimes.bound(filter.until()));
        }
    }

    private void startAfter(@Nullable TrackPosition after) {
        if (after == null) {
            return;
        }
        String id = after.id().value();
        if (after.createdAt() == null) {
            where("created_at IS NULL AND id < ?", id);
        } else {
            String date = UtcTimes.bound(after.createdAt());
            where("(created_at IS NULL OR created_at < ? OR (created_at = ? AND id < ?))", date, date, id);
        }
    }

    /// The first condition finds candidates in the index, as the column compares: without accents, and without spaces
    /// at the end. The second tells them apart.
    private void ofRecipient(@Nullable String recipient) {
        if (recipient != null) {
            where("recipient = ?", recipient);
            where(folded("recipient") + " = " + folded("?"), recipient);
        }
    }

    private static String folded(String text) {
        return "CAST(LOWER(CONVERT(" + text + " USING utf8mb4) COLLATE utf8mb4_unicode_ci) AS BINARY)";
    }

    /// Words are letters, digits and symbols: none of them means anything to LIKE.
    private void withWords(@Nullable List<String> words) {
        if (words != null) {
            words.forEach(word -> where("search_text LIKE ?", "% " + word + "%"));
        }
    }

    private void inState(@Nullable TrackState state) {
        switch (state) {
            case null -> {}
            case WAITING -> where("track_state = 0");
            case DELIVERED -> where("track_state = 1");
            case READ -> where("track_state = 2");
        }
    }

    private void where(String condition, Object... values) {
        conditions.append("\n    AND ").append(condition);
        parameters.addAll(List.of(values));
    }

    List<TrackSummary> read(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(sql())) {
            bind(statement);
            var found = new ArrayList<TrackSummary>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(TrackRow.read(rows).summary());
                }
            }
            return found;
        }
    }

    String sql() {
        return """
            /* tracks.newestFirst */
            SELECT %s
            FROM tracked_emails
            WHERE TRUE%s
            ORDER BY created_at DESC, id DESC
            LIMIT ?\
            """.formatted(TrackRow.COLUMNS, conditions);
    }

    void bind(PreparedStatement statement) throws SQLException {
        for (int i = 0; i < parameters.size(); i++) {
            statement.setObject(i + 1, parameters.get(i));
        }
        statement.setInt(parameters.size() + 1, limit);
    }
}
