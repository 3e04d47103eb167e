package com.tachyonfuture.mailtrack.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// Whether the time that an answer takes tells an id that a track has from one that none has.
///
/// One connection asks for one, then for the other, which of them first being left to chance. Nothing else is
/// going on, so that a difference would show.
final class TimingBench {

    private static final int TRACKS = 200;
    private static final double DEVIATIONS = 3;
    private static final double NEGLIGIBLE = 0.01;

    private final Ground ground;
    private final int requests;
    private final List<Finding> findings;

    /// @param requests of each kind
    TimingBench(Ground ground, int requests, List<Finding> findings) {
        this.ground = ground;
        this.requests = requests;
        this.findings = findings;
    }

    /// Measures, and says with which database.
    String measure() {
        Path folder = ground.prepare("timing");
        try (Mailtrack mailtrack = ground.start(folder, ground.settings())) {
            mailtrack.awaitReady();
            List<String> known = mailtrack.createTracks(TRACKS);
            ground.progress().say("timing: %,d requests each for known and unknown ids", requests);
            try (HttpLine line = HttpLine.to(mailtrack.port());
                    BenchDatabase database = ground.connect(folder)) {
                measure(line, known);
                return database.version();
            } catch (IOException e) {
                throw new BenchFailure("Mailtrack does not answer: " + e.getMessage(), e);
            }
        } finally {
            ground.finish(folder);
        }
    }

    private void measure(HttpLine line, List<String> known) throws IOException {
        RandomGenerator chance = RandomGenerator.getDefault();
        double[] ofKnown = new double[requests];
        double[] ofUnknown = new double[requests];
        int warmUp = requests / 4;
        for (int i = -warmUp; i < requests; i++) {
            String track = known.get(Math.floorMod(i, known.size()));
            String nobody = UUID.randomUUID().toString();
            boolean knownFirst = chance.nextBoolean();
            double first = microseconds(line, knownFirst ? track : nobody, i);
            double second = microseconds(line, knownFirst ? nobody : track, i);
            if (i >= 0) {
                ofKnown[i] = knownFirst ? first : second;
                ofUnknown[i] = knownFirst ? second : first;
            }
        }
        findings.add(compare(Sample.of(ofKnown), Sample.of(ofUnknown)));
    }

    private static double microseconds(HttpLine line, String id, int reader) throws IOException {
        int bits = reader & 0xffff;
        byte[] request = HttpLine.request(
                "/p/" + id + ".gif", Text.of("X-Forwarded-For: 81.7.%d.%d\r\n", bits >> 8, bits & 0xff));
        long start = System.nanoTime();
        int status = line.ask(request);
        long end = System.nanoTime();
        if (status != 200) {
            throw new BenchFailure("A pixel was answered with " + status + ".");
        }
        return (end - start) / 1e3;
    }

    private static Finding compare(Sample known, Sample unknown) {
        double tendency = known.tendsToExceed(unknown);
        double allowed = Math.max(NEGLIGIBLE, DEVIATIONS * known.chanceOfTendency(unknown));
        return new Finding(
                "timing: median answer to a known id",
                Text.of("%.1f µs", known.median()),
                Text.of("unknown id %.1f µs", unknown.median()),
                Text.of("%.3f x; slower in %.2f %% of pairs", known.median() / unknown.median(), 100 * tendency),
                Text.of("50 %% of pairs, %.1f more or less", 100 * allowed),
                Finding.Verdict.of(Math.abs(tendency - 0.5) <= allowed));
    }
}
