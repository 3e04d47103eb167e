package com.tachyonfuture.mailtrack.mysql;

import java.sql.Connection;
import java.sql.SQLException;

/// Where statements go that were written out whole.
@FunctionalInterface
public interface Statements {

    void execute(String sql) throws SQLException;

    /// Executes each at once.
    static Statements on(Connection connection) {
        return sql -> {
            try (var statement = connection.createStatement()) {
                statement.setEscapeProcessing(false);
                statement.executeUpdate(sql);
            }
        };
    }
}
