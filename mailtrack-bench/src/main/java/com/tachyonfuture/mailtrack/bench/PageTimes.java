package com.tachyonfuture.mailtrack.bench;

/// How long an address took.
///
/// @param status of the last answer; after another than 200 it was not asked for again
/// @param micros each time
record PageTimes(int status, Sample micros) {

    private static final double P99 = 0.99;

    boolean isShown() {
        return status == 200;
    }

    double median() {
        return micros.median();
    }

    double p99() {
        return micros.quantile(P99);
    }

    String text() {
        return isShown()
                ? Text.of("median %s, p99 %s", Text.millis(median()), Text.millis(p99()))
                : "answered " + status;
    }
}
