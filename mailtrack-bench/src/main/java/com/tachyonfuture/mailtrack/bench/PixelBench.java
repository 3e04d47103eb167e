package com.tachyonfuture.mailtrack.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/// The pixel under load beside nginx, in turns, and whether everything that was answered is in the database afterwards.
///
/// While nginx is measured nothing of Mailtrack's last round waits to be recorded any more: it has the machine to
/// itself. Mailtrack records while it is measured.
final class PixelBench {

    private static final int TRACKS = 200;
    private static final int NGINX_WARM_UP_SECONDS = 2;
    private static final int MANY_CONNECTIONS = 256;
    private static final double SHARE_WITH_FEW = 0.6;
    private static final double SHARE_WITH_MANY = 0.8;
    private static final double MOST_TIMES_P99 = 4;

    private final Ground ground;
    private final Options options;
    private final List<Finding> findings;
    private long answered;
    private long underWay;
    private long failed;

    PixelBench(Ground ground, Options options, List<Finding> findings) {
        this.ground = ground;
        this.options = options;
        this.findings = findings;
    }

    /// The rounds of one program with so many connections.
    private record Rounds(List<WrkResult> results, List<Double> cpuMicroseconds) {

        Rounds() {
            this(new ArrayList<>(), new ArrayList<>());
        }

        void add(WrkResult result, Duration cpu) {
            results.add(result);
            cpuMicroseconds.add(cpu.toNanos() / 1e3 / result.answered());
        }

        Sample of(ToDoubleFunction<WrkResult> number) {
            return Sample.of(results.stream().mapToDouble(number).toArray());
        }

        Sample cpu() {
            return Sample.of(
                    cpuMicroseconds.stream().mapToDouble(Double::doubleValue).toArray());
        }
    }

    /// Measures, and says with which database.
    String measure() {
        Path folder = ground.prepare("pixel");
        ground.progress().say("pixel: starting Mailtrack and nginx");
        try (Mailtrack mailtrack = ground.start(folder, ground.settings())) {
            mailtrack.awaitReady();
            var wrk = new Wrk(
                    ground.workplace(), ground.programs(), folder, options.threads(), mailtrack.createTracks(TRACKS));
            try (BenchDatabase database = ground.connect(folder)) {
                takeTurns(mailtrack, wrk, new DrainWatch(database, mailtrack), folder);
                oneWorker(folder, wrk);
                findings.add(accounts(database.opens()));
                memory(mailtrack.program());
                return database.version();
            }
        } finally {
            ground.finish(folder);
        }
    }

    private void takeTurns(Mailtrack mailtrack, Wrk wrk, DrainWatch watch, Path folder) {
        try (Nginx nginx = Nginx.start(ground.workplace(), ground.programs(), folder, "auto")) {
            warmUp(mailtrack, nginx, wrk, watch);
            options.connections().forEach(connections -> compare(mailtrack, nginx, wrk, watch, connections));
        }
    }

    private void warmUp(Mailtrack mailtrack, Nginx nginx, Wrk wrk, DrainWatch watch) {
        ground.progress().say("pixel: warming up for %d s, wrk has %d thread(s)", options.warmUp(), options.threads());
        load(wrk, mailtrack, options.connections().getFirst(), options.warmUp());
        watch.awaitQuiet(answered);
        wrk.run(nginx.port(), options.connections().getFirst(), NGINX_WARM_UP_SECONDS);
        nginx.forget();
    }

    private WrkResult load(Wrk wrk, Mailtrack mailtrack, int connections, int seconds) {
        WrkResult result = wrk.run(mailtrack.port(), connections, seconds);
        answered += result.answered();
        failed += result.failed();
        underWay += connections;
        return result;
    }

    private void compare(Mailtrack mailtrack, Nginx nginx, Wrk wrk, DrainWatch watch, int connections) {
        var ours = new Rounds();
        var theirs = new Rounds();
        for (int round = 1; round <= options.rounds(); round++) {
            timed(
                    ours,
                    () -> mailtrack.program().cpuTime(),
                    () -> load(wrk, mailtrack, connections, options.seconds()));
            watch.awaitQuiet(answered);
            timed(theirs, nginx::cpuTime, () -> wrk.run(nginx.port(), connections, options.seconds()));
            nginx.forget();
            ground.progress()
                    .say(
                            "pixel: %d connections, round %d of %d: Mailtrack %,.0f per second, nginx %,.0f",
                            connections,
                            round,
                            options.rounds(),
                            ours.results().getLast().perSecond(),
                            theirs.results().getLast().perSecond());
        }
        report(connections, ours, theirs);
    }

