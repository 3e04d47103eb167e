package com.tachyonfuture.mailtrack.mysql.recording;

import com.tachyonfuture.mailtrack.mysql.recording.NewViews.Source;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;

/// The rows of table `recent_views`: each has the views of an hour that one writer wrote at once, 12 bytes for
/// each, its viewer and the microseconds since the hour began. Strangers' views fill it, so all of it is read in
/// pieces.
final class StoredViews {

    private static final int SIZE = Long.BYTES + Integer.BYTES;
    private static final int ROWS_PER_STATEMENT = 64;
    private static final int REMOVED_AT_ONCE = 1_000;

    /// A view as it is read.
    record Stored(long viewer, long micros) {}

    private StoredViews() {}

    /// The last position of each writer.
    static Map<String, Long> end(Connection connection, long bucket) throws SQLException {
        try (var select = connection.prepareStatement("""
            /* recording.endOfViews */
            SELECT spool, MAX(position) FROM recent_views FORCE INDEX (PRIMARY) WHERE bucket = ? GROUP BY spool\
            """)) {
            select.setLong(1, bucket);
            try (var rows = select.executeQuery()) {
                var end = new HashMap<String, Long>();
                while (rows.next()) {
                    end.put(rows.getString(1), rows.getLong(2));
                }
                return end;
            }
        }
    }

    /// Reads what each writer has beyond a position, and all of those that have none; then these are the positions.
    ///
    /// @param gone gets the views that were taken back
    static void readBeyond(
            Connection connection,
            long bucket,
            Map<String, Long> done,
            Consumer<Stored> reader,
            Collection<Stored> gone)
            throws SQLException {
        int rows;
        do {
            try (var select = connection.prepareStatement(selectBeyond(done.size()))) {
                setBounds(select, bucket, done);
                rows = read(select, bucket, done, reader, gone);
            }
        } while (rows == ROWS_PER_STATEMENT);
    }

    private static String selectBeyond(int writers) {
        String beyond = writers == 0
                ? ""
                : " AND (" + "spool = ? AND position > ? OR ".repeat(writers) + "spool NOT IN ("
                        + String.join(", ", Collections.nCopies(writers, "?")) + "))";
        return "/* recording.newViews */ SELECT spool, position, views, gone FROM recent_views FORCE INDEX (PRIMARY)"
                + " WHERE bucket = ?" + beyond + " ORDER BY spool, position LIMIT " + ROWS_PER_STATEMENT;
    }

    private static void setBounds(PreparedStatement select, long bucket, Map<String, Long> done) throws SQLException {
        int place = 1;
        select.setLong(place++, bucket);
        for (var writer : done.entrySet()) {
            select.setString(place++, writer.getKey());
            select.setLong(place++, writer.getValue());
        }
        for (String writer : done.keySet()) {
            select.setString(place++, writer);
        }
    }

    private static int read(
            PreparedStatement select,
            long bucket,
            Map<String, Long> done,
            Consumer<Stored> reader,
            Collection<Stored> gone)
            throws SQLException {
        try (var rows = select.executeQuery()) {
            int number = 0;
            while (rows.next()) {
                unpack(bucket, rows.getBytes(3), reader);
                unpack(bucket, rows.getBytes(4), gone::add);
                done.put(rows.getString(1), rows.getLong(2));
                number++;
            }
            return number;
        }
    }

    private static void unpack(long bucket, byte[] packed, Consumer<Stored> reader) {
        var views = ByteBuffer.wrap(packed);
        while (views.remaining() >= SIZE) {
            reader.accept(new Stored(views.getLong(), View.micros(bucket, views.getInt())));
        }
    }

    /// A position is there already only if somebody set that of a spool back; then the row has both.
    ///
    /// @param views by bucket, as those that are gone
    static void insert(Connection connection, Source source, Map<Long, List<View>> views, Map<Long, List<View>> gone)
            throws SQLException {
        var buckets = new TreeSet<Long>(views.keySet());
        buckets.addAll(gone.keySet());
        try (var insert = connection.prepareStatement("""
            /* recording.insertViews */
            INSERT INTO recent_views (bucket, spool, position, views, gone) VALUES (?, ?, ?, ?, ?)
            ON DUPLICATE KEY UPDATE views = CONCAT(views, VALUES(views)), gone = CONCAT(gone, VALUES(gone))\
            """)) {
            for (long bucket : buckets) {
                insert.setLong(1, bucket);
                insert.setString(2, source.writer());
                insert.setLong(3, source.position());
                insert.setBytes(4, packed(views.getOrDefault(bucket, List.of())));
                insert.setBytes(5, packed(gone.getOrDefault(bucket, List.of())));
                insert.executeUpdate();
            }
        }
    }

    /// The latest hour that has views; far in the future if there are none.
    static long newestBucket(Connection connection) throws SQLException {
        try (var select = connection.createStatement();
                var row = select.executeQuery("/* recording.newestViews */ SELECT MAX(bucket) FROM recent_views")) {
            row.next();
            long newest = row.getLong(1);
            return row.wasNull() ? Integer.MAX_VALUE : newest;
        }
    }

    private static byte[] packed(List<View> views) {
        var packed = ByteBuffer.allocate(views.size() * SIZE);
        views.forEach(view -> packed.putLong(view.viewer()).putInt(view.microsOfBucket()));
        return packed.array();
    }

    /// Removes some rows of hours before one; true when there may be more.
    static boolean removeBefore(Connection connection, long bucket) throws SQLException {
        try (var delete = connection.prepareStatement("""
            /* recording.forgetViews */
            DELETE FROM recent_views WHERE bucket < ? ORDER BY bucket, spool, position LIMIT %d\
            """.formatted(REMOVED_AT_ONCE))) {
            delete.setLong(1, bucket);
            return delete.executeUpdate() == REMOVED_AT_ONCE;
        }
    }
}
