package com.tachyonfuture.mailtrack.app.metrics;

import com.tachyonfuture.mailtrack.application.recording.HitCounts;
import com.tachyonfuture.mailtrack.application.recording.HitCounts.Fate;
import com.tachyonfuture.mailtrack.application.recording.Step;
import com.tachyonfuture.mailtrack.application.recording.StepTimes;
import com.tachyonfuture.mailtrack.web.metrics.Metric;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// What became of hits, and how long the steps of recording take.
record RecordingMetrics(HitCounts counts, StepTimes times) {

    private static final double SECOND = Duration.ofSeconds(1).toNanos();

    List<Metric> now() {
        Metric hits = Metric.counter("mailtrack_hits_total", "Requests for pixels, by what became of them.");
        for (Fate fate : Fate.values()) {
            hits = hits.of("fate", name(fate), counts.of(fate));
        }
        Metric seconds =
                Metric.summary("mailtrack_drain_step_seconds", "Batches on their way into the database, by step.");
        Metric inSteps = Metric.counter("mailtrack_drain_step_hits_total", "Hits of these batches.");
        for (Step step : Step.values()) {
            var taken = times.of(step);
            seconds = seconds.of(
                    "step", name(step), taken.batches(), taken.total().toNanos() / SECOND);
            inSteps = inSteps.of("step", name(step), taken.hits());
        }
        return List.of(hits, seconds, inSteps);
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