    private static void timed(Rounds rounds, Supplier<Duration> cpuTime, Supplier<WrkResult> round) {
        Duration before = cpuTime.get();
        WrkResult result = round.get();
        rounds.add(result, cpuTime.get().minus(before));
    }

    private void report(int connections, Rounds ours, Rounds theirs) {
        String with = "pixel, " + connections + " connections: ";
        Sample our = ours.of(WrkResult::perSecond);
        Sample their = theirs.of(WrkResult::perSecond);
        double share = our.median() / their.median();
        double target = connections >= MANY_CONNECTIONS ? SHARE_WITH_MANY : SHARE_WITH_FEW;
        findings.add(new Finding(
                with + "requests per second",
                Text.spread(our),
                "nginx " + Text.spread(their),
                Text.percent(share),
                "at least " + Text.percent(target),
                Finding.Verdict.of(share >= target)));
        findings.add(latency(with + "p50", ours.of(WrkResult::p50), theirs.of(WrkResult::p50)));
        findings.add(judgedLatency(with + "p99", ours.of(WrkResult::p99), theirs.of(WrkResult::p99)));
        findings.add(latency(with + "p99.9", ours.of(WrkResult::p999), theirs.of(WrkResult::p999)));
        double cpu = ours.cpu().median();
        double theirCpu = theirs.cpu().median();
        findings.add(Finding.compared(
                with + "processor time per request, recording included",
                Text.of("%.1f µs", cpu),
                Text.of("nginx %.1f µs", theirCpu),
                Text.times(cpu / theirCpu)));
    }

    private static Finding latency(String what, Sample ours, Sample theirs) {
        return Finding.compared(
                what,
                Text.millis(ours.median()),
                "nginx " + Text.millis(theirs.median()),
                Text.times(ours.median() / theirs.median()));
    }

    private static Finding judgedLatency(String what, Sample ours, Sample theirs) {
        double times = ours.median() / theirs.median();
        return new Finding(
                what,
                Text.millis(ours.median()),
                "nginx " + Text.millis(theirs.median()),
                Text.times(times),
                "below " + Text.times(MOST_TIMES_P99),
                Finding.Verdict.of(times < MOST_TIMES_P99));
    }

    /// How fast nginx is with one process, since on few processors that may be faster than one for each.
    private void oneWorker(Path folder, Wrk wrk) {
        try (Nginx nginx = Nginx.start(ground.workplace(), ground.programs(), folder, "1")) {
            for (int connections : options.connections()) {
                WrkResult result = wrk.run(nginx.port(), connections, options.seconds());
                nginx.forget();
                findings.add(Finding.told(
                        "nginx with one worker, " + connections + " connections: requests per second",
                        Text.whole(result.perSecond())));
            }
        }
    }

    /// wrk does not wait for what is under way at its end, so up to one hit of each connection is recorded and not
    /// counted. Fewer rows than answers are lost hits: limited, shed, or worse.
    private Finding accounts(long recorded) {
        boolean right = recorded >= answered && recorded <= answered + underWay && failed == 0;
        String counted =
                Text.of("answered %,d, recorded %,d, lost %,d", answered, recorded, Math.max(0, answered - recorded));
        return new Finding(
                "pixel: what was answered is in the database",
                failed == 0 ? counted : counted + Text.of(", failed %,d", failed),
                Text.of("at most %,d were under way when wrk ended", underWay),
                "",
                "lost 0",
                right ? Finding.Verdict.REACHED : Finding.Verdict.BROKEN);
    }

    private void memory(Program program) {
        OptionalLong resident = program.residentBytes();
        if (resident.isPresent()) {
            findings.add(Finding.told(
                    "memory after the load: resident, the most it was",
                    Text.mebibytes(resident.getAsLong()) + ", "
                            + Text.mebibytes(program.mostResidentBytes().orElseThrow())));
        }
        findings.add(Finding.told("memory after the load: live heap", Text.mebibytes(Heap.liveBytes(program.pid()))));
    }
}
