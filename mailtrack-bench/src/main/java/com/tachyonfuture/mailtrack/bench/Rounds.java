package com.tachyonfuture.mailtrack.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/// The rounds of one program under the same load.
final class Rounds {

    private final List<WrkResult> results = new ArrayList<>();
    private final List<Double> cpuPerRequest = new ArrayList<>();

    /// Takes one round.
    ///
    /// @param cpuTime how long processors have worked for the program so far
    WrkResult take(Supplier<Duration> cpuTime, Supplier<WrkResult> round) {
        Duration before = cpuTime.get();
        WrkResult result = round.get();
        results.add(result);
        cpuPerRequest.add(cpuTime.get().minus(before).toNanos() / 1e3 / result.answered());
        return result;
    }

    Sample of(ToDoubleFunction<WrkResult> number) {
        return Sample.of(results.stream().mapToDouble(number).toArray());
    }

    /// Microseconds.
    Sample cpuPerRequest() {
        return Sample.of(cpuPerRequest.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
