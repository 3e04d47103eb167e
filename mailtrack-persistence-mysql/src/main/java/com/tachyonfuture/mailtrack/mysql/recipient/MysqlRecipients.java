package com.tachyonfuture.mailtrack.mysql.recipient;

import com.tachyonfuture.mailtrack.application.recipient.Recipient;
import com.tachyonfuture.mailtrack.application.recipient.RecipientPosition;
import com.tachyonfuture.mailtrack.application.recipient.RecipientSort;
import com.tachyonfuture.mailtrack.application.recipient.port.Recipients;
import com.tachyonfuture.mailtrack.domain.recipient.RecipientKey;
import com.tachyonfuture.mailtrack.mysql.Database;
import com.tachyonfuture.mailtrack.mysql.UtcTimes;
import com.tachyonfuture.mailtrack.mysql.WithoutCase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// [Recipients] in the database: rows that every change of tracks keeps right.
public final class MysqlRecipients implements Recipients {

    private static final String COLUMNS =
            "id, name, sent_tracks, delivered_tracks, read_tracks, read_count, last_read_at";

    private final Database database;

    public MysqlRecipients(Database database) {
        this.database = database;
    }

    @Override
    public List<Recipient> page(RecipientSort sort, String prefix, @Nullable RecipientPosition after, int limit) {
        var page = new RecipientPage(prefix.isEmpty() ? sort : RecipientSort.NAME, prefix, after, limit);
        return database.read(connection -> {
            try (var select = connection.prepareStatement(page.sql(COLUMNS))) {
                page.bind(select);
                try (var rows = select.executeQuery()) {
                    var found = new ArrayList<Recipient>();
                    while (rows.next()) {
                        found.add(recipient(rows));
                    }
                    return found;
                }
            }
        });
    }

    @Override
    public Optional<Recipient> find(RecipientKey key) {
        return database.read(connection -> {
            try (var select = connection.prepareStatement(
                    "/* recipients.one */ SELECT " + COLUMNS + " FROM recipients WHERE id = ?")) {
                select.setString(1, key.value());
                try (var row = select.executeQuery()) {
                    return row.next() ? Optional.of(recipient(row)) : Optional.empty();
                }
            }
        });
    }

    private static Recipient recipient(ResultSet row) throws SQLException {
        return new Recipient(
                new RecipientKey(row.getString("id")),
                row.getString("name"),
                row.getLong("sent_tracks"),
                row.getLong("delivered_tracks"),
                row.getLong("read_tracks"),
                row.getLong("read_count"),
                UtcTimes.instant(row.getString("last_read_at")));
    }

    @Override
    public List<Duration> timesToFirstRead(Recipient recipient, int newest) {
        return database.read(connection -> timesToFirstRead(connection, recipient, newest));
    }

    private static List<Duration> timesToFirstRead(Connection connection, Recipient recipient, int newest)
            throws SQLException {
        try (var select =
                connection.prepareStatement("""
                    /* recipients.firstReads */
                    SELECT created_at, first_read_at FROM tracked_emails
                    WHERE recipient = ? AND %s = %s ORDER BY created_at DESC, id DESC LIMIT ?\
                    """.formatted(WithoutCase.of("recipient"), WithoutCase.of("?")))) {
            select.setString(1, recipient.name());
            select.setString(2, recipient.name());
            select.setInt(3, newest);
            try (var rows = select.executeQuery()) {
                var times = new ArrayList<Duration>();
                while (rows.next()) {
                    time(rows).ifPresent(times::add);
                }
                return times;
            }
        }
    }

    private static Optional<Duration> time(ResultSet row) throws SQLException {
        Instant createdAt = UtcTimes.instant(row.getString(1));
        Instant readAt = UtcTimes.instant(row.getString(2));
        return createdAt == null || readAt == null
                ? Optional.empty()
                : Optional.of(Duration.between(createdAt, readAt));
    }
}
