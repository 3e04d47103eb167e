package com.tachyonfuture.mailtrack.web.metrics;

import com.tachyonfuture.mailtrack.web.metrics.Metric.Sample;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Metrics in the text format of Prometheus, version 0.0.4, which all its versions read:
/// <https://prometheus.io/docs/instrumenting/exposition_formats/>.
final class PrometheusText {

    static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    /// Up to here a floating-point number tells whole numbers apart.
    private static final double LARGEST_WHOLE = 1L << 53;

    private PrometheusText() {}

    /// A metric without numbers is left out.
    static String of(List<Metric> metrics) {
        return metrics.stream()
                .filter(metric -> !metric.samples().isEmpty())
                .map(PrometheusText::of)
                .collect(Collectors.joining());
    }

    private static String of(Metric metric) {
        String name = metric.name();
        return "# HELP " + name + " " + metric.help().replace("\\", "\\\\").replace("\n", "\\n") + "\n"
                + "# TYPE " + name + " " + metric.kind().name().toLowerCase(Locale.ROOT) + "\n"
                + metric.samples().stream().map(sample -> line(name, sample)).collect(Collectors.joining());
    }

    private static String line(String name, Sample sample) {
        String labels = new TreeMap<>(sample.labels())
                .entrySet().stream()
                        .map(label -> label.getKey() + "=\"" + escaped(label.getValue()) + "\"")
                        .collect(Collectors.joining(","));
        return name + sample.suffix() + (labels.isEmpty() ? "" : "{" + labels + "}") + " " + number(sample.value())
                + "\n";
    }

    private static String escaped(String labelValue) {
        return labelValue.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    private static String number(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) <= LARGEST_WHOLE;
        return whole
                ? String.valueOf((long) value)
                : String.valueOf(value).replaceFirst("^Infinity", "+Inf").replace("Infinity", "Inf");
    }
}
