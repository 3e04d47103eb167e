package com.tachyonfuture.mailtrack.bench;

import java.nio.file.Path;
import java.util.List;

/// The pixel under load beside nginx, in turns, and whether everything that was answered is in the database afterwards.
///
/// While nginx is measured nothing of Mailtrack's last round waits to be recorded any more: it has the machine to
/// itself. Mailtrack records while it is measured.
final class PixelBench {

    private static final int TRACKS = 200;
    private static final int NGINX_WARM_UP_SECONDS = 2;

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

    /// Measures, and says with which database.
    String measure() {
        Path folder = ground.prepare("pixel");
        ground.progress().say("pixel: starting Mailtrack and nginx");
        try (Mailtrack mailtrack = ground.start(folder, ground.settings())) {
            mailtrack.awaitReady();
            List<String> tracks = mailtrack.createTracks(TRACKS);
            var wrk = new Wrk(ground.workplace(), ground.programs(), folder, options.threads(), tracks);
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
        ground.progress().say("pixel: warming up for %d s, wrk has %d threads", options.warmUp(), options.threads());
        int connections = options.connections().getFirst();
        load(wrk, mailtrack, connections, options.warmUp());
        watch.awaitQuiet(answered);
        wrk.run(nginx.port(), connections, NGINX_WARM_UP_SECONDS);
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
        int seconds = options.seconds();
        for (int round = 1; round <= options.rounds(); round++) {
            WrkResult our = ours.take(mailtrack.program()::cpuTime, () -> load(wrk, mailtrack, connections, seconds));
            watch.awaitQuiet(answered);
            WrkResult their = theirs.take(nginx::cpuTime, () -> wrk.run(nginx.port(), connections, seconds));
            nginx.forget();
            tell(connections, round, our, their);
        }
        findings.addAll(new PixelReport(connections, ours, theirs).findings());
    }

    private void tell(int connections, int round, WrkResult our, WrkResult their) {
        ground.progress()
                .say(
                        "pixel: %d connections, round %d of %d: Mailtrack %,.0f per second, nginx %,.0f",
                        connections, round, options.rounds(), our.perSecond(), their.perSecond());
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
        return new Finding(
                "pixel: what was answered is in the database",
                Text.of(
                        "answered %,d, recorded %,d, lost %,d, failed %,d",
                        answered, recorded, Math.max(0, answered - recorded), failed),
                Text.of("at most %,d under way at the ends", underWay),
                "",
                "lost 0",
                right ? Finding.Verdict.REACHED : Finding.Verdict.BROKEN);
    }

    private void memory(Program program) {
        MemoryMark mark = MemoryMark.of(program);
        findings.add(Finding.told(
                "pixel: memory after the load, live heap; resident, the most it was",
                Text.mebibytes(mark.liveHeap()) + "; " + mark.residentText() + ", " + mark.mostResidentText()));
    }
}
