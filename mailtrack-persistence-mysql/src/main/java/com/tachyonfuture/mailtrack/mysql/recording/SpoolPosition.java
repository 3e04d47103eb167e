package com.tachyonfuture.mailtrack.mysql.recording;

import java.sql.Connection;
import java.sql.SQLException;

/// How far a spool is written: its row of `spool_positions`, within a transaction.
record SpoolPosition(String spool) {

    /// Makes sure that there is a row to lock. In a transaction of its own: two that look for rows that are not there
    /// would both lock the gap, and then neither could insert.
    int prepare(Connection connection) throws SQLException {
        return upsert(connection, 0);
    }

    /// What is stored; from here on nobody else writes hits of this spool.
    long lock(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement("""
            /* recording.lockPosition */
            SELECT position FROM spool_positions WHERE spool = ? FOR UPDATE\
            """)) {
            select.setString(1, spool);
            try (var row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : Long.MIN_VALUE;
            }
        }
    }

    /// Never goes back.
    int raise(Connection connection, long position) throws SQLException {
        return upsert(connection, position);
    }

    private int upsert(Connection connection, long position) throws SQLException {
        try (var insert = connection.prepareStatement("""
            /* recording.raisePosition */
            INSERT INTO spool_positions (spool, position, updated_at) VALUES (?, ?, UTC_TIMESTAMP(6))
            ON DUPLICATE KEY UPDATE
                updated_at = IF(position < ?, UTC_TIMESTAMP(6), updated_at),
                position = GREATEST(position, ?)\
            """)) {
            insert.setString(1, spool);
            insert.setLong(2, position);
            insert.setLong(3, position);
            insert.setLong(4, position);
            return insert.executeUpdate();
        }
    }
}
