package com.tachyonfuture.mailtrack.mysql.recording;

import com.tachyonfuture.mailtrack.application.recording.RecentRead;
import com.tachyonfuture.mailtrack.application.recording.port.Opens;
import com.tachyonfuture.mailtrack.domain.classify.Place;
import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.domain.recording.Open;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import com.tachyonfuture.mailtrack.mysql.Database;
import com.tachyonfuture.mailtrack.mysql.UtcTimes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// [Opens] in the database.
public final class MysqlOpens implements Opens {

    /// The join keeps its order, since only the index of `opens` knows which rows come first.
    static final String READS_SINCE = """
        /* opens.recentReads */
        SELECT STRAIGHT_JOIN o.id, o.opened_at, t.id AS track_id, t.recipient, t.subject, o.country,
            o.city, o.verdict
        FROM opens o FORCE INDEX (ix_opens_counted_opened) JOIN tracked_emails t ON t.id = o.tracked_email_id
        WHERE o.counted = TRUE AND o.opened_at >= ?
        ORDER BY o.opened_at, o.id
        LIMIT ?\
        """;

    static final String LATEST_READ = """
        /* opens.latestRead */
        SELECT STRAIGHT_JOIN o.id, o.opened_at, t.id AS track_id, t.recipient, t.subject, o.country,
            o.city, o.verdict
        FROM opens o FORCE INDEX (ix_opens_counted_opened) JOIN tracked_emails t ON t.id = o.tracked_email_id
        WHERE o.counted = TRUE AND o.opened_at IS NOT NULL
        ORDER BY o.opened_at DESC, o.id DESC
        LIMIT 1\
        """;

    private final Database database;
    private final OpenRows rows;

    public MysqlOpens(Database database, OpenRows rows) {
        this.database = database;
        this.rows = rows;
    }

    @Override
    public List<Open> of(TrackId track, long before, int limit) {
        return database.read(connection -> rows.of(track.value(), before, limit)).stream()
                .map(OpenMapping.MAPPING::open)
                .toList();
    }

    @Override
    public List<Open> latestReads(TrackId track, int among, int limit) {
        return database.read(connection -> rows.latestReads(track.value(), among, limit)).stream()
                .map(OpenMapping.MAPPING::open)
                .toList();
    }

    @Override
    public List<Open> inPeriod(Instant since, long afterId, @Nullable Instant until, int limit) {
        String end = UtcTimes.bound(until == null ? Instant.MAX : until);
        return database.read(connection -> rows.inPeriod(UtcTimes.bound(since), afterId, end, limit)).stream()
                .map(OpenMapping.MAPPING::open)
                .toList();
    }

    @Override
    public Stretch inPeriod(
            Verdict verdict, Instant since, long afterId, @Nullable Instant until, int among, int limit) {
        var next = new NextOpens(since, afterId, until, among);
        return database.read(connection -> {
            Optional<End> end = next.end(connection);
            List<Long> ids = next.ids(connection, verdict, end.orElse(null), limit);
            return new Stretch(ids.isEmpty() ? List.of() : inOrder(rows.withIds(ids)), end.orElse(null));
        });
    }

    private static List<Open> inOrder(List<OpenRow> rows) {
        return rows.stream()
                .map(OpenMapping.MAPPING::open)
                .sorted(Comparator.comparing((Open open) -> Objects.requireNonNull(open.openedAt()))
                        .thenComparingLong(Open::id))
                .toList();
    }

    @Override
    public List<Open> latestOf(Collection<TrackId> tracks, int limit) {
        var wanted = List.copyOf(tracks);
        return database.read(connection -> new LatestOpens(rows).of(connection, wanted, limit)).stream()
                .map(OpenMapping.MAPPING::open)
                .toList();
    }

    @Override
    public List<RecentRead> readsSince(Instant since, int limit) {
        return database.read(connection -> {
            try (var statement = connection.prepareStatement(READS_SINCE)) {
                statement.setString(1, UtcTimes.bound(since));
                statement.setInt(2, limit);
                return reads(statement);
            }
        });
    }

    @Override
    public Optional<RecentRead> latestRead() {
        return database.read(MysqlOpens::latestRead);
    }

    private static Optional<RecentRead> latestRead(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(LATEST_READ)) {
            return reads(statement).stream().findFirst();
        }
    }

    private static List<RecentRead> reads(PreparedStatement statement) throws SQLException {
        var reads = new ArrayList<RecentRead>();
        try (var rows = statement.executeQuery()) {
            while (rows.next()) {
                reads.add(read(rows));
            }
        }
        return reads;
    }

    private static RecentRead read(ResultSet columns) throws SQLException {
        Place place = readersPlace(columns);
        return new RecentRead(
                columns.getLong("id"),
                Objects.requireNonNull(UtcTimes.instant(columns.getString("opened_at"))),
                new TrackId(columns.getString("track_id")),
                columns.getString("recipient"),
                columns.getString("subject"),
                place.country(),
                place.city());
    }

    /// As [Open#readersPlace()] says.
    private static Place readersPlace(ResultSet columns) throws SQLException {
        boolean readers = Optional.ofNullable(columns.getString("verdict"))
                .flatMap(Verdict::of)
                .map(Verdict::isFromReader)
                .orElse(true);
        return readers ? new Place(null, columns.getString("country"), columns.getString("city")) : Place.UNKNOWN;
    }
}
