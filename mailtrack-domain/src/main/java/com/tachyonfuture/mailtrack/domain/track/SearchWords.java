package com.tachyonfuture.mailtrack.domain.track;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How texts become words that can be searched: without case, accents and compatibility forms, so that "zoe" finds
 * "ZOË". A word is a run of letters and digits, or a single symbol such as an emoji; all else separates.
 */
public final class SearchWords {

    private SearchWords() {}

    /** The words of a query, each to be found as a prefix; empty when the query has none. */
    public static List<String> of(String query) {
        var words = new LinkedHashSet<String>();
        split(query, words);
        return List.copyOf(words);
    }

    /**
     * The distinct words of some texts, each after one space: a word is a prefix of one of them exactly when this
     * text contains it right after a space.
     */
    public static String index(@Nullable String... texts) {
        var words = new LinkedHashSet<String>();
        for (String text : texts) {
            if (text != null) {
                split(text, words);
            }
        }
        var index = new StringBuilder();
        words.forEach(word -> index.append(' ').append(word));
        return index.toString();
    }

    /** Whether every word is a prefix of one in the index. */
    public static boolean match(String index, List<String> words) {
        return words.stream().allMatch(word -> index.contains(" " + word));
    }

    /** A text without case, accents and compatibility forms, in one piece. */
    public static String folded(String text) {
        return fold(text)
                .codePoints()
                .filter(c -> !isMark(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static void split(String text, Set<String> words) {
        var word = new StringBuilder();
        var pieces = new ArrayList<String>();
        fold(text).codePoints().filter(c -> !isMark(c)).forEach(c -> {
            if (Character.isLetterOrDigit(c)) {
                word.appendCodePoint(c);
                return;
            }
            endWord(word, pieces);
            if (isSymbol(c)) {
                pieces.add(Character.toString(c));
            }
        });
        endWord(word, pieces);
        words.addAll(pieces);
    }

    private static String fold(String text) {
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
        return Normalizer.normalize(decomposed.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD);
    }

    private static void endWord(StringBuilder word, List<String> pieces) {
        if (!word.isEmpty()) {
            pieces.add(word.toString());
            word.setLength(0);
        }
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    private static boolean isSymbol(int c) {
        return Character.getType(c) == Character.OTHER_SYMBOL;
    }
}
