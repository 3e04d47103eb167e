package com.tachyonfuture.mailtrack.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// A start with many hits in the spool: how long until it serves, until all is recorded, how fast that goes, and what
/// it takes of memory and disk.
final class BacklogBench {

    private static final int TRACKS = 200;
    private static final int MANY_HITS = 1_000_000;
    private static final double READY_SECONDS = 5;
    private static final double DRAINED_SECONDS = 40;
    private static final double OPENS_PER_SECOND = 40_000;
    private static final double MOST_GROWTH = 1.1;

    private final Ground ground;
    private final int hits;

    private double pixelSeconds;
    private double readinessSeconds;
    private double readySeconds;
    private double drainedSeconds;
    private double opensPerSecond;
    private double cpuPerOpen;
    private double databaseCpuPerOpen;
    private long recorded;
    private long expected;
    private double spoolBytesPerHit;
    private double databaseBytesPerOpen;
    private long earlyHeap;
    private long lateHeap;
    private OptionalLong earlyResident = OptionalLong.empty();
    private OptionalLong lateResident = OptionalLong.empty();
    private OptionalLong mostResident = OptionalLong.empty();

    BacklogBench(Ground ground, int hits) {
        this.ground = ground;
        this.hits = hits;
    }

    /// Measures, and says with which database.
    String measure() {
        Path folder = ground.prepare("backlog");
        try {
            fill(folder, tracks(folder));
            return restart(folder);
        } finally {
            ground.finish(folder);
        }
    }

    private List<String> tracks(Path folder) {
        ground.progress().say("backlog: making a database with %d tracks", TRACKS);
        try (Mailtrack mailtrack = ground.start(folder, ground.settings())) {
            mailtrack.awaitReady();
            ground.connect(folder).close();
            return mailtrack.createTracks(TRACKS);
        }
    }

    private void fill(Path folder, List<String> tracks) {
        var filling = new Stopwatch();
        Backlog backlog = Backlog.in(Mailtrack.data(folder));
        backlog.fill(SampleHits.untilNow(tracks, hits), hits);
        spoolBytesPerHit = (double) backlog.bytes() / hits;
        ground.progress().say("backlog: put %,d hits into the spool in %.1f s", hits, filling.seconds());
    }

    /// More hits than the spool may hold by default would make it shed those that come.
    private Map<String, String> settings() {
        var settings = new HashMap<>(ground.settings());
        if (hits > 4 * MANY_HITS) {
            settings.put("MAILTRACK_SPOOL_LIMIT", String.valueOf(2L * hits));
        }
        return settings;
    }

