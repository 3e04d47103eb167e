package com.tachyonfuture.mailtrack.mysql.access;

import com.tachyonfuture.mailtrack.application.access.port.OwnerPassword;
import com.tachyonfuture.mailtrack.domain.access.PasswordHash;
import com.tachyonfuture.mailtrack.domain.access.SecretHash;
import com.tachyonfuture.mailtrack.mysql.DataRejected;
import com.tachyonfuture.mailtrack.mysql.Database;
import com.tachyonfuture.mailtrack.mysql.UtcTimes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// [OwnerPassword] in the database: the one row of `owner_password`. Whoever changes it locks that row first, and the
/// sessions after it.
public final class MysqlOwnerPassword implements OwnerPassword {

    private final Database database;

    public MysqlOwnerPassword(Database database) {
        this.database = database;
    }

    @Override
    public Optional<PasswordHash> find() {
        return database.read(connection -> {
            try (var select = connection.prepareStatement("""
                /* access.password */ SELECT encoded FROM owner_password WHERE id = 1\
                """);
                    var row = select.executeQuery()) {
                return row.next() ? Optional.of(new PasswordHash(row.getString("encoded"))) : Optional.empty();
            }
        });
    }

    @Override
    public boolean setFirst(PasswordHash password, Instant now) {
        try {
            return database.write(connection -> insert(connection, password, now));
        } catch (DataRejected rejected) {
            if (rejected.isDuplicate()) {
                return false;
            }
            throw rejected;
        }
    }

    private static boolean insert(Connection connection, PasswordHash password, Instant now) throws SQLException {
        try (var insert = connection.prepareStatement("""
            /* access.setFirstPassword */
            INSERT INTO owner_password (id, encoded, changed_at) VALUES (1, ?, ?)\
            """)) {
            insert.setString(1, password.encoded());
            insert.setString(2, UtcTimes.text(now));
            return insert.executeUpdate() == 1;
        }
    }

    @Override
    public void replace(PasswordHash password, Instant now, @Nullable SecretHash kept) {
        database.write(connection -> upsert(connection, password, now) + MysqlSessions.removeAllBut(connection, kept));
    }

    private static int upsert(Connection connection, PasswordHash password, Instant now) throws SQLException {
        try (var insert = connection.prepareStatement("""
            /* access.replacePassword */
            INSERT INTO owner_password (id, encoded, changed_at) VALUES (1, ?, ?)
            ON DUPLICATE KEY UPDATE encoded = ?, changed_at = ?\
            """)) {
            insert.setString(1, password.encoded());
            insert.setString(2, UtcTimes.text(now));
            insert.setString(3, password.encoded());
            insert.setString(4, UtcTimes.text(now));
            return insert.executeUpdate();
        }
    }
}
