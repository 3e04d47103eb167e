package com.tachyonfuture.mailtrack.web.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.web.metrics.Metric.Sample;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PrometheusTextTest {

    @Test
    void eachMetricSaysWhatItIsBeforeItsNumbers() {
        var hits =
                Metric.counter("hits_total", "Hits.").of("fate", "accepted", 7).of("fate", "limited", 0);
        var depth = Metric.gauge("depth", "How many wait.").of(2.5);
        var steps = Metric.summary("step_seconds", "Steps.").of("step", "read", 3, 0.25);

        assertThat(PrometheusText.of(List.of(hits, depth, steps))).isEqualTo("""
            # HELP hits_total Hits.
            # TYPE hits_total counter
            hits_total{fate="accepted"} 7
            hits_total{fate="limited"} 0
            # HELP depth How many wait.
            # TYPE depth gauge
            depth 2.5
            # HELP step_seconds Steps.
            # TYPE step_seconds summary
            step_seconds_sum{step="read"} 0.25
            step_seconds_count{step="read"} 3
            """);
    }

    @Test
    void whatWouldEndATextIsEscaped() {
        var labels = Map.of("b", "a \"quoted\"\nline \\ end", "a", "x");
        var metric = new Metric("m", Metric.Kind.GAUGE, "one\\two\nthree \"four\"", List.of(new Sample("", labels, 1)));

        assertThat(PrometheusText.of(List.of(metric))).isEqualTo("""
            # HELP m one\\\\two\\nthree "four"
            # TYPE m gauge
            m{a="x",b="a \\"quoted\\"\\nline \\\\ end"} 1
            """);
    }

    @Test
    void aMetricOfWhichNothingIsKnownIsLeftOut() {
        assertThat(PrometheusText.of(List.of(Metric.gauge("m", "Unknown.")))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-1, -1",
        "0.1, 0.1",
        "1e9, 1000000000",
        "9007199254740992, 9007199254740992",
        "1e300, 1.0E300",
        "1e-7, 1.0E-7",
        "NaN, NaN",
        "Infinity, +Inf",
        "-Infinity, -Inf"
    })
    void numbersAreWrittenAsPrometheusReadsThem(double value, String written) {
        assertThat(PrometheusText.of(List.of(Metric.gauge("m", "M.").of(value))))
                .endsWith("\nm " + written + "\n");
    }
}
