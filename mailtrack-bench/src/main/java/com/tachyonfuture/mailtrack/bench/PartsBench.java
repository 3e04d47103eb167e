package com.tachyonfuture.mailtrack.bench;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/// The smallest parts, each alone, by JMH. One short fork each: enough to see what has become twice as slow, not
/// what a tenth is.
final class PartsBench {

    private static final int ITERATIONS = 5;
    private static final TimeValue ITERATION = TimeValue.milliseconds(500);

    private final Ground ground;

    PartsBench(Ground ground) {
        this.ground = ground;
    }

    List<Finding> measure(Set<Measure> parts) {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .forks(1)
                .warmupIterations(ITERATIONS)
                .warmupTime(ITERATION)
                .measurementIterations(ITERATIONS)
                .measurementTime(ITERATION)
                .jvmArgs(
                        "-XX:+UseSerialGC",
                        "-XX:+UseCompactObjectHeaders",
                        "-Xmx256m",
                        "--sun-misc-unsafe-memory-access=allow")
                .verbosity(VerboseMode.SILENT);
        if (parts.contains(Measure.CODEC)) {
            options.include("\\.SpoolBenchmark\\.");
        }
        if (parts.contains(Measure.STEPS)) {
            options.include("\\.(RequestBenchmark|StepsBenchmark|RowsBenchmark)\\.");
        }
        ground.progress().say("parts: running JMH, about six seconds for each");
        try {
            Collection<RunResult> results = new Runner(options.build()).run();
            return results.stream().map(PartsBench::finding).toList();
        } catch (RunnerException e) {
            throw new BenchFailure("JMH does not work: " + e.getMessage(), e);
        }
    }

    private static Finding finding(RunResult run) {
        Result<?> result = run.getPrimaryResult();
        return Finding.told(
                "part: " + result.getLabel(),
                Text.of("%.1f %s, ± %.1f", result.getScore(), result.getScoreUnit(), result.getScoreError()));
    }
}
