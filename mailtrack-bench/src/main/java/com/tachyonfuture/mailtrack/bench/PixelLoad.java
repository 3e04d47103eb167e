package com.tachyonfuture.mailtrack.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The load on Mailtrack's pixel, and its accounts: what was answered, and what of it was recorded by when.
///
/// Each load begins when nothing is left to be recorded of the one before, and ends so.
final class PixelLoad {

    private final Mailtrack mailtrack;
    private final Wrk wrk;
    private final BenchDatabase database;
    private final DrainWatch watch;
    private long answered;
    private long underWay;
    private long failed;

    PixelLoad(Mailtrack mailtrack, Wrk wrk, BenchDatabase database) {
        this.mailtrack = mailtrack;
        this.wrk = wrk;
        this.database = database;
        this.watch = new DrainWatch(database, mailtrack);
    }

    /// A load that counts nowhere but in the accounts.
    void warmUp(int connections, int seconds) {
        ask(connections, seconds);
        watch.awaitQuiet(answered);
    }

    /// A round, and how many hits were recorded in each second of it.
    record Round(WrkResult result, double recordedPerSecond) {}

    Round round(Rounds rounds, int connections, int seconds) {
        long before = database.position();
        WrkResult result = rounds.take(mailtrack.program()::cpuTime, () -> ask(connections, seconds));
        long recorded = database.position() - before;
        watch.awaitQuiet(answered);
        return new Round(result, recorded / result.seconds());
    }

    /// A load that is over only when all of it is recorded.
    LastingRate last(int connections, int seconds) {
        Program program = mailtrack.program();
        long before = database.position();
        Duration cpu = program.cpuTime();
        Duration databaseCpu = program.cpuTimeOfChildren();
        WrkResult result = ask(connections, seconds);
        var recording = new Stopwatch();
        watch.awaitAtLeast(before + result.answered());
        double recordingSeconds = recording.seconds();
        cpu = program.cpuTime().minus(cpu);
        databaseCpu = program.cpuTimeOfChildren().minus(databaseCpu);
        watch.awaitQuiet(answered);
        return new LastingRate(connections, result.answered(), result.seconds(), recordingSeconds, cpu, databaseCpu);
    }

    private WrkResult ask(int connections, int seconds) {
        WrkResult result = wrk.run(mailtrack.port(), connections, seconds);
        answered += result.answered();
        failed += result.failed();
        underWay += connections;
        return result;
    }

    List<Finding> findings() {
        var findings = new ArrayList<Finding>();
        findings.add(accounts(database.opens()));
        findings.add(memory());
        return findings;
    }

    /// wrk does not wait for what is under way at its end, so up to one hit of each connection is recorded and
    /// not counted. Fewer rows than answers are lost hits: limited, shed, or worse.
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

    private Finding memory() {
        MemoryMark mark = MemoryMark.of(mailtrack.program());
        return Finding.told(
                "pixel: memory after the load, live heap; resident, the most it was",
                Text.mebibytes(mark.liveHeap()) + "; " + mark.residentText() + ", " + mark.mostResidentText());
    }
}
