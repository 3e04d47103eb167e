package com.tachyonfuture.mailtrack.mysql.access;

import com.tachyonfuture.mailtrack.application.access.port.Sessions;
import com.tachyonfuture.mailtrack.domain.access.SecretHash;
import com.tachyonfuture.mailtrack.domain.access.Session;
import com.tachyonfuture.mailtrack.mysql.Database;
import com.tachyonfuture.mailtrack.mysql.UtcTimes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// [Sessions] in the database.
public final class MysqlSessions implements Sessions {

    static final String REMOVE_OLD = """
        /* access.removeOldSessions */
        DELETE FROM owner_sessions WHERE started_at < ? ORDER BY started_at, token_hash LIMIT ?\
        """;

    static final String REMOVE_IDLE = """
        /* access.removeIdleSessions */
        DELETE FROM owner_sessions WHERE seen_at < ? ORDER BY seen_at, token_hash LIMIT ?\
        """;

    private final Database database;

    public MysqlSessions(Database database) {
        this.database = database;
    }

    @Override
    public void add(Session session) {
        database.write(connection -> {
            try (var insert = connection.prepareStatement("""
                /* access.addSession */ INSERT INTO owner_sessions (token_hash, started_at, seen_at) VALUES (?, ?, ?)\
                """)) {
                insert.setBytes(1, session.token().bytes());
                insert.setString(2, UtcTimes.text(session.startedAt()));
                insert.setString(3, UtcTimes.text(session.seenAt()));
                return insert.executeUpdate();
            }
        });
    }

    @Override
    public Optional<Session> find(SecretHash token) {
        return database.read(connection -> {
            try (var select = connection.prepareStatement("""
                /* access.session */ SELECT started_at, seen_at FROM owner_sessions WHERE token_hash = ?\
                """)) {
                select.setBytes(1, token.bytes());
                try (var row = select.executeQuery()) {
                    return row.next()
                            ? Optional.of(new Session(token, time(row, "started_at"), time(row, "seen_at")))
                            : Optional.empty();
                }
            }
        });
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(UtcTimes.instant(row.getString(column)));
    }

    @Override
    public void seen(SecretHash token, Instant at) {
        database.write(connection -> {
            try (var update = connection.prepareStatement("""
                /* access.sessionSeen */ UPDATE owner_sessions SET seen_at = ? WHERE token_hash = ? AND seen_at < ?\
                """)) {
                update.setString(1, UtcTimes.text(at));
                update.setBytes(2, token.bytes());
                update.setString(3, UtcTimes.text(at));
                return update.executeUpdate();
            }
        });
    }

    @Override
    public void remove(SecretHash token) {
        database.write(connection -> delete(
                connection, "/* access.removeSession */ DELETE FROM owner_sessions WHERE token_hash = ?", token));
    }

    @Override
    public int removeAllBut(@Nullable SecretHash kept) {
        return database.write(connection -> removeAllBut(connection, kept));
    }

    static int removeAllBut(Connection connection, @Nullable SecretHash kept) throws SQLException {
        return kept == null
                ? removeAll(connection)
                : delete(
                        connection,
                        "/* access.removeOtherSessions */ DELETE FROM owner_sessions WHERE token_hash <> ?",
                        kept);
    }

    private static int removeAll(Connection connection) throws SQLException {
        try (var delete = connection.prepareStatement("/* access.removeSessions */ DELETE FROM owner_sessions")) {
            return delete.executeUpdate();
        }
    }

    private static int delete(Connection connection, String sql, SecretHash token) throws SQLException {
        try (var delete = connection.prepareStatement(sql)) {
            delete.setBytes(1, token.bytes());
            return delete.executeUpdate();
        }
    }

    @Override
    public int count(Instant earliestStart, Instant earliestSeen) {
        return database.read(connection -> {
            try (var select = connection.prepareStatement("""
                /* access.countSessions */ SELECT COUNT(*) FROM owner_sessions WHERE started_at >= ? AND seen_at >= ?\
                """)) {
                select.setString(1, UtcTimes.bound(earliestStart));
                select.setString(2, UtcTimes.bound(earliestSeen));
                try (var row = select.executeQuery()) {
                    row.next();
                    return row.getInt(1);
                }
            }
        });
    }

    @Override
    public void removeEnded(Instant earliestStart, Instant earliestSeen) {
        var removal = new Removal(database);
        removal.before(earliestStart, REMOVE_OLD);
        removal.before(earliestSeen, REMOVE_IDLE);
    }
}
