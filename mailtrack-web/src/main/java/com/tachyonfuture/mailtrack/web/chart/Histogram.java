package com.tachyonfuture.mailtrack.web.chart;

import com.tachyonfuture.mailtrack.web.words.Words;
import java.util.List;

/// How many there are of each of some ranges, as upright bars.
///
/// @param text what there is to see, for whoever can't
/// @param bars the way of a pen that draws them
/// @param empty whether there is nothing but zeros
public record Histogram(
        ChartHead head,
        String text,
        String bars,
        List<Scale.Line> grid,
        List<Slots.Label> labels,
        List<Slots.Point> points,
        ChartTable table,
        boolean empty) {

    private static final double WIDTH_OF_BARS = 0.84;

    /// A histogram of one number a range.
    ///
    /// @param ranges what the numbers are of
    /// @param rangesTitle what the ranges are: "Time to first read"
    public static Histogram of(ChartHead head, Series counts, List<String> ranges, String rangesTitle, Words words) {
        if (ranges.isEmpty() || counts.values().size() != ranges.size()) {
            throw new IllegalArgumentException("a histogram needs ranges, and a number for each");
        }
        var slots = new Slots(ranges.size());
        Scale scale = Scale.upTo(counts.most());
        return new Histogram(
                head,
                counts.text(ranges, words),
                slots.bars(counts, scale, WIDTH_OF_BARS),
                scale.lines(words),
                slots.labels(ranges),
                slots.points(ranges, List.of(counts), words),
                Slots.table(rangesTitle, ranges, List.of(counts), words),
                counts.most() == 0);
    }
}
