package com.tachyonfuture.mailtrack.bench;

import java.util.ArrayList;
import java.util.List;

/// What is told of a start with many hits in the spool, and what it has to reach.
record BacklogReport(BacklogResult result) {

    private static final double READY_SECONDS = 5;
    private static final double SECONDS_PER_MILLION = 40;
    private static final double OPENS_PER_SECOND = 40_000;
    private static final double MOST_FOR_JUDGING = 1.0 / 3;
    private static final double MOST_GROWTH = 1.1;

    /// How soon it is there.
    List<Finding> restart() {
        String with = Text.of("restart, %,d hits wait: ", result.hits());
        return List.of(
                accounts(with),
                Finding.told(with + "first pixel answered", Text.seconds(result.pixelAt())),
                Finding.told(with + "/health/readiness is 200", Text.seconds(result.serviceAt())),
                Finding.judged(
                        with + "ready, /health is 200",
                        Text.seconds(result.readyAt()),
                        "below " + Text.seconds(READY_SECONDS),
                        result.readyAt() < READY_SECONDS),
                recorded(with));
    }

    /// Of less than a million most of the time is the start.
    private Finding recorded(String with) {
        double millions = Math.max(1, result.hits() / 1e6);
        return Finding.judged(
                with + "all recorded",
                Text.seconds(result.drainedAt()),
                "below " + Text.seconds(SECONDS_PER_MILLION * millions),
                result.drainedAt() < SECONDS_PER_MILLION * millions);
    }

    /// How fast it records, and onto how much disk.
    List<Finding> drain() {
        String with = Text.of("drain, %,d hits wait: ", result.hits());
        var findings = new ArrayList<Finding>();
        findings.add(accounts(with));
        findings.add(rate(with));
        findings.add(Finding.told(with + "processor time per open", Text.micros(result.cpuPerOpen())));
        if (result.databaseCpuPerOpen() > 0) {
            findings.add(
                    Finding.told(with + "the same of the embedded database", Text.micros(result.databaseCpuPerOpen())));
            findings.add(judging(with));
        }
        findings.add(Finding.told(
                with + "microseconds per hit, by step", result.steps().text()));
        findings.add(Finding.told(
                "disk: bytes per open in the database, all tables and indexes",
                Text.whole(result.databaseBytesPerOpen())));
        findings.add(Finding.told("disk: bytes per hit in the spool", Text.whole(result.spoolBytesPerHit())));
        return findings;
    }

    /// Beside a database whose time nobody knows there is nothing to compare it with.
    private Finding judging(String with) {
        double whole = result.cpuPerOpen() + result.databaseCpuPerOpen();
        double share = result.steps().judgingMicros() / whole;
        return new Finding(
                with + "to locate, describe and judge a hit",
                Text.micros(result.steps().judgingMicros()),
                "both processor times: " + Text.micros(whole),
                Text.percent(share),
                "at most " + Text.percent(MOST_FOR_JUDGING),
                Finding.Verdict.of(share <= MOST_FOR_JUDGING));
    }

    /// Whether it grows.
    List<Finding> memory() {
        String with = Text.of("memory, %,d hits wait: ", result.hits());
        double growth = (double) result.late().liveHeap() / result.early().liveHeap();
        return List.of(
                accounts(with),
                rate(with),
                new Finding(
                        with + Text.of("live heap after %,d", result.lateHits()),
                        Text.mebibytes(result.late().liveHeap()),
                        Text.of("after %,d: ", result.earlyHits())
                                + Text.mebibytes(result.early().liveHeap()),
                        Text.of("%.2f x", growth),
                        Text.of("at most %.1f x", MOST_GROWTH),
                        Finding.Verdict.of(growth <= MOST_GROWTH)),
                Finding.compared(
                        with + Text.of("resident after %,d, the most it was", result.lateHits()),
                        result.late().residentText() + ", " + result.late().mostResidentText(),
                        Text.of("after %,d: ", result.earlyHits())
                                + result.early().residentText(),
                        ""));
    }

    private Finding accounts(String with) {
        boolean right = result.recorded() == result.hits();
        return new Finding(
                with + "what waited is in the database",
                Text.of("recorded %,d", result.recorded()),
                "",
                "",
                "as many",
                right ? Finding.Verdict.REACHED : Finding.Verdict.BROKEN);
    }

    private Finding rate(String with) {
        return Finding.judged(
                with + "opens per second",
                Text.whole(result.opensPerSecond()),
                "at least " + Text.whole(OPENS_PER_SECOND),
                result.opensPerSecond() >= OPENS_PER_SECOND);
    }
}
