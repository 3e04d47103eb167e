package com.tachyonfuture.mailtrack.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// What is told of the pixel beside the fastest of its rivals, and what it has to reach.
///
/// @param recorded hits per second, in each of our rounds
record PixelReport(int connections, Rounds ours, Sample recorded, List<Rival> rivals) {

    private static final int MANY_CONNECTIONS = 256;
    private static final double SHARE_WITH_FEW = 0.6;
    private static final double SHARE_WITH_MANY = 0.8;
    private static final double MOST_TIMES_P99 = 4;

    List<Finding> findings() {
        Rival fastest = Rival.fastest(rivals);
        var findings = new ArrayList<Finding>();
        findings.add(rate(fastest));
        findings.add(Finding.told(named("recorded during the rounds"), Text.spread(recorded) + " per second"));
        findings.add(latency(fastest, "p50", WrkResult::p50, "", Double.MAX_VALUE));
        findings.add(latency(fastest, "p99", WrkResult::p99, "below " + Text.times(MOST_TIMES_P99), MOST_TIMES_P99));
        findings.add(latency(fastest, "p99.9", WrkResult::p999, "", Double.MAX_VALUE));
        findings.add(processorTime(fastest));
        rivals.stream()
                .filter(rival -> !rival.equals(fastest))
                .map(this::slower)
                .forEach(findings::add);
        return findings;
    }

    private Finding rate(Rival rival) {
        Sample our = ours.of(WrkResult::perSecond);
        Sample their = rival.rounds().of(WrkResult::perSecond);
        double share = our.median() / their.median();
        double target = connections >= MANY_CONNECTIONS ? SHARE_WITH_MANY : SHARE_WITH_FEW;
        return new Finding(
                named("requests per second"),
                Text.spread(our),
                rival.name() + " " + Text.spread(their),
                Text.percent(share),
                "at least " + Text.percent(target),
                Finding.Verdict.of(share >= target));
    }

    /// @param target empty where there is none
    private Finding latency(
            Rival rival, String name, ToDoubleFunction<WrkResult> number, String target, double mostTimes) {
        Sample our = ours.of(number);
        Sample their = rival.rounds().of(number);
        double times = our.median() / their.median();
        return new Finding(
                named(name),
                Text.millisSpread(our),
                rival.name() + " " + Text.millisSpread(their),
                Text.times(times),
                target,
                target.isEmpty() ? Finding.Verdict.NO_TARGET : Finding.Verdict.of(times < mostTimes));
    }

    /// Ours has some of the recording in it, but nothing of the database; that of nginx is of all its processes.
    private Finding processorTime(Rival rival) {
        double our = ours.cpuPerRequest().median();
        double their = rival.rounds().cpuPerRequest().median();
        return Finding.compared(
                named("processor time per request, of the program alone"),
                Text.micros(our),
                rival.name() + " " + Text.micros(their),
                Text.times(our / their));
    }

    private Finding slower(Rival rival) {
        return Finding.told(
                named(rival.name() + ", which was slower, requests per second"),
                Text.spread(rival.rounds().of(WrkResult::perSecond)));
    }

    private String named(String what) {
        return "pixel, " + connections + " connections: " + what;
    }
}
