package com.tachyonfuture.mailtrack.mysql.track;

import com.tachyonfuture.mailtrack.application.track.TrackFilter;
import com.tachyonfuture.mailtrack.application.track.TracksCounted;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Counts the tracks of some filters in one query, each among the first candidates that an index has for it. The query
/// looks at one candidate more than it may count, to know whether these were all.
///
/// @param most candidates for each filter
record TrackCounting(List<TrackFilter> filters, int most) {

    List<TracksCounted> read(Connection connection) throws SQLException {
        try (var statement = query().prepare(connection);
                var rows = statement.executeQuery()) {
            var counted = new ArrayList<TracksCounted>();
            while (rows.next()) {
                boolean complete = rows.getLong(2) <= most;
                counted.add(new TracksCounted(Math.min(rows.getLong(3), most), complete));
            }
            return counted;
        }
    }

    Query query() {
        var query = new Query(IntStream.range(0, filters.size())
                .mapToObj(i -> part(i, new FilterConditions(filters.get(i))))
                .collect(Collectors.joining("\nUNION ALL\n", "/* tracks.count */\n", "\nORDER BY place")));
        filters.stream()
                .map(FilterConditions::new)
                .forEach(filter -> query.with(filter.all()).with(filter.candidates()));
        return query;
    }

    private String part(int place, FilterConditions filter) {
        return """
            SELECT %1$d AS place, COUNT(*), COALESCE(SUM(matches), 0)
            FROM (
                SELECT TRUE%2$s AS matches FROM tracked_emails WHERE TRUE%3$s%4$s LIMIT %5$d
            ) candidates_%1$d\
            """.formatted(place, filter.all(), filter.candidates(), filter.orderOfCandidates(), most + 1);
    }
}
