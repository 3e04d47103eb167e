package com.tachyonfuture.mailtrack.bench;

import java.time.Duration;

/// Runs from when it is made.
final class Stopwatch {

    private final long start = System.nanoTime();

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    double seconds() {
        return elapsed().toNanos() / 1e9;
    }
}
