package com.tachyonfuture.mailtrack.domain.classify;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Names to look for in a text that a stranger chose, and what each of them means.
 *
 * <p>A name is found where it stands as words of its own: {@code curl} is in {@code curl/8.5} and not in
 * {@code curling}. So names that are parts of common words do no harm. The case of Latin letters means nothing, and
 * that of others does, so that no language's rules for case matter.
 *
 * <p>Looking is one pass over the text. Where a word begins, its first three characters say which names it may be: a
 * few at most, so that no text takes long.
 */
final class Phrases<T> {

    private static final int KEY = 3;

    /** By the hash of their first characters; a power of two in length. */
    private final List<List<Phrase<T>>> buckets;

    private final Map<String, T> meanings;

    private record Phrase<T>(String text, T meaning) {}

    private Phrases(List<List<Phrase<T>>> buckets, Map<String, T> meanings) {
        this.buckets = buckets;
        this.meanings = meanings;
    }

    /** Names of three characters or more. Where two of them begin at the same place, it is not said which is found. */
    static <T> Phrases<T> of(Map<String, T> meanings) {
        int size = 8 * Integer.highestOneBit(Math.max(1, meanings.size()));
        var buckets = new ArrayList<List<Phrase<T>>>(Collections.nCopies(size, List.of()));
        meanings.forEach((text, meaning) -> {
            String lower = text.toLowerCase(Locale.ROOT);
            int bucket = key(lower, 0) & (size - 1);
            var phrases = new ArrayList<>(buckets.get(bucket));
            phrases.add(new Phrase<>(lower, meaning));
            buckets.set(bucket, List.copyOf(phrases));
        });
        return new Phrases<>(List.copyOf(buckets), Map.copyOf(meanings));
    }

    /** Names that all mean the same. */
    static <T> Phrases<T> of(T meaning, String... texts) {
        return of(Stream.of(texts).collect(Collectors.toMap(text -> text, text -> meaning)));
    }

    Set<String> texts() {
        return meanings.keySet();
    }

    boolean isIn(@Nullable String text) {
        return firstIn(text) != null;
    }

    /** What the first name in the text means, or something else where there is none. */
    T firstIn(@Nullable String text, T otherwise) {
        T meaning = firstIn(text);
        return meaning == null ? otherwise : meaning;
    }

    /** What the first name in the text means; null where there is none. */
    @Nullable
    T firstIn(@Nullable String text) {
        if (text == null) {
            return null;
        }
        for (int start = nextWord(text, 0); start >= 0; start = nextWord(text, wordEnd(text, start))) {
            List<Phrase<T>> candidates = candidates(text, start);
            for (int i = 0; i < candidates.size(); i++) {
                if (stands(candidates.get(i).text(), text, start)) {
                    return candidates.get(i).meaning();
                }
            }
        }
        return null;
    }

    /** The bits of all names in the text together. */
    long bitsIn(@Nullable String text, ToLongFunction<? super T> bits) {
        long all = 0;
        if (text == null) {
            return all;
        }
        for (int start = nextWord(text, 0); start >= 0; start = nextWord(text, wordEnd(text, start))) {
            List<Phrase<T>> candidates = candidates(text, start);
            for (int i = 0; i < candidates.size(); i++) {
                if (stands(candidates.get(i).text(), text, start)) {
                    all |= bits.applyAsLong(candidates.get(i).meaning());
                }
            }
        }
        return all;
    }

    private List<Phrase<T>> candidates(String text, int start) {
        return text.length() - start < KEY ? List.of() : buckets.get(key(text, start) & (buckets.size() - 1));
    }

    private static int key(String text, int start) {
        int key = (lower(text.charAt(start)) * 31 + lower(text.charAt(start + 1))) * 31 + lower(text.charAt(start + 2));
        return key ^ (key >>> 7);
    }

    /** Where the next word begins; negative where there is none. */
    private static int nextWord(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (isWord(text.charAt(i))) {
                return i;
            }
        }
        return -1;
    }

    private static int wordEnd(String text, int start) {
        int end = start;
        while (end < text.length() && isWord(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean stands(String phrase, String text, int start) {
        int end = start + phrase.length();
        if (end > text.length()) {
            return false;
        }
        for (int i = 0; i < phrase.length(); i++) {
            if (lower(text.charAt(start + i)) != phrase.charAt(i)) {
                return false;
            }
        }
        return end == text.length() || !isWord(text.charAt(end)) || !isWord(text.charAt(end - 1));
    }

    private static boolean isWord(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    private static char lower(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
    }
}
