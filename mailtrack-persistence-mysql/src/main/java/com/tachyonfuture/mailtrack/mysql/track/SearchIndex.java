package com.tachyonfuture.mailtrack.mysql.track;

import com.tachyonfuture.mailtrack.mysql.RowInsert;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// The words of tracks in table `track_words`, which has a full-text index where the server knows such.
///
/// The index only proposes tracks. Each of them is looked at again, so what is found never depends on what servers
/// take for a word. To miss none, words are spelled so that every server indexes them: each begins with the same
/// letters, which makes it long enough and no stop word, has no characters but those of ASCII words, and is cut at
/// the length that servers index. What is a prefix before is one after.
///
/// A table of its own, since servers copy a table that gets such an index, and add no columns to it from then on
/// without copying it again.
public final class SearchIndex {

    public static final String TABLE = "track_words";

    private static final String BEGINNING = "mtw";
    private static final int LONGEST = 80;

    private SearchIndex() {}

    /// The words for the index.
    ///
    /// @param searchText folded words, each after a space
    public static String words(String searchText) {
        return Arrays.stream(searchText.split(" "))
                .filter(word -> !word.isEmpty())
                .map(SearchIndex::spelled)
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private static String spelled(String word) {
        var spelled = new StringBuilder(BEGINNING);
        word.codePoints().takeWhile(c -> spelled.length() < LONGEST).forEach(c -> append(spelled, c));
        return spelled.substring(0, Math.min(spelled.length(), LONGEST));
    }

    private static void append(StringBuilder spelled, int c) {
        boolean plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (plain) {
            spelled.append((char) c);
        } else {
            spelled.append('_').append(Integer.toHexString(c));
        }
    }

    /// Those of the words that the index of this server knows, if it is there.
    static List<String> known(Connection connection, List<String> words) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("""
                    /* tracks.wordLengths */ SELECT @@innodb_ft_min_token_size, @@innodb_ft_max_token_size\
                    """)) {
            row.next();
            int shortest = row.getInt(1);
            boolean holdsTheLongest = row.getInt(2) >= LONGEST;
            return words.stream()
                    .filter(word -> holdsTheLongest && spelled(word).length() >= shortest)
                    .toList();
        }
    }

    /// What to ask the index for, to be told of every text with words of which these are prefixes.
    static String query(List<String> words) {
        return words.stream().map(word -> "+" + spelled(word) + "*").collect(Collectors.joining(" "));
    }

    /// Puts the words of a track in place of those it had.
    ///
    /// @param id as the database spells it
    static void put(Connection connection, String id, String searchText) throws SQLException {
        RowInsert rows = rows(connection);
        rows.value(id).value(words(searchText)).endRow();
        rows.send();
    }

    /// The rows of many tracks, each the id as the database spells it and its [#words], in place of those they had.
    public static RowInsert rows(Connection connection) {
        return new RowInsert(
                connection, "/* tracks.putWords */ REPLACE INTO track_words (track_id, words) VALUES ", "");
    }
}
