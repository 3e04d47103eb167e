package com.tachyonfuture.mailtrack.web.analytics;

import com.tachyonfuture.mailtrack.web.chart.Bars;
import com.tachyonfuture.mailtrack.web.chart.HeatMap;
import com.tachyonfuture.mailtrack.web.chart.Histogram;
import com.tachyonfuture.mailtrack.web.chart.TimeChart;
import com.tachyonfuture.mailtrack.web.chart.WorldMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The charts of the page.
///
/// @param numbers what they come to
/// @param median how long half of the first reads took at most; null where there were none
public record ChartsView(
        List<NumberView> numbers,
        TimeChart reads,
        HeatMap hours,
        Histogram firstReads,
        @Nullable String median,
        WorldMap world,
        List<Breakdown> places,
        List<Breakdown> programs,
        Breakdown verdicts) {

    /// A number that the charts have in common.
    ///
    /// @param of what it counts
    /// @param href the list of what is counted; null where there is none
    public record NumberView(
            String label, String value, String of, @Nullable String href) {}

    /// What tells reads or opens apart.
    ///
    /// @param known of how many of them it is known; null where it is of all
    public record Breakdown(Bars chart, @Nullable String known) {}
}
