package com.tachyonfuture.mailtrack.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The pixel under load beside nginx, in turns, and whether everything that was answered is in the database
/// afterwards.
///
/// While nginx is measured nothing of Mailtrack's last round waits to be recorded any more: it has the machine to
/// itself. Mailtrack records while it is measured, but not as fast as it answers, so what a round tells is a rate
/// for bursts. One longer load at the end tells the rate that can last. In each round the disk is looked at as well,
/// while nothing else runs.
final class PixelBench {

    private static final int TRACKS = 200;
    private static final int NGINX_WARM_UP_SECONDS = 2;

    private final Ground ground;
    private final Options options;
    private final List<Finding> findings;

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
                var load = new PixelLoad(mailtrack, wrk, database);
                var disk = new DiskProbe(folder);
                takeTurns(load, wrk, disk, folder);
                last(load);
                findings.addAll(disk.findings());
                findings.addAll(load.findings());
                return database.version();
            }
        } finally {
            ground.finish(folder);
        }
    }

    private void takeTurns(PixelLoad load, Wrk wrk, DiskProbe disk, Path folder) {
        try (NginxPair nginx = NginxPair.start(ground, folder)) {
            warmUp(load, nginx, wrk);
            options.connections().forEach(connections -> compare(load, nginx, disk, wrk, connections));
        }
    }

    private void warmUp(PixelLoad load, NginxPair nginx, Wrk wrk) {
        ground.progress().say("pixel: warming up for %d s, wrk has %d threads", options.warmUp(), options.threads());
        List<Integer> parts = options.connections();
        parts.forEach(connections -> load.warmUp(connections, Math.max(1, options.warmUp() / parts.size())));
        nginx.warmUp(wrk, parts.getFirst(), NGINX_WARM_UP_SECONDS);
    }

    private void compare(PixelLoad load, NginxPair nginx, DiskProbe disk, Wrk wrk, int connections) {
        var ours = new Rounds();
        List<Rival> rivals = nginx.rivals();
        double[] recorded = new double[options.rounds()];
        for (int round = 0; round < options.rounds(); round++) {
            PixelLoad.Round our = load.round(ours, connections, options.seconds());
            recorded[round] = our.recordedPerSecond();
            var told = new ArrayList<String>();
            told.add(Text.of("Mailtrack %,.0f per second", our.result().perSecond()));
            for (Rival rival : rivals) {
                WrkResult their = nginx.round(rival, wrk, connections, options.seconds());
                told.add(Text.of("%s %,.0f", rival.name(), their.perSecond()));
            }
            disk.take(options.seconds());
            tell(connections, round, told);
        }
        findings.addAll(new PixelReport(connections, ours, Sample.of(recorded), rivals).findings());
    }

    private void tell(int connections, int round, List<String> told) {
        ground.progress()
                .say(
                        "pixel: %d connections, round %d of %d: %s",
                        connections, round + 1, options.rounds(), String.join(", ", told));
    }

    private void last(PixelLoad load) {
        ground.progress().say("pixel: %d s of load, until all is recorded", options.lasting());
        LastingRate rate = load.last(options.connections().getLast(), options.lasting());
        findings.addAll(rate.findings());
    }
}
