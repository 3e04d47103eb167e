package com.tachyonfuture.mailtrack.mysql.self;

import com.tachyonfuture.mailtrack.application.self.OwnAddress;
import com.tachyonfuture.mailtrack.application.self.port.OwnAddresses;
import com.tachyonfuture.mailtrack.domain.address.Cidr;
import com.tachyonfuture.mailtrack.mysql.Database;
import com.tachyonfuture.mailtrack.mysql.UtcTimes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// [OwnAddresses] in the database.
public final class MysqlOwnAddresses implements OwnAddresses {

    private final Database database;

    public MysqlOwnAddresses(Database database) {
        this.database = database;
    }

    @Override
    public List<OwnAddress> all() {
        return database.read(connection -> {
            try (var select = connection.prepareStatement("""
                /* self.addresses */
                SELECT network, learned_from, learned_at FROM own_addresses ORDER BY learned_at DESC, network\
                """);
                    var rows = select.executeQuery()) {
                var found = new ArrayList<OwnAddress>();
                while (rows.next()) {
                    found.add(address(rows));
                }
                return found;
            }
        });
    }

    private static OwnAddress address(ResultSet row) throws SQLException {
        return new OwnAddress(
                Cidr.parse(row.getString("network")),
                row.getObject("learned_from", Long.class),
                Objects.requireNonNull(UtcTimes.instant(row.getString("learned_at"))));
    }

    @Override
    public boolean add(OwnAddress address, int most) {
        return database.write(
                connection -> insert(connection, address, most) || isThere(connection, address.network()));
    }

    private static boolean insert(Connection connection, OwnAddress address, int most) throws SQLException {
        try (var insert = connection.prepareStatement("""
            /* self.addAddress */
            INSERT IGNORE INTO own_addresses (network, learned_from, learned_at)
            SELECT ?, ?, ? FROM (SELECT COUNT(*) AS known FROM own_addresses) so_far WHERE known < ?\
            """)) {
            insert.setString(1, address.network().toString());
            insert.setObject(2, address.learnedFrom(), Types.BIGINT);
            insert.setString(3, UtcTimes.text(address.learnedAt()));
            insert.setInt(4, most);
            return insert.executeUpdate() > 0;
        }
    }

    private static boolean isThere(Connection connection, Cidr network) throws SQLException {
        try (var select =
                connection.prepareStatement("/* self.address */ SELECT 1 FROM own_addresses WHERE network = ?")) {
            select.setString(1, network.toString());
            try (var row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    @Override
    public boolean remove(Cidr network) {
        return database.write(connection -> {
            try (var delete = connection.prepareStatement(
                    "/* self.removeAddress */ DELETE FROM own_addresses WHERE network = ?")) {
                delete.setString(1, network.toString());
                return delete.executeUpdate() > 0;
            }
        });
    }
}
