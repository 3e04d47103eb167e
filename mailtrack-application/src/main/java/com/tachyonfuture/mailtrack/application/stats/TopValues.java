package com.tachyonfuture.mailtrack.application.stats;

import java.util.List;

/**
 * What most reads of some time had in common.
 *
 * @param values the most frequent first
 * @param others how many reads had another value; reads of which nothing is known are in none of these
 */
public record TopValues(List<Value> values, long others) {

    public static final TopValues NONE = new TopValues(List.of(), 0);

    /** A value, and how many reads had it. */
    public record Value(String name, long reads) {}

    public TopValues {
        values = List.copyOf(values);
    }

    /** All reads of which the value is known. */
    public long known() {
        return others + values.stream().mapToLong(Value::reads).sum();
    }
}
