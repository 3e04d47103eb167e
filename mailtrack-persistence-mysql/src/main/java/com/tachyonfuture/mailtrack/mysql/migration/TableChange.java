package com.tachyonfuture.mailtrack.mysql.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Changes of one table that are made in one statement, so that a large table is copied once at most.
final class TableChange {

    private final String table;
    private final List<String> clauses = new ArrayList<>();

    TableChange(String table) {
        this.table = table;
    }

    TableChange add(String clause) {
        clauses.add(clause);
        return this;
    }

    /// Adds an index unless the table has one that begins with these columns. Another program's indexes may have
    /// taken our name for other columns, so the name gets a number where needed.
    TableChange addIndexUnlessServed(Schema schema, String name, List<String> columns, String query)
            throws SQLException {
        if (!schema.hasIndexOn(table, columns)) {
            var taken = schema.indexes(table).keySet();
            var free = name;
            for (int number = 2; taken.contains(free); number++) {
                free = name + "_" + number;
            }
            add("ADD INDEX " + free + " (" + String.join(", ", columns) + ") COMMENT '" + query + "'");
        }
        return this;
    }

    /// Adds a column unless the table has one of that name.
    TableChange addColumnUnlessThere(Schema schema, String name, String definition) throws SQLException {
        if (!schema.columns(table).containsKey(name)) {
            add("ADD COLUMN " + name + " " + definition);
        }
        return this;
    }

    /// Does nothing where there is nothing to change.
    void apply(Connection connection) throws SQLException {
        if (clauses.isEmpty()) {
            return;
        }
        try (var statement = connection.createStatement()) {
            statement.execute("ALTER TABLE " + table + " " + String.join(", ", clauses));
        }
    }
}
