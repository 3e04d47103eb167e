package com.tachyonfuture.mailtrack.mysql.stats;

import java.sql.Connection;
import java.sql.SQLException;

/// By how much some work changes the totals.
///
/// Every transaction that changes them does so last: their rows are the ones that all of them want, so nobody shall
/// hold them longer than a commit takes. One statement locks them in the order of their key, hence no two transactions
/// can wait for each other here.
///
/// @param openedTracks tracks that have an open now and had none, less those where it is the other way round
public record TotalsChange(long tracks, long opens, long reads, long openedTracks) {

    public void apply(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("""
            /* stats.change */
            UPDATE totals
            SET value = value + CASE name
                WHEN 'opened_tracks' THEN ? WHEN 'opens' THEN ? WHEN 'reads' THEN ? WHEN 'tracks' THEN ? ELSE 0 END
            """)) {
            statement.setLong(1, openedTracks);
            statement.setLong(2, opens);
            statement.setLong(3, reads);
            statement.setLong(4, tracks);
            statement.executeUpdate();
        }
    }
}
