package com.tachyonfuture.mailtrack.app.metrics;

import com.tachyonfuture.mailtrack.application.recording.DrainHits;
import com.tachyonfuture.mailtrack.outbound.recording.FileHitSpool;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.Unit;
import java.time.Duration;
import java.time.InstantSource;

/// The hits that wait to be recorded.
record SpoolMetrics(FileHitSpool spool, long limit, DrainHits drainHits, InstantSource clock) {

    void register(PrometheusRegistry registry) {
        var gauges = new Gauges(registry);
        gauges.add(
                "mailtrack_spool_hits", "Hits that wait to be recorded.", gauge -> gauge.call((double) spool.depth()));
        gauges.add("mailtrack_spool_limit_hits", "How many hits may wait.", gauge -> gauge.call((double) limit));
        gauges.add(
                "mailtrack_spool_oldest_hit_age_seconds",
                "How long the first of them has waited, about.",
                gauge -> gauge.call(oldestAge()));
        gauges.add(
                "mailtrack_spool_failing",
                "1 while hits can't be kept, or soon can't, else 0.",
                gauge -> gauge.call(spool.problem().isPresent() ? 1 : 0));
        gauges.add(
                "mailtrack_spool_sync_seconds",
                "How long the disk took at the start to keep a little for good.",
                gauge -> spool.syncTime().ifPresent(time -> gauge.call(Unit.nanosToSeconds(time.toNanos()))));
        CounterWithCallback.builder()
                .name("mailtrack_spool_damaged_hits_total")
                .help("Hits that were kept and then lost to damage.")
                .callback(counter -> counter.call((double) spool.damagedHits()))
                .register(registry);
    }

    private double oldestAge() {
        return drainHits
                .waitingSince()
                .filter(since -> spool.depth() > 0)
                .map(since -> Duration.between(since, clock.instant()).toMillis() / 1_000.0)
                .map(age -> Math.max(0, age))
                .orElse(0.0);
    }
}
