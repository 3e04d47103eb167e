package com.tachyonfuture.mailtrack.web.chart;

/// How dark a field is: 0 for nothing, then in steps up to 5 for the most.
final class Shade {

    private static final int DARKEST = 5;

    private Shade() {}

    /// Whatever there is at all can be told from nothing.
    static int of(long number, long most) {
        return number <= 0 || most <= 0 ? 0 : (int) Math.max(1, Math.ceil(DARKEST * ((double) number / most)));
    }
}
