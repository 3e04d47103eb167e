package com.tachyonfuture.mailtrack.mysql;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An `INSERT` of many rows, written out as text, for where the number of rows is what costs the time.
///
/// ## Why not by parameters
/// The driver makes one statement of a batch of parameters too, but takes as long to build it as the database
/// takes to parse it: docs/decisions/0017. Why strangers can't break out of it: see [Literals].
public final class RowInsert {

    /// An `INSERT` for which the server looks up no foreign key. Only for rows whose parents the transaction has
    /// locked: then the look-up, one for each row, finds nothing new. MariaDB reads the first comment as part of
    /// the statement, MySQL the second.
    public static final String UNCHECKED =
            "/*M!100106 SET STATEMENT foreign_key_checks=0 FOR */ INSERT /*+ SET_VAR(foreign_key_checks=0) */";

    /// A statement is sent when it has become this long, and is one row longer then, which strangers can make 26
    /// KB long. Far below what servers take unless `max_allowed_packet` was lowered: 16 MB and more. Where it
    /// was lowered, a refused batch is halved until its statements are short enough.
    private static final int LONG_ENOUGH = 256 * 1024;

    private final Connection connection;
    private final String head;
    private final String tail;
    private final StringBuilder sql = new StringBuilder();
    private boolean inRow;

    /// @param head up to and including `VALUES`
    /// @param tail what follows the rows; may be empty
    public RowInsert(Connection connection, String head, String tail) {
        this.connection = connection;
        this.head = head;
        this.tail = tail;
    }

    /// The next column's value.
    public RowInsert value(@Nullable String text) {
        begin();
        Literals.append(sql, text);
        return this;
    }

    public RowInsert value(Instant time) {
        begin();
        sql.append('\'').append(UtcTimes.text(time)).append('\'');
        return this;
    }

    public RowInsert value(long number) {
        begin();
        sql.append(number);
        return this;
    }

    public RowInsert value(@Nullable Number number) {
        begin();
        sql.append(number == null ? "NULL" : number.toString());
        return this;
    }

    private void begin() {
        if (inRow) {
            sql.append(',');
        } else {
            sql.append(sql.isEmpty() ? head : ",").append('(');
            inRow = true;
        }
    }

    /// A row ends here; from time to time some are sent.
    public void endRow() throws SQLException {
        sql.append(')');
        inRow = false;
        if (sql.length() >= LONG_ENOUGH) {
            send();
        }
    }

    /// Sends what was not sent yet.
    public void send() throws SQLException {
        if (sql.isEmpty()) {
            return;
        }
        try (var statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.executeUpdate(sql.append(tail).toString());
        }
        sql.setLength(0);
    }
}
