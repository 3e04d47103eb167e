package com.tachyonfuture.mailtrack.mysql.migration;

import com.tachyonfuture.mailtrack.mysql.Work;
import com.tachyonfuture.mailtrack.mysql.stats.NumbersWalk;
import java.sql.Connection;
import java.sql.SQLException;

/// Transactions on one connection.
record OneByOne(Connection connection) implements NumbersWalk.Transactions {

    @Override
    public <T> T run(Work<T> work) throws SQLException {
        T result = work.on(connection);
        connection.commit();
        return result;
    }
}
