package com.tachyonfuture.mailtrack.web.chart;

import com.tachyonfuture.mailtrack.web.words.Words;
import java.util.List;
import java.util.stream.IntStream;

/// The upright scale of a chart: from nothing up to a round number.
///
/// @param step between two lines of the grid: 1, 2 or 5, or that with zeros
/// @param steps how many lines there are above the ground
record Scale(long step, int steps) {

    /// What the drawing is high and wide, whatever it is shown as.
    static final int FULL = 1000;

    private static final int MOST_STEPS = 4;

    /// A line of the grid.
    ///
    /// @param y from above, in percent
    public record Line(String y, String label) {}

    static Scale upTo(long most) {
        long step = 1;
        for (int i = 0; stepsFor(most, step) > MOST_STEPS; i++) {
            step = i % 3 == 1 ? step / 2 * 5 : step * 2;
        }
        return new Scale(step, (int) Math.max(1, stepsFor(most, step)));
    }

    /// Up to a number that need not be round.
    static Scale exactly(long most) {
        return new Scale(Math.max(1, most), 1);
    }

    private static long stepsFor(long most, long step) {
        return most / step + (most % step == 0 ? 0 : 1);
    }

    /// How far above the ground a number is.
    double height(long number) {
        return FULL * ((double) number / step / steps);
    }

    /// How far from above.
    long y(long number) {
        return Math.round(FULL - height(number));
    }

    List<Line> lines(Words words) {
        return IntStream.rangeClosed(0, steps)
                .mapToObj(i -> new Line(Percent.of(steps - i, steps), words.number(i * step)))
                .toList();
    }
}
