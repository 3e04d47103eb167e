package com.tachyonfuture.mailtrack.mysql.track;

import com.tachyonfuture.mailtrack.application.track.TrackPosition;
import com.tachyonfuture.mailtrack.application.track.TrackSort;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import com.tachyonfuture.mailtrack.mysql.UtcTimes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a [TrackSort] is said in SQL.
///
/// MySQL counts NULL as the smallest value. Order and position both compare as the columns do, so that no page repeats
/// or leaves out a track whatever its texts are.
///
/// @param name of the queries in this order, which each of them begins with
/// @param columns what the order is made of, all in one index
/// @param byIndex the order, as that index has it
/// @param bySorting the same order, so that the server looks for rows first and does not walk that index
record TrackOrder(TrackSort sort, String name, String columns, String byIndex, String bySorting) {

    static TrackOrder of(TrackSort sort) {
        return switch (sort) {
            case ACTIVE -> byTime(sort, "/* tracks.latestActiveFirst */", "active_at");
            case CREATED -> byTime(sort, "/* tracks.newestFirst */", "created_at");
            case READS ->
                new TrackOrder(
                        sort,
                        "/* tracks.mostReadFirst */",
                        "read_count, created_at, id",
                        "read_count DESC, created_at DESC, id DESC",
                        "read_count + 0 DESC, created_at DESC, id DESC");
            case RECIPIENT ->
                new TrackOrder(
                        sort,
                        "/* tracks.byRecipient */",
                        "recipient, created_at, id",
                        "recipient, created_at, id",
                        "recipient IS NOT NULL, recipient, created_at, id");
        };
    }

    private static TrackOrder byTime(TrackSort sort, String query, String column) {
        return new TrackOrder(
                sort,
                query,
                column + ", id",
                column + " DESC, id DESC",
                column + " IS NULL, " + column + " DESC, id DESC");
    }

    /// Leaves out all up to and including a position.
    Conditions startAfter(@Nullable TrackPosition after) {
        var conditions = new Conditions();
        if (after == null) {
            return conditions;
        }
        return switch (sort) {
            case ACTIVE -> earlier(conditions, "active_at", after);
            case CREATED -> earlier(conditions, "created_at", after);
            case READS -> lessRead(conditions, after);
            case RECIPIENT -> furtherDown(conditions, after);
        };
    }

    private static Conditions earlier(Conditions conditions, String column, TrackPosition after) {
        String id = after.id().value();
        if (after.at() == null) {
            return conditions.and(column + " IS NULL AND id < ?", id);
        }
        String at = UtcTimes.bound(after.at());
        return conditions.and("(%1$s IS NULL OR %1$s < ? OR (%1$s = ? AND id < ?))".formatted(column), at, at, id);
    }

    private static Conditions lessRead(Conditions conditions, TrackPosition after) {
        long reads = after.reads();
        String id = after.id().value();
        if (after.at() == null) {
            return conditions.and(
                    "(read_count < ? OR (read_count = ? AND created_at IS NULL AND id < ?))", reads, reads, id);
        }
        String at = UtcTimes.bound(after.at());
        return conditions.and(
                "(read_count < ? OR (read_count = ? AND created_at IS NULL) OR (read_count = ? AND created_at < ?)"
                        + " OR (read_count = ? AND created_at = ? AND id < ?))",
                reads,
                reads,
                reads,
                at,
                reads,
                at,
                id);
    }

    private static Conditions furtherDown(Conditions conditions, TrackPosition after) {
        String id = after.id().value();
        String recipient = after.recipient();
        var rest = new Conditions();
        laterOrEqual(rest, after, id);
        if (recipient == null) {
            return conditions.and(
                    "(recipient IS NOT NULL OR (recipient IS NULL" + rest + "))",
                    rest.parameters().toArray());
        }
        var values = new ArrayList<Object>(List.of(recipient, recipient));
        values.addAll(rest.parameters());
        return conditions.and("(recipient > ? OR (recipient = ?" + rest + "))", values.toArray());
    }

    private static void laterOrEqual(Conditions conditions, TrackPosition after, String id) {
        if (after.at() == null) {
            conditions.and("(created_at IS NOT NULL OR (created_at IS NULL AND id > ?))", id);
        } else {
            String at = UtcTimes.bound(after.at());
            conditions.and("(created_at > ? OR (created_at = ? AND id > ?))", at, at, id);
        }
    }

    /// The position of a row with the columns of this order.
    TrackPosition position(ResultSet row) throws SQLException {
        var id = new TrackId(row.getString("id"));
        return switch (sort) {
            case ACTIVE -> new TrackPosition(sort, null, 0, instant(row, "active_at"), id);
            case CREATED -> new TrackPosition(sort, null, 0, instant(row, "created_at"), id);
            case READS -> new TrackPosition(sort, null, row.getLong("read_count"), instant(row, "created_at"), id);
            case RECIPIENT -> new TrackPosition(sort, row.getString("recipient"), 0, instant(row, "created_at"), id);
        };
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        return UtcTimes.instant(row.getString(column));
    }
}
