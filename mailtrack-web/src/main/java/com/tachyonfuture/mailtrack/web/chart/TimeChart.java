package com.tachyonfuture.mailtrack.web.chart;

import com.tachyonfuture.mailtrack.web.words.Words;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Numbers over time: a filled line, and thin bars of something else behind it.
///
/// @param text what there is to see, for whoever can't
/// @param barsName null when there are no bars
/// @param bars the way of a pen that draws them; empty when there are none
/// @param empty whether there is nothing but zeros
public record TimeChart(
        ChartHead head,
        String text,
        String lineName,
        @Nullable String barsName,
        String line,
        String area,
        String bars,
        List<Scale.Line> grid,
        List<Slots.Label> labels,
        List<Slots.Point> points,
        ChartTable table,
        boolean empty) {

    private static final double WIDTH_OF_BARS = 0.5;

    /// A point in time, or the span of it that a number is of.
    ///
    /// @param label in full: "12 Nov 2026"
    /// @param brief below the chart: "12 Nov"
    public record Moment(String label, String brief) {}

    /// A chart of one number a moment, or two.
    ///
    /// @param bars what stands behind; null: nothing
    /// @param momentsTitle what moments are: "Day"
    public static TimeChart of(
            ChartHead head,
            Series line,
            @Nullable Series bars,
            List<Moment> moments,
            String momentsTitle,
            Words words) {
        List<Series> all = bars == null ? List.of(line) : List.of(line, bars);
        if (moments.isEmpty() || all.stream().anyMatch(series -> series.values().size() != moments.size())) {
            throw new IllegalArgumentException("a chart needs moments, and a number for each");
        }
        var slots = new Slots(moments.size());
        long most = all.stream().mapToLong(Series::most).max().orElse(0);
        Scale scale = Scale.upTo(most);
        String path = slots.line(line, scale);
        List<String> labels = moments.stream().map(Moment::label).toList();
        return new TimeChart(
                head,
                all.stream().map(series -> series.text(labels, words)).collect(Collectors.joining(" ")),
                line.name(),
                bars == null ? null : bars.name(),
                path,
                slots.area(path),
                bars == null ? "" : slots.bars(bars, scale, WIDTH_OF_BARS),
                scale.lines(words),
                slots.labels(moments.stream().map(Moment::brief).toList()),
                slots.points(labels, all, words),
                Slots.table(momentsTitle, labels, all, words),
                most == 0);
    }
}
