package com.tachyonfuture.mailtrack.mysql;

import java.sql.Connection;
import java.sql.SQLException;

/// What is done on one connection. It may run several times, so all that it does, it does to the database.
@FunctionalInterface
public interface Work<T> {

    T on(Connection connection) throws SQLException;
}
