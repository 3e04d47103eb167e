package com.tachyonfuture.mailtrack.bench;

import com.tachyonfuture.mailtrack.bench.RejudgeResult.Judged;
import java.util.List;
import java.util.stream.Stream;

/// What is told of judging all opens again, and what it has to reach.
record RejudgeReport(RejudgeResult result) {

    private static final double SECONDS_PER_MILLION = 180;

    List<Finding> findings() {
        return Stream.of(of("all change", result.never(), result.opens()), of("nothing changes", result.again(), 0))
                .flatMap(List::stream)
                .toList();
    }

    /// Of less than a million it has to be as fast, but for the start.
    private List<Finding> of(String which, Judged judged, long others) {
        String with = Text.of("rejudge, %,d opens, %s: ", result.opens(), which);
        double allowed = SECONDS_PER_MILLION * Math.max(0.1, result.opens() / 1e6);
        boolean right = judged.opens() == result.opens() && judged.others() == others;
        return List.of(
                new Finding(
                        with + "judged, with another verdict",
                        Text.of("%,d, %,d", judged.opens(), judged.others()),
                        "",
                        "",
                        Text.of("%,d, %,d", result.opens(), others),
                        right ? Finding.Verdict.REACHED : Finding.Verdict.BROKEN),
                Finding.judged(
                        with + "time",
                        Text.seconds(judged.seconds()),
                        "below " + Text.seconds(allowed),
                        judged.seconds() < allowed),
                Finding.told(with + "opens per second", Text.whole(judged.opens() / judged.seconds())));
    }
}
