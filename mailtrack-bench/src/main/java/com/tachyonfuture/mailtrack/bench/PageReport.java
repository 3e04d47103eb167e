package com.tachyonfuture.mailtrack.bench;

/// What is told of one address, and what it has to reach.
///
/// @param showsMore whether it shows more the more there is: no ratio is asked of it then
/// @param few with few tracks
/// @param many with many
record PageReport(String name, boolean showsMore, PageTimes few, PageTimes many) {

    private static final double MOST_TIMES = 1.5;
    private static final double MEDIAN_BELOW = 150_000;
    private static final double P99_BELOW = 400_000;
    private static final int MISSING = 404;

    Finding finding() {
        String what = "pages: " + name;
        if (many.status() == MISSING) {
            return Finding.told(what, "there is none");
        }
        double ratio = many.median() / few.median();
        boolean reached = few.isShown()
                && many.isShown()
                && (showsMore || ratio <= MOST_TIMES)
                && many.median() < MEDIAN_BELOW
                && many.p99() < P99_BELOW;
        return new Finding(
                what,
                many.text(),
                few.text(),
                Text.of("%.2f x", ratio),
                (showsMore ? "" : Text.of("at most %.1f x, ", MOST_TIMES)) + "median below 150 ms, p99 below 400 ms",
                Finding.Verdict.of(reached));
    }
}
