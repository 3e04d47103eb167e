package com.tachyonfuture.mailtrack.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// How long the steps of the drain took, as `/metrics` tells it.
///
/// It is the time that went by, on the one thread that takes the steps. Where a step waits for nothing, as those that
/// find out about a hit do, its processor time is that at most.
///
/// @param microsPerHit by the step's name, in the order of the steps
record DrainSteps(Map<String, Double> microsPerHit) {

    private static final Pattern SECONDS = metric("mailtrack_drain_step_seconds_sum");
    private static final Pattern HITS = metric("mailtrack_drain_step_hits_total");

    private static Pattern metric(String name) {
        return Pattern.compile("^" + name + "\\{[^}]*step=\"([a-z_]+)\"[^}]*} ([0-9.eE+-]+)", Pattern.MULTILINE);
    }

    static DrainSteps of(String metrics) {
        Map<String, Double> hits = values(HITS, metrics);
        var micros = new LinkedHashMap<String, Double>();
        values(SECONDS, metrics).forEach((step, seconds) -> {
            double number = hits.getOrDefault(step, 0.0);
            if (number > 0) {
                micros.put(step, seconds * 1e6 / number);
            }
        });
        return new DrainSteps(micros);
    }

    private static Map<String, Double> values(Pattern metric, String metrics) {
        var values = new LinkedHashMap<String, Double>();
        Matcher line = metric.matcher(metrics);
        while (line.find()) {
            values.put(line.group(1), Double.parseDouble(line.group(2)));
        }
        return values;
    }

    /// What is found out about a hit, and what is thought of it.
    double judgingMicros() {
        return micros("locate") + micros("describe") + micros("judge");
    }

    private double micros(String step) {
        return microsPerHit.getOrDefault(step, 0.0);
    }

    String text() {
        return microsPerHit.entrySet().stream()
                .map(step -> step.getKey() + Text.of(" %.1f", step.getValue()))
                .collect(Collectors.joining(", "));
    }
}
