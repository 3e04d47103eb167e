package com.tachyonfuture.mailtrack.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;

/// What is told of the pixel beside nginx, and what it has to reach.
record PixelReport(int connections, Rounds ours, Rounds theirs) {

    private static final int MANY_CONNECTIONS = 256;
    private static final double SHARE_WITH_FEW = 0.6;
    private static final double SHARE_WITH_MANY = 0.8;
    private static final double MOST_TIMES_P99 = 4;

    List<Finding> findings() {
        return List.of(
                rate(),
                latency("p50", WrkResult::p50, "", Double.MAX_VALUE),
                latency("p99", WrkResult::p99, "below " + Text.times(MOST_TIMES_P99), MOST_TIMES_P99),
                latency("p99.9", WrkResult::p999, "", Double.MAX_VALUE),
                processorTime());
    }

    private Finding rate() {
        Sample our = ours.of(WrkResult::perSecond);
        Sample their = theirs.of(WrkResult::perSecond);
        double share = our.median() / their.median();
        double target = connections >= MANY_CONNECTIONS ? SHARE_WITH_MANY : SHARE_WITH_FEW;
        return new Finding(
                named("requests per second"),
                Text.spread(our),
                "nginx " + Text.spread(their),
                Text.percent(share),
                "at least " + Text.percent(target),
                Finding.Verdict.of(share >= target));
    }

    /// @param target empty where there is none
    private Finding latency(String name, ToDoubleFunction<WrkResult> number, String target, double mostTimes) {
        double our = ours.of(number).median();
        double their = theirs.of(number).median();
        double times = our / their;
        return new Finding(
                named(name),
                Text.millis(our),
                "nginx " + Text.millis(their),
                Text.times(times),
                target,
                target.isEmpty() ? Finding.Verdict.NO_TARGET : Finding.Verdict.of(times < mostTimes));
    }

    /// Of the whole process: some of it goes into recording what came just before.
    private Finding processorTime() {
        double our = ours.cpuPerRequest().median();
        double their = theirs.cpuPerRequest().median();
        return Finding.compared(
                named("processor time per request"),
                Text.micros(our),
                "nginx " + Text.micros(their),
                Text.times(our / their));
    }

    private String named(String what) {
        return "pixel, " + connections + " connections: " + what;
    }
}
