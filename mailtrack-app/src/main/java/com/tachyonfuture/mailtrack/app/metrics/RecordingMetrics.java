package com.tachyonfuture.mailtrack.app.metrics;

import com.tachyonfuture.mailtrack.application.recording.HitCounts;
import com.tachyonfuture.mailtrack.application.recording.HitCounts.Fate;
import com.tachyonfuture.mailtrack.application.recording.Step;
import com.tachyonfuture.mailtrack.application.recording.StepTimes;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.SummaryWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.Quantiles;
import io.prometheus.metrics.model.snapshots.Unit;
import java.util.Locale;

/// What became of hits, and how long the steps of recording take.
record RecordingMetrics(HitCounts counts, StepTimes times) {

    void register(PrometheusRegistry registry) {
        CounterWithCallback.builder()
                .name("mailtrack_hits_total")
                .help("Requests for pixels, by what became of them.")
                .labelNames("fate")
                .callback(this::fates)
                .register(registry);
        SummaryWithCallback.builder()
                .name("mailtrack_drain_step_seconds")
                .help("Batches on their way into the database, by step.")
                .labelNames("step")
                .callback(this::batches)
                .register(registry);
        CounterWithCallback.builder()
                .name("mailtrack_drain_step_hits_total")
                .help("Hits of these batches.")
                .labelNames("step")
                .callback(this::hits)
                .register(registry);
    }

    private void fates(CounterWithCallback.Callback metric) {
        for (Fate fate : Fate.values()) {
            metric.call((double) counts.of(fate), name(fate));
        }
    }

    private void batches(SummaryWithCallback.Callback metric) {
        for (Step step : Step.values()) {
            var taken = times.of(step);
            double seconds = Unit.nanosToSeconds(taken.total().toNanos());
            metric.call(taken.batches(), seconds, Quantiles.EMPTY, name(step));
        }
    }

    private void hits(CounterWithCallback.Callback metric) {
        for (Step step : Step.values()) {
            metric.call((double) times.of(step).hits(), name(step));
        }
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
