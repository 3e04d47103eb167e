package com.tachyonfuture.mailtrack.web.chart;

import java.util.List;

/// A chart that fits into a line of text: bars, the latest at the end.
///
/// @param text what it shows, for whoever can't see it
/// @param bars the way of a pen that draws them
public record Sparkline(String text, String bars) {

    /// A sparkline of numbers, the latest last.
    ///
    /// @param text such as "Reads of 14 days: 3"
    public static Sparkline of(List<Long> numbers, String text) {
        var series = new Series(text, numbers);
        return new Sparkline(
                text,
                numbers.isEmpty() ? "" : new Slots(numbers.size()).bars(series, Scale.exactly(series.most()), 0.7));
    }
}
