package com.tachyonfuture.mailtrack.mysql.track;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Conditions of a query, each after `AND`, with the values of their parameters.
final class Conditions {

    private record Condition(String sql, List<Object> values) {}

    private final List<Condition> all = new ArrayList<>();

    Conditions and(String condition, Object... values) {
        all.add(new Condition(condition, List.of(values)));
        return this;
    }

    boolean areNone() {
        return all.isEmpty();
    }

    /// The first one only, if there is one.
    Conditions first() {
        var first = new Conditions();
        all.stream().limit(1).forEach(first.all::add);
        return first;
    }

    List<Object> parameters() {
        return all.stream().flatMap(condition -> condition.values().stream()).toList();
    }

    @Override
    public String toString() {
        return all.stream().map(condition -> "\n    AND " + condition.sql()).collect(Collectors.joining());
    }
}
