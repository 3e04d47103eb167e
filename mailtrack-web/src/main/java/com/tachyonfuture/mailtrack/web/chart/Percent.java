package com.tachyonfuture.mailtrack.web.chart;

import java.util.Locale;

/// Lengths and places as SVG writes them.
final class Percent {

    private Percent() {}

    /// A part of a whole: `33.33%`.
    static String of(double part, double whole) {
        return String.format(Locale.ROOT, "%.2f%%", whole == 0 ? 0 : 100 * part / whole);
    }
}
