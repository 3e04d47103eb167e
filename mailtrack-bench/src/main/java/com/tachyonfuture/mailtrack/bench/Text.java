package com.tachyonfuture.mailtrack.bench;

import com.google.errorprone.annotations.FormatMethod;
import java.util.Locale;

/// Numbers as the table shows them.
final class Text {

    private static final double MEBIBYTE = 1024.0 * 1024.0;

    private Text() {}

    @FormatMethod
    static String of(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    /// A whole number, with commas.
    static String whole(double number) {
        return of("%,d", Math.round(number));
    }

    static String percent(double share) {
        return of("%.0f %%", 100 * share);
    }

    static String times(double factor) {
        return of("%.1f x", factor);
    }

    static String millis(double microseconds) {
        return of("%.2f ms", microseconds / 1000);
    }

    /// As [#spread], of microseconds.
    static String millisSpread(Sample sample) {
        String median = millis(sample.median());
        return sample.least() == sample.most()
                ? median
                : median + " (" + millis(sample.least()) + " to " + millis(sample.most()) + ")";
    }

    static String micros(double microseconds) {
        return of("%.1f µs", microseconds);
    }

    static String seconds(double seconds) {
        return of("%.1f s", seconds);
    }

    static String mebibytes(long bytes) {
        return of("%.0f MiB", bytes / MEBIBYTE);
    }

    /// The median, and in brackets the least and the most where there are several.
    static String spread(Sample sample) {
        String median = whole(sample.median());
        return sample.least() == sample.most()
                ? median
                : median + " (" + whole(sample.least()) + " to " + whole(sample.most()) + ")";
    }
}