    private String restart(Path folder) {
        try (Mailtrack mailtrack = ground.start(folder, settings())) {
            pixelSeconds = seconds(mailtrack.await("/p/nobody.gif"));
            readinessSeconds = seconds(mailtrack.await("/health/readiness"));
            readySeconds = seconds(mailtrack.awaitReady());
            ground.progress().say("backlog: ready after %.1f s", readySeconds);
            try (BenchDatabase database = ground.connect(folder)) {
                drain(mailtrack, database);
                ground.progress().say("backlog: recorded after %.1f s", drainedSeconds);
                expected = hits;
                recorded = database.opens();
                databaseBytesPerOpen = (double) database.bytes() / recorded;
                return database.version();
            }
        }
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    private void drain(Mailtrack mailtrack, BenchDatabase database) {
        var watch = new DrainWatch(database, mailtrack);
        Program program = mailtrack.program();
        watch.awaitAtLeast(1);
        long first = database.position();
        var draining = new Stopwatch();
        Duration cpu = program.cpuTime();
        Duration databaseCpu = program.cpuTimeOfChildren();
        watch.awaitAtLeast(Math.min(MANY_HITS, hits / 5));
        earlyHeap = Heap.liveBytes(program.pid());
        earlyResident = program.residentBytes();
        watch.awaitAtLeast(hits);
        drainedSeconds = mailtrack.sinceStart().seconds();
        long drained = database.position() - first;
        opensPerSecond = drained / draining.seconds();
        cpuPerOpen = program.cpuTime().minus(cpu).toNanos() / 1e3 / drained;
        databaseCpuPerOpen = program.cpuTimeOfChildren().minus(databaseCpu).toNanos() / 1e3 / drained;
        lateHeap = Heap.liveBytes(program.pid());
        lateResident = program.residentBytes();
        mostResident = program.mostResidentBytes();
    }

    /// How soon it is there.
    List<Finding> restart() {
        String with = Text.of("restart with %,d hits waiting: ", hits);
        boolean many = hits >= MANY_HITS;
        return List.of(
                Finding.told(with + "first pixel answered", Text.seconds(pixelSeconds)),
                Finding.told(with + "/health/readiness is 200", Text.seconds(readinessSeconds)),
                Finding.judged(
                        with + "ready (/health is 200)",
                        Text.seconds(readySeconds),
                        "below " + Text.seconds(READY_SECONDS),
                        readySeconds < READY_SECONDS),
                many
                        ? Finding.judged(
                                with + "all recorded",
                                Text.seconds(drainedSeconds),
                                Text.of("below %.0f s for each million", DRAINED_SECONDS),
                                drainedSeconds < DRAINED_SECONDS * hits / MANY_HITS)
                        : Finding.told(with + "all recorded", Text.seconds(drainedSeconds)));
    }

    /// How fast it records, and onto how much disk.
    List<Finding> drain() {
        var findings = new ArrayList<Finding>();
        findings.add(accounts());
        findings.add(rate());
        findings.add(Finding.told("drain: processor time per open", Text.of("%.1f µs", cpuPerOpen)));
        if (databaseCpuPerOpen > 0) {
            findings.add(
                    Finding.told("drain: the same of the embedded database", Text.of("%.1f µs", databaseCpuPerOpen)));
        }
        findings.add(Finding.told(
                "disk: bytes per open in the database, all tables and indexes", Text.whole(databaseBytesPerOpen)));
        findings.add(Finding.told("disk: bytes per hit in the spool", Text.whole(spoolBytesPerHit)));
        return findings;
    }

    private Finding rate() {
        return Finding.judged(
                Text.of("drain: opens per second, %,d waiting", hits),
                Text.whole(opensPerSecond),
                "at least " + Text.whole(OPENS_PER_SECOND),
                opensPerSecond >= OPENS_PER_SECOND);
    }

    private Finding accounts() {
        return new Finding(
                "drain: what waited is in the database",
                Text.of("waited %,d, recorded %,d", expected, recorded),
                "",
                "",
                "as many",
                recorded == expected ? Finding.Verdict.REACHED : Finding.Verdict.BROKEN);
    }

    /// Whether it grows.
    List<Finding> memory() {
        var findings = new ArrayList<Finding>();
        findings.add(accounts());
        findings.add(rate());
        double growth = (double) lateHeap / earlyHeap;
        findings.add(new Finding(
                Text.of("memory: live heap after %,d opens", hits),
                Text.mebibytes(lateHeap),
                Text.of("after %,d: ", Math.min(MANY_HITS, hits / 5)) + Text.mebibytes(earlyHeap),
                Text.of("%.2f x", growth),
                Text.of("at most %.1f x", MOST_GROWTH),
                Finding.Verdict.of(growth <= MOST_GROWTH)));
        if (lateResident.isPresent()) {
            findings.add(Finding.compared(
                    "memory: resident then",
                    Text.mebibytes(lateResident.getAsLong()),
                    Text.mebibytes(earlyResident.orElseThrow()) + ", the most "
                            + Text.mebibytes(mostResident.orElseThrow()),
                    Text.of("%.2f x", (double) lateResident.getAsLong() / earlyResident.orElseThrow())));
        }
        return findings;
    }
}
