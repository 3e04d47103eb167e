package com.tachyonfuture.mailtrack.mysql.track;

/** Proves that a test-jar reaches the other modules. */
public final class RowSamples {

    private RowSamples() {}

    public static String sample() {
        return "sample";
    }
}
