package com.tachyonfuture.mailtrack.mysql.stats;

import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.domain.classify.VerdictCounts;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.Collectors;

/// By how much some work changes the totals.
///
/// Every transaction that changes them does so last: their rows are the ones that all of them want, so nobody shall
/// hold them longer than a commit takes. One statement locks them in the order of their key, hence no two transactions
/// can wait for each other here.
///
/// @param openedTracks tracks that have an open now and had none, less those where it is the other way round
public record TotalsChange(long tracks, long opens, long reads, long openedTracks, VerdictCounts verdicts) {

    private static final String UPDATE = """
        /* stats.change */
        UPDATE totals
        SET value = value + CASE name
            WHEN 'opened_tracks' THEN ? WHEN 'opens' THEN ? WHEN 'reads' THEN ? WHEN 'tracks' THEN ? %s ELSE 0 END\
        """.formatted(Arrays.stream(Verdict.values())
            .map(verdict -> "WHEN '" + VerdictColumns.of(verdict) + "' THEN ?")
            .collect(Collectors.joining(" ")));

    public void apply(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(UPDATE)) {
            statement.setLong(1, openedTracks);
            statement.setLong(2, opens);
            statement.setLong(3, reads);
            statement.setLong(4, tracks);
            int place = 5;
            for (Verdict verdict : Verdict.values()) {
                statement.setLong(place++, verdicts.of(verdict));
            }
            statement.executeUpdate();
        }
    }
}
