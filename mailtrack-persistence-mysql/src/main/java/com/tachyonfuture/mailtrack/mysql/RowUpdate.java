package com.tachyonfuture.mailtrack.mysql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// An `UPDATE` of many rows by their ids, each to values of its own, written out as text as [RowInsert] does.
///
/// ## Why a join
/// An `INSERT ... ON DUPLICATE KEY UPDATE` is refused where the table has a column that must be given, or somebody's
/// trigger or check for new rows, although it would insert nothing. The new values are the first table of the join, so
/// the rows are looked up by their key, and no others are locked.
public final class RowUpdate {

    /// Each row is a query to the server, which needs memory for all that are in one statement.
    private static final int ROWS_PER_STATEMENT = 500;

    private static final int LONG_ENOUGH = 256 * 1024;

    private final Connection connection;
    private final String head;
    private final String tail;
    private final StringBuilder sql = new StringBuilder();
    private int rows;

    /// @param name of the statement
    /// @param columns to be changed
    /// @param change what is assigned to a column, where `t` is the row and `more` has the values
    public RowUpdate(
            Connection connection, String name, String table, List<String> columns, Function<String, String> change) {
        this.connection = connection;
        // The first query of the union has no rows. It gives the columns their names and types.
        this.head = "/* " + name + " */ UPDATE (SELECT id, " + String.join(", ", columns) + " FROM " + table
                + " WHERE FALSE";
        this.tail = ") more STRAIGHT_JOIN " + table + " t FORCE INDEX (PRIMARY) ON t.id = more.id SET "
                + columns.stream()
                        .map(column -> "t." + column + " = " + change.apply(column))
                        .collect(Collectors.joining(", "));
    }

    /// A row begins.
    public RowUpdate row(String id) {
        begin();
        Literals.append(sql, id);
        return this;
    }

    /// A row begins.
    public RowUpdate row(long id) {
        begin();
        sql.append(id);
        return this;
    }

    private void begin() {
        sql.append(rows == 0 ? head : "").append(" UNION ALL SELECT ");
    }

    /// The next column's value.
    public RowUpdate value(@Nullable String text) {
        sql.append(',');
        Literals.append(sql, text);
        return this;
    }

    public RowUpdate value(long number) {
        sql.append(',').append(number);
        return this;
    }

    public RowUpdate value(@Nullable Number number) {
        sql.append(',').append(number == null ? "NULL" : number.toString());
        return this;
    }

    /// A row ends here; from time to time some are sent.
    public void endRow() throws SQLException {
        rows++;
        if (rows == ROWS_PER_STATEMENT || sql.length() >= LONG_ENOUGH) {
            send();
        }
    }

    /// Sends what was not sent yet.
    public void send() throws SQLException {
        if (rows == 0) {
            return;
        }
        try (var statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.executeUpdate(sql.append(tail).toString());
        }
        sql.setLength(0);
        rows = 0;
    }
}
