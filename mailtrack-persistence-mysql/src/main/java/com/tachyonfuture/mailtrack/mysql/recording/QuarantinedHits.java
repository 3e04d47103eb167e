package com.tachyonfuture.mailtrack.mysql.recording;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.tachyonfuture.mailtrack.application.recording.Batch;
import com.tachyonfuture.mailtrack.application.recording.QuarantineReason;
import com.tachyonfuture.mailtrack.application.recording.QuarantineReason.Code;
import com.tachyonfuture.mailtrack.application.recording.QuarantinedHit;
import com.tachyonfuture.mailtrack.domain.address.IpAddress;
import com.tachyonfuture.mailtrack.domain.recording.Hit;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import com.tachyonfuture.mailtrack.mysql.UtcTimes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The rows of table `quarantined_hits`, on one connection.
record QuarantinedHits(Connection connection) {

    private static final String COLUMNS = """
        id, spool, position, received_at, track_id, ip_address, user_agent, referer, signs, reason, reason_text,
            quarantined_at\
        """;

    /// Does nothing if the hit is there already.
    void add(Batch one, QuarantineReason reason) throws SQLException {
        Hit hit = one.hits().getFirst();
        try (var insert = connection.prepareStatement("""
            /* recording.quarantine */
            INSERT INTO quarantined_hits (spool, position, received_at, track_id, ip_address, user_agent, referer,
                signs, reason, reason_text, quarantined_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, UTC_TIMESTAMP(6))
            ON DUPLICATE KEY UPDATE position = VALUES(position)\
            """)) {
            insert.setString(1, one.spool());
            insert.setLong(2, one.start());
            insert.setBytes(3, bytes(hit.receivedAt()));
            insert.setBytes(4, bytes(hit.trackId()));
            insert.setBytes(5, bytes(hit.address()));
            insert.setBytes(6, bytes(hit.userAgent()));
            insert.setBytes(7, bytes(hit.referer()));
            insert.setInt(8, SignBits.bits(hit.signs()));
            insert.setString(9, reason.code().name().toLowerCase(Locale.ROOT));
            insert.setString(10, reason.sentence());
            insert.executeUpdate();
        }
    }

    private static byte @Nullable [] bytes(@Nullable Object value) {
        return value == null ? null : value.toString().getBytes(UTF_8);
    }

    List<QuarantinedHit> after(long id, int limit) throws SQLException {
        try (var select = connection.prepareStatement("/* quarantine.page */ SELECT " + COLUMNS
                + " FROM quarantined_hits WHERE id > ? ORDER BY id LIMIT ?")) {
            select.setLong(1, id);
            select.setInt(2, limit);
            return hits(select);
        }
    }

    /// The hit with an id; nobody else takes it from here on.
    Optional<QuarantinedHit> lock(long id) throws SQLException {
        try (var select = connection.prepareStatement(
                "/* quarantine.lock */ SELECT " + COLUMNS + " FROM quarantined_hits WHERE id = ? FOR UPDATE")) {
            select.setLong(1, id);
            return hits(select).stream().findFirst();
        }
    }

    private static List<QuarantinedHit> hits(PreparedStatement select) throws SQLException {
        try (var row = select.executeQuery()) {
            var hits = new ArrayList<QuarantinedHit>();
            while (row.next()) {
                hits.add(quarantined(row));
            }
            return hits;
        }
    }

    private static QuarantinedHit quarantined(ResultSet row) throws SQLException {
        var code = Code.valueOf(row.getString("reason").toUpperCase(Locale.ROOT));
        return new QuarantinedHit(
                row.getLong("id"),
                row.getString("spool"),
                row.getLong("position"),
                hit(row),
                new QuarantineReason(code, row.getString("reason_text")),
                Objects.requireNonNull(UtcTimes.instant(row.getString("quarantined_at"))));
    }

    private static Hit hit(ResultSet row) throws SQLException {
        return new Hit(
                new TrackId(Objects.requireNonNull(text(row, "track_id"))),
                Instant.parse(Objects.requireNonNull(text(row, "received_at"))),
                Optional.ofNullable(text(row, "ip_address"))
                        .flatMap(IpAddress::parse)
                        .orElse(null),
                text(row, "user_agent"),
                text(row, "referer"),
                SignBits.signs(row.getInt("signs")));
    }

    private static @Nullable String text(ResultSet row, String column) throws SQLException {
        byte[] bytes = row.getBytes(column);
        return bytes == null ? null : new String(bytes, UTF_8);
    }

    long count() throws SQLException {
        try (var select = connection.prepareStatement("/* quarantine.count */ SELECT COUNT(*) FROM quarantined_hits");
                var row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    int remove(Collection<Long> ids) throws SQLException {
        String places = String.join(", ", Collections.nCopies(ids.size(), "?"));
        try (var delete = connection.prepareStatement(
                "/* quarantine.remove */ DELETE FROM quarantined_hits WHERE id IN (" + places + ")")) {
            int place = 1;
            for (long id : ids) {
                delete.setLong(place++, id);
            }
            return delete.executeUpdate();
        }
    }
}
