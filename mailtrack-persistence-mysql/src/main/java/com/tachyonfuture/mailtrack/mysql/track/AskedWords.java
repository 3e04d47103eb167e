package com.tachyonfuture.mailtrack.mysql.track;

import com.tachyonfuture.mailtrack.application.track.TrackPosition;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Which words of a search the [SearchIndex] is asked for: the rarest one among the first tracks of the list, and
/// those that are not far more frequent. Whether tracks have the others too is told faster by looking at these tracks.
///
/// @param order of the list
/// @param after where the list begins
/// @param sample so many tracks tell how frequent a word is
record AskedWords(TrackOrder order, @Nullable TrackPosition after, int sample) {

    private static final int MOST_WORDS = 8;

    /// By so much faster does the index tell that a track has a word than a look at the track does.
    private static final int TIMES_AS_FREQUENT = 10;

    /// @param tracks how many of the sample have it
    private record Frequency(String word, long tracks) {}

    /// The words to ask for; none where the index is of no help.
    List<String> of(Connection connection, List<String> searched) throws SQLException {
        List<String> words = SearchIndex.known(connection, longest(searched));
        return words.size() < 2 ? words : rare(frequencies(connection, words));
    }

    /// They are likely to be rare.
    private static List<String> longest(List<String> words) {
        return words.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .limit(MOST_WORDS)
                .toList();
    }

    private static List<String> rare(List<Frequency> frequencies) {
        List<Frequency> rarestFirst = frequencies.stream()
                .sorted(Comparator.comparingLong(Frequency::tracks))
                .toList();
        long most = TIMES_AS_FREQUENT * Math.max(1, rarestFirst.getFirst().tracks());
        return rarestFirst.stream()
                .filter(one -> one.tracks() <= most)
                .map(Frequency::word)
                .toList();
    }

    private List<Frequency> frequencies(Connection connection, List<String> words) throws SQLException {
        var frequencies = new ArrayList<Frequency>();
        Query query = counts(words);
        try (var statement = query.prepare(connection);
                var row = statement.executeQuery()) {
            row.next();
            for (int i = 0; i < words.size(); i++) {
                frequencies.add(new Frequency(words.get(i), row.getLong(i + 1)));
            }
        }
        return frequencies;
    }

    private Query counts(List<String> words) {
        Conditions start = order.startAfter(after);
        String sums = words.stream()
                .map(word -> "COALESCE(SUM(" + FilterConditions.HAS_WORD + "), 0)")
                .collect(Collectors.joining(", "));
        var query = new Query("""
            /* tracks.frequenciesOfWords */
            SELECT %s
            FROM (
                SELECT id AS walked_id FROM tracked_emails WHERE TRUE%s ORDER BY %s LIMIT %d
            ) walked STRAIGHT_JOIN tracked_emails ON id = walked_id\
            """.formatted(sums, start, order.byIndex(), sample));
        words.forEach(word -> query.with(FilterConditions.pattern(word)));
        return query.with(start);
    }
}
