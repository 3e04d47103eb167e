package com.tachyonfuture.mailtrack.mysql.track;

import java.util.ArrayList;
import java.util.List;

/// Conditions of a query, each after `AND`, with the values of their parameters.
final class Conditions {

    private final StringBuilder sql = new StringBuilder();
    private final List<Object> parameters = new ArrayList<>();

    Conditions and(String condition, Object... values) {
        sql.append("\n    AND ").append(condition);
        parameters.addAll(List.of(values));
        return this;
    }

    boolean areNone() {
        return sql.isEmpty();
    }

    List<Object> parameters() {
        return parameters;
    }

    @Override
    public String toString() {
        return sql.toString();
    }
}
