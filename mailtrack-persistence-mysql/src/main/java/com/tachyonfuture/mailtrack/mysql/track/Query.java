package com.tachyonfuture.mailtrack.mysql.track;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// A statement with the values of its parameters, in their order.
final class Query {

    private final String sql;
    private final List<Object> values = new ArrayList<>();

    Query(String sql) {
        this.sql = sql;
    }

    Query with(String value) {
        values.add(value);
        return this;
    }

    Query with(Conditions conditions) {
        values.addAll(conditions.parameters());
        return this;
    }

    String sql() {
        return sql;
    }

    void bind(PreparedStatement statement) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
    }

    PreparedStatement prepare(Connection connection) throws SQLException {
        var statement = connection.prepareStatement(sql);
        bind(statement);
        return statement;
    }
}
