package com.tachyonfuture.mailtrack.bench;

import java.util.HashMap;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/// What wrk has counted and measured in one run. Times are in microseconds.
///
/// @param answered requests that were answered with 200
/// @param failed requests with another answer, and those that failed or took too long
record WrkResult(long answered, long failed, double seconds, double p50, double p99, double p999, double longest) {

    private static final String LINE = "mailtrack-bench ";

    double perSecond() {
        return answered / seconds;
    }

    /// Reads the line that `pixel.lua` makes wrk print at its end.
    static WrkResult parse(String output) {
        String line = output.lines()
                .filter(candidate -> candidate.startsWith(LINE))
                .findFirst()
                .orElseThrow(() -> new BenchFailure("wrk did not work. It said:\n" + output));
        var numbers = new HashMap<String, Double>();
        for (String word : line.substring(LINE.length()).split(" ", -1)) {
            String[] parts = word.split("=", 2);
            numbers.put(parts[0], Double.parseDouble(parts[1]));
        }
        return of(name -> Objects.requireNonNull(numbers.get(name), name));
    }

    private static WrkResult of(ToDoubleFunction<String> number) {
        double refused = number.applyAsDouble("status");
        double broken = Stream.of("connect", "read", "write", "timeout")
                .mapToDouble(number)
                .sum();
        return new WrkResult(
                Math.round(number.applyAsDouble("requests") - refused),
                Math.round(refused + broken),
                number.applyAsDouble("duration") / 1e6,
                number.applyAsDouble("p50"),
                number.applyAsDouble("p99"),
                number.applyAsDouble("p999"),
                number.applyAsDouble("max"));
    }
}
