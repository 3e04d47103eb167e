package com.tachyonfuture.mailtrack.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// The program behind `bin/bench`: measures what it is asked for, prints the table, and appends it to the
/// documentation on request.
///
/// Ends with 0 whatever the numbers are, with 1 when hits are lost or, if it is to be strict, a target is missed,
/// and with 2 when it could not measure.
public final class Bench {

    private static final int NOT_GOOD = 1;
    private static final int NOT_MEASURED = 2;

    private final Options options;
    private final Ground ground;
    private final List<Finding> findings = new ArrayList<>();

    private Bench(Options options, Ground ground) {
        this.options = options;
        this.ground = ground;
    }

    /// Runs in the root folder of the repository.
    ///
    /// @param arguments as `bin/bench --help` explains them
    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), Path.of("").toAbsolutePath()));
    }

    /// @param root the root folder of the repository
    static int run(List<String> arguments, Path root) {
        var programs = new Programs();
        Runtime.getRuntime().addShutdownHook(new Thread(programs::close));
        try (programs) {
            Options options = Options.parse(arguments, System.getenv("MAILTRACK_BENCH_DATABASE_URL"));
            var ground = new Ground(
                    new Workplace(root),
                    programs,
                    DatabaseChoice.of(options.database()),
                    options.countries(),
                    options.keep(),
                    new Progress());
            return new Bench(options, ground).run();
        } catch (BenchFailure failure) {
            System.err.println(failure.getMessage());
            return NOT_MEASURED;
        }
    }

    private int run() {
        if (options.seed()) {
            SeededData.of(options.large(), ground);
        }
        return options.measures().isEmpty() ? 0 : measureAndTell();
    }

    private int measureAndTell() {
        Machine machine = Machine.find(ground.workplace().root());
        String database = measureAll() + places();
        var table = new FindingsTable(findings);
        System.out.println();
        System.out.println(machine.text(database));
        System.out.println();
        System.out.print(table.text());
        if (options.append()) {
            new PerformanceDocument(ground.workplace().root().resolve("docs/performance.md"))
                    .append(machine, database, table);
            ground.progress().say("Appended to docs/performance.md.");
        }
        return exitCode();
    }

    private String places() {
        return options.countries()
                .map(file -> "; places are looked up in " + file.getFileName())
                .orElse("");
    }

    /// Measures what is asked for, and says which database took part.
    private String measureAll() {
        var database = "none";
        if (wants(Measure.PIXEL)) {
            database = new PixelBench(ground, options, findings).measure();
        }
        if (wants(Measure.RESTART) || wants(Measure.DRAIN)) {
            database = measureBacklog();
        }
        if (wants(Measure.REJUDGE)) {
            RejudgeResult result = new RejudgeBench(ground, options.hits()).measure();
            findings.addAll(new RejudgeReport(result).findings());
            database = result.database();
        }
        if (wants(Measure.TIMING)) {
            database = new TimingBench(ground, options.requests(), findings).measure();
        }
        if (wants(Measure.MEMORY)) {
            BacklogResult result = new BacklogBench(ground, options.memoryHits()).measure();
            findings.addAll(new BacklogReport(result).memory());
            database = result.database();
        }
        if (wants(Measure.PAGES)) {
            database = new PagesBench(ground, options.large(), findings).measure();
        }
        measureParts();
        return database;
    }

    private String measureBacklog() {
        BacklogResult result = new BacklogBench(ground, options.hits()).measure();
        var report = new BacklogReport(result);
        if (wants(Measure.RESTART)) {
            findings.addAll(report.restart());
        }
        if (wants(Measure.DRAIN)) {
            findings.addAll(report.drain());
        }
        return result.database();
    }

    private void measureParts() {
        Set<Measure> parts = EnumSet.of(Measure.CODEC, Measure.STEPS);
        parts.retainAll(options.measures());
        if (!parts.isEmpty()) {
            findings.addAll(new PartsBench(ground).measure(parts));
        }
    }

    private boolean wants(Measure measure) {
        return options.measures().contains(measure);
    }

    private int exitCode() {
        boolean broken = findings.stream().anyMatch(finding -> finding.verdict() == Finding.Verdict.BROKEN);
        boolean missed = findings.stream().anyMatch(finding -> finding.verdict() == Finding.Verdict.MISSED);
        return broken || (options.strict() && missed) ? NOT_GOOD : 0;
    }
}
