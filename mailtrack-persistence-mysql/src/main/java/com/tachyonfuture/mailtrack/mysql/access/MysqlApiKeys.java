package com.tachyonfuture.mailtrack.mysql.access;

import com.tachyonfuture.mailtrack.application.access.port.ApiKeys;
import com.tachyonfuture.mailtrack.domain.access.ApiKey;
import com.tachyonfuture.mailtrack.domain.access.ApiKeyId;
import com.tachyonfuture.mailtrack.domain.access.SecretHash;
import com.tachyonfuture.mailtrack.mysql.Database;
import com.tachyonfuture.mailtrack.mysql.UtcTimes;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// [ApiKeys] in the database. Whoever adds or removes one locks their number in `totals` first, then the key, then its
/// use.
public final class MysqlApiKeys implements ApiKeys {

    private final Database database;

    public MysqlApiKeys(Database database) {
        this.database = database;
    }

    @Override
    public List<ApiKey> all() {
        return database.read(connection -> {
            try (var select = connection.prepareStatement("""
                /* access.keys */
                SELECT k.id, k.label, k.beginning, k.created_at, u.used_at
                FROM owner_api_keys k LEFT JOIN owner_api_key_uses u ON u.key_id = k.id
                ORDER BY k.created_at DESC, k.id\
                """);
                    var row = select.executeQuery()) {
                var keys = new ArrayList<ApiKey>();
                while (row.next()) {
                    keys.add(key(row));
                }
                return keys;
            }
        });
    }

    private static ApiKey key(ResultSet row) throws SQLException {
        return new ApiKey(
                id(row),
                row.getString("label"),
                text(row.getBytes("beginning")),
                Objects.requireNonNull(UtcTimes.instant(row.getString("created_at"))),
                UtcTimes.instant(row.getString("used_at")));
    }

    @Override
    public boolean add(ApiKey key, SecretHash hash, int most) {
        return database.write(connection -> countOneMore(connection, most) && insert(connection, key, hash));
    }

    private static boolean countOneMore(Connection connection, int most) throws SQLException {
        try (var update = connection.prepareStatement("""
            /* access.countKey */ UPDATE totals SET value = value + 1 WHERE name = 'api_keys' AND value < ?\
            """)) {
            update.setInt(1, most);
            return update.executeUpdate() == 1;
        }
    }

    private static boolean insert(Connection connection, ApiKey key, SecretHash hash) throws SQLException {
        try (var insert = connection.prepareStatement("""
            /* access.addKey */
            INSERT INTO owner_api_keys (id, label, beginning, hash, created_at) VALUES (?, ?, ?, ?, ?)\
            """)) {
            insert.setBytes(1, bytes(key.id()));
            insert.setString(2, key.label());
            insert.setBytes(3, bytes(key.beginning()));
            insert.setBytes(4, hash.bytes());
            insert.setString(5, UtcTimes.text(key.createdAt()));
            return insert.executeUpdate() == 1;
        }
    }

    @Override
    public boolean remove(ApiKeyId id) {
        return database.write(connection -> {
            update(connection, "/* access.countKeyLess */ UPDATE totals SET value = value - 1 WHERE name = 'api_keys'");
            if (delete(connection, "/* access.removeKey */ DELETE FROM owner_api_keys WHERE id = ?", id)) {
                delete(connection, "/* access.removeKeyUse */ DELETE FROM owner_api_key_uses WHERE key_id = ?", id);
                return true;
            }
            connection.rollback();
            return false;
        });
    }

    private static void update(Connection connection, String sql) throws SQLException {
        try (var update = connection.prepareStatement(sql)) {
            update.executeUpdate();
        }
    }

    private static boolean delete(Connection connection, String sql, ApiKeyId id) throws SQLException {
        try (var delete = connection.prepareStatement(sql)) {
            delete.setBytes(1, bytes(id));
            return delete.executeUpdate() == 1;
        }
    }

    @Override
    public List<Known> beginningWith(String beginning) {
        return database.read(connection -> {
            try (var select = connection.prepareStatement("""
                /* access.keysBeginningWith */ SELECT id, hash FROM owner_api_keys WHERE beginning = ?\
                """)) {
                select.setBytes(1, bytes(beginning));
                try (var row = select.executeQuery()) {
                    var known = new ArrayList<Known>();
                    while (row.next()) {
                        known.add(new Known(id(row), SecretHash.ofBytes(row.getBytes("hash"))));
                    }
                    return known;
                }
            }
        });
    }

    /// Only of a key that exists, for nobody would remove the row of one that is revoked already.
    @Override
    public void used(ApiKeyId id, Instant at) {
        database.write(connection -> {
            try (var insert = connection.prepareStatement("""
                /* access.keyUsed */
                INSERT INTO owner_api_key_uses (key_id, used_at)
                SELECT ?, ? FROM (SELECT 1 AS one) one_row
                WHERE ? OR EXISTS (SELECT 1 FROM owner_api_keys WHERE id = ?)
                ON DUPLICATE KEY UPDATE used_at = GREATEST(used_at, ?)\
                """)) {
                insert.setBytes(1, bytes(id));
                insert.setString(2, UtcTimes.text(at));
                insert.setBoolean(3, id.equals(ApiKeyId.OF_SETTINGS));
                insert.setBytes(4, bytes(id));
                insert.setString(5, UtcTimes.text(at));
                return insert.executeUpdate();
            }
        });
    }

    @Override
    public Optional<Instant> lastUseOf(ApiKeyId id) {
        return database.read(connection -> {
            try (var select = connection.prepareStatement("""
                /* access.keyUse */ SELECT used_at FROM owner_api_key_uses WHERE key_id = ?\
                """)) {
                select.setBytes(1, bytes(id));
                try (var row = select.executeQuery()) {
                    return row.next()
                            ? Optional.ofNullable(UtcTimes.instant(row.getString("used_at")))
                            : Optional.empty();
                }
            }
        });
    }

    private static ApiKeyId id(ResultSet row) throws SQLException {
        return new ApiKeyId(text(row.getBytes("id")));
    }

    private static byte[] bytes(ApiKeyId id) {
        return bytes(id.value());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
