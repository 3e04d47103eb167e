package com.tachyonfuture.mailtrack.mysql.live;

import com.tachyonfuture.mailtrack.application.live.Arrival;
import com.tachyonfuture.mailtrack.application.live.port.Arrivals;
import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import com.tachyonfuture.mailtrack.mysql.Database;
import com.tachyonfuture.mailtrack.mysql.UtcTimes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// [Arrivals] in the database.
public final class MysqlArrivals implements Arrivals {

    static final String LATEST = "/* live.latest */ SELECT MAX(id) FROM opens";

    /// The join keeps its order: what comes first, only the key of `opens` knows.
    static final String AFTER = """
        /* live.after */
        SELECT STRAIGHT_JOIN o.id, o.opened_at, o.verdict, o.counted, t.id AS track_id, t.recipient, t.subject,
            t.open_count, t.read_count
        FROM opens o FORCE INDEX (PRIMARY) JOIN tracked_emails t ON t.id = o.tracked_email_id
        WHERE o.id > ?
        ORDER BY o.id
        LIMIT ?\
        """;

    private final Database database;

    public MysqlArrivals(Database database) {
        this.database = database;
    }

    @Override
    public long latest() {
        return database.read(connection -> {
            try (var select = connection.prepareStatement(LATEST);
                    var row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        });
    }

    @Override
    public List<Arrival> after(long id, int limit) {
        return database.read(connection -> after(connection, id, limit));
    }

    private static List<Arrival> after(Connection connection, long id, int limit) throws SQLException {
        try (var select = connection.prepareStatement(AFTER)) {
            select.setLong(1, id);
            select.setInt(2, limit);
            try (var rows = select.executeQuery()) {
                var found = new ArrayList<Arrival>();
                while (rows.next()) {
                    found.add(arrival(rows));
                }
                return found;
            }
        }
    }

    private static Arrival arrival(ResultSet row) throws SQLException {
        return new Arrival(
                row.getLong("id"),
                new TrackId(row.getString("track_id")),
                UtcTimes.instant(row.getString("opened_at")),
                Optional.ofNullable(row.getString("verdict"))
                        .flatMap(Verdict::of)
                        .orElse(null),
                row.getBoolean("counted"),
                row.getString("recipient"),
                row.getString("subject"),
                row.getLong("open_count"),
                row.getLong("read_count"));
    }
}
