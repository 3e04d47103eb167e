package com.tachyonfuture.mailtrack.application.stats;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What most reads of some time had in common.
 *
 * @param values the most frequent first
 * @param others how many reads had another value; reads of which nothing is known are in none of these
 */
public record TopValues(List<Value> values, long others) {

    public static final TopValues NONE = new TopValues(List.of(), 0);

    private static final Comparator<Value> MOST_FIRST =
            Comparator.comparingLong(Value::reads).reversed().thenComparing(Value::name, TopValues::compareCharacters);

    /** A value, and how many reads had it. */
    public record Value(String name, long reads) {}

    public TopValues {
        values = List.copyOf(values);
    }

    /**
     * The most frequent of some values; of equally frequent ones, in the order of their characters.
     *
     * @param reads how many reads had each, none of them zero
     * @param limit how many values at most
     */
    public static TopValues of(Map<String, Long> reads, int limit) {
        List<Value> sorted = reads.entrySet().stream()
                .map(entry -> new Value(entry.getKey(), entry.getValue()))
                .sorted(MOST_FIRST)
                .toList();
        long others = sorted.stream().skip(limit).mapToLong(Value::reads).sum();
        return new TopValues(sorted.stream().limit(limit).toList(), others);
    }

    /** As a database compares them: by code points, where pairs of UTF-16 come after all single characters. */
    private static int compareCharacters(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        int same = 0;
        while (same < shorter && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        if (same == shorter) {
            return Integer.compare(one.length(), other.length());
        }
        boolean isPair = Character.isSurrogate(one.charAt(same));
        return isPair == Character.isSurrogate(other.charAt(same))
                ? Character.compare(one.charAt(same), other.charAt(same))
                : Boolean.compare(isPair, !isPair);
    }

    /** All reads of which the value is known. */
    public long known() {
        return others + values.stream().mapToLong(Value::reads).sum();
    }
}
