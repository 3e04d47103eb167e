package com.tachyonfuture.mailtrack.web.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A thing that is measured, and what was measured just now.
///
/// @param name as Prometheus wants it: in base units, and that of a counter ends in `_total`
/// @param help what it is, in a sentence
public record Metric(String name, Kind kind, String help, List<Sample> samples) {

    /// What a number means.
    public enum Kind {
        /// It only grows, until the next start.
        COUNTER,
        /// It goes up and down.
        GAUGE,
        /// How often something was done, and how long it took in all.
        SUMMARY
    }

    /// One number.
    ///
    /// @param suffix goes behind the metric's name
    /// @param labels which of several numbers it is, by name
    public record Sample(String suffix, Map<String, String> labels, double value) {

        public Sample {
            labels = Map.copyOf(labels);
        }
    }

    public Metric {
        samples = List.copyOf(samples);
    }

    /// Something that only grows, without a number yet.
    public static Metric counter(String name, String help) {
        return new Metric(name, Kind.COUNTER, help, List.of());
    }

    /// Something that goes up and down, without a number yet.
    public static Metric gauge(String name, String help) {
        return new Metric(name, Kind.GAUGE, help, List.of());
    }

    /// Something that takes time, without a number yet.
    public static Metric summary(String name, String help) {
        return new Metric(name, Kind.SUMMARY, help, List.of());
    }

    /// The same with its one number.
    public Metric of(double value) {
        return with(new Sample("", Map.of(), value));
    }

    /// The same with its one number, which is exact up to 2^53.
    public Metric of(long value) {
        return of((double) value);
    }

    /// The same with one number more, which is exact up to 2^53.
    public Metric of(String label, String labelValue, long value) {
        return with(new Sample("", Map.of(label, labelValue), (double) value));
    }

    /// The same with how often something more was done, and how long it took.
    public Metric of(String label, String labelValue, long times, double seconds) {
        Map<String, String> labels = Map.of(label, labelValue);
        return with(new Sample("_sum", labels, seconds)).with(new Sample("_count", labels, (double) times));
    }

    private Metric with(Sample sample) {
        var more = new ArrayList<>(samples);
        more.add(sample);
        return new Metric(name, kind, help, more);
    }
}
