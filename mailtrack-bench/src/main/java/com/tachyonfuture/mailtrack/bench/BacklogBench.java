package com.tachyonfuture.mailtrack.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A start with many hits in the spool: how long until it serves, until all is recorded, how fast that goes, and
/// what it takes of memory and disk.
final class BacklogBench {

    /// After so many, memory is looked at for the first time: until then the program still warms up.
    private static final int EARLY_HITS = 1_000_000;

    private static final int SPOOL_LIMIT = 5_000_000;
    private static final int TRACKS = 200;

    private final Ground ground;
    private final int hits;

    BacklogBench(Ground ground, int hits) {
        this.ground = ground;
        this.hits = hits;
    }

    /// How fast the spool was emptied.
    private record Drain(
            double doneAt,
            double perSecond,
            double cpuPerOpen,
            double databaseCpuPerOpen,
            DrainSteps steps,
            MemoryMark early,
            MemoryMark late) {}

    BacklogResult measure() {
        Path folder = ground.prepare("backlog");
        try {
            List<String> tracks = makeTracks(folder);
            return restart(folder, fill(folder, tracks));
        } finally {
            ground.finish(folder);
        }
    }

    private List<String> makeTracks(Path folder) {
        ground.progress().say("backlog: making a database with %d tracks", TRACKS);
        try (Mailtrack mailtrack = ground.start(folder, ground.settings())) {
            mailtrack.awaitReady();
            ground.connect(folder).close();
            return mailtrack.createTracks(TRACKS);
        }
    }

    /// Bytes per hit.
    private double fill(Path folder, List<String> tracks) {
        var filling = new Stopwatch();
        Backlog backlog = Backlog.in(Mailtrack.data(folder));
        backlog.fill(SampleHits.untilNow(tracks, hits)::hit, hits);
        ground.progress().say("backlog: put %,d hits into the spool in %.1f s", hits, filling.seconds());
        return (double) backlog.bytes() / hits;
    }

    private BacklogResult restart(Path folder, double spoolBytesPerHit) {
        try (Mailtrack mailtrack = ground.start(folder, settings())) {
            double pixelAt = seconds(mailtrack.await("/p/nobody.gif"));
            double serviceAt = seconds(mailtrack.await("/health/readiness"));
            double readyAt = seconds(mailtrack.awaitReady());
            ground.progress().say("backlog: ready after %.1f s", readyAt);
            try (BenchDatabase database = ground.connect(folder)) {
                Drain drain = drain(mailtrack, database);
                ground.progress().say("backlog: recorded after %.1f s", drain.doneAt());
                long recorded = database.opens();
                return new BacklogResult(
                        database.version(),
                        hits,
                        pixelAt,
                        serviceAt,
                        readyAt,
                        drain.doneAt(),
                        recorded,
                        drain.perSecond(),
                        drain.cpuPerOpen(),
                        drain.databaseCpuPerOpen(),
                        drain.steps(),
                        spoolBytesPerHit,
                        (double) database.bytes() / recorded,
                        earlyHits(),
                        lateHits(),
                        drain.early(),
                        drain.late());
            }
        }
    }

    /// A full spool would shed the hits that come, which is not what is measured here.
    private Map<String, String> settings() {
        var settings = new HashMap<>(ground.settings());
        if (hits >= SPOOL_LIMIT) {
            settings.put("MAILTRACK_SPOOL_LIMIT", String.valueOf(2L * hits));
        }
        return settings;
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    private Drain drain(Mailtrack mailtrack, BenchDatabase database) {
        var watch = new DrainWatch(database, mailtrack);
        Program program = mailtrack.program();
        watch.awaitAtLeast(1);
        long first = database.position();
        var draining = new Stopwatch();
        Duration cpu = program.cpuTime();
        Duration databaseCpu = program.cpuTimeOfChildren();
        watch.awaitAtLeast(earlyHits());
        MemoryMark early = MemoryMark.of(program);
        watch.awaitAtLeast(lateHits());
        MemoryMark late = MemoryMark.of(program);
        watch.awaitAtLeast(hits);
        double doneAt = mailtrack.sinceStart().seconds();
        double seconds = draining.seconds();
        long drained = database.position() - first;
        return new Drain(
                doneAt,
                drained / seconds,
                micros(program.cpuTime().minus(cpu)) / drained,
                micros(program.cpuTimeOfChildren().minus(databaseCpu)) / drained,
                DrainSteps.of(mailtrack.metrics()),
                early,
                late);
    }

    private int earlyHits() {
        return Math.min(EARLY_HITS, hits / 5);
    }

    /// Shortly before the end, so that the program is still doing the same as at the first look.
    private int lateHits() {
        return hits - hits / 20;
    }

    private static double micros(Duration duration) {
        return duration.toNanos() / 1e3;
    }
}
