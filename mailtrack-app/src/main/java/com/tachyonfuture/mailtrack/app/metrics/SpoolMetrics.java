package com.tachyonfuture.mailtrack.app.metrics;

import com.tachyonfuture.mailtrack.application.recording.DrainHits;
import com.tachyonfuture.mailtrack.outbound.recording.FileHitSpool;
import com.tachyonfuture.mailtrack.web.metrics.Metric;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/// The hits that wait to be recorded.
record SpoolMetrics(FileHitSpool spool, long limit, DrainHits drainHits, InstantSource clock) {

    List<Metric> now() {
        return List.of(
                Metric.gauge("mailtrack_spool_hits", "Hits that wait to be recorded.")
                        .of(spool.depth()),
                Metric.gauge("mailtrack_spool_limit_hits", "How many hits may wait.")
                        .of(limit),
                Metric.gauge("mailtrack_spool_oldest_hit_age_seconds", "How long the first of them has waited, about.")
                        .of(oldestAge()),
                Metric.gauge("mailtrack_spool_failing", "1 while hits can't be kept, or soon can't, else 0.")
                        .of(spool.problem().isPresent() ? 1 : 0),
                Metric.counter("mailtrack_spool_damaged_hits_total", "Hits that were kept and then lost to damage.")
                        .of(spool.damagedHits()),
                syncTime());
    }

    private double oldestAge() {
        return drainHits
                .waitingSince()
                .filter(since -> spool.depth() > 0)
                .map(since -> Duration.between(since, clock.instant()).toMillis() / 1_000.0)
                .map(age -> Math.max(0, age))
                .orElse(0.0);
    }

    private Metric syncTime() {
        var metric = Metric.gauge(
                "mailtrack_spool_sync_seconds", "How long the disk took at the start to keep a little for good.");
        return spool.syncTime()
                .map(time -> metric.of(
                        time.toNanos() / (double) Duration.ofSeconds(1).toNanos()))
                .orElse(metric);
    }
}
