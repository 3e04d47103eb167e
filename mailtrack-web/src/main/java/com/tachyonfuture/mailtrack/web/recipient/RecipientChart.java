package com.tachyonfuture.mailtrack.web.recipient;

import com.tachyonfuture.mailtrack.application.stats.FollowReads.Week;
import com.tachyonfuture.mailtrack.domain.stats.Unit;
import com.tachyonfuture.mailtrack.web.chart.ChartHead;
import com.tachyonfuture.mailtrack.web.chart.Moments;
import com.tachyonfuture.mailtrack.web.chart.Series;
import com.tachyonfuture.mailtrack.web.chart.TimeChart;
import com.tachyonfuture.mailtrack.web.words.Words;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// How a recipient read in the last year: the reads, before what was sent to them.
final class RecipientChart {

    private RecipientChart() {}

    /// Null where nothing was read in these weeks.
    ///
    /// @param newest of so many tracks, where that is not all; else null
    static @Nullable TimeChart of(List<Week> weeks, @Nullable Integer newest, Words words) {
        if (weeks.stream().allMatch(week -> week.reads() == 0)) {
            return null;
        }
        var moments = new Moments(Unit.WEEK, words);
        String title = newest == null
                ? words.of("recipient.chart", moments.per())
                : words.of("recipient.chart.newest", moments.per(), newest);
        return TimeChart.of(
                new ChartHead("reads", title, null),
                series("overview.chart.reads", weeks, Week::reads, words),
                series("overview.chart.sent", weeks, Week::sent, words),
                weeks.stream().map(week -> moments.of(week.from())).toList(),
                moments.title(),
                words);
    }

    private static Series series(String name, List<Week> weeks, Function<Week, Long> number, Words words) {
        return new Series(words.of(name), weeks.stream().map(number).toList());
    }
}
