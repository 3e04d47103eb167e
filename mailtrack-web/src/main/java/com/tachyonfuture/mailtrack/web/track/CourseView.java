package com.tachyonfuture.mailtrack.web.track;

import com.tachyonfuture.mailtrack.application.stats.FollowTrack;
import com.tachyonfuture.mailtrack.application.stats.OpenCounts;
import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.web.chart.ChartHead;
import com.tachyonfuture.mailtrack.web.chart.Moments;
import com.tachyonfuture.mailtrack.web.chart.Series;
import com.tachyonfuture.mailtrack.web.chart.TimeChart;
import com.tachyonfuture.mailtrack.web.classify.VerdictView;
import com.tachyonfuture.mailtrack.web.words.Words;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// How a track was opened over time: all opens as bars, before them its reads, or the opens of the verdict that the
/// page shows.
final class CourseView {

    private CourseView() {}

    static TimeChart of(FollowTrack.Course course, @Nullable Verdict verdict, Words words) {
        String name = verdict == null
                ? words.of("number.reads.label")
                : VerdictView.of(verdict, words).word();
        var line = new Series(name, counts(course, verdict == null ? OpenCounts::reads : opens -> opens.of(verdict)));
        var bars = new Series(words.of("number.opens.label"), counts(course, OpenCounts::opens));
        var moments = new Moments(course.unit(), words);
        String title = words.of("detail.chart", name, moments.per());
        return TimeChart.of(
                new ChartHead("course", title, null),
                line,
                bars,
                course.points().stream()
                        .map(FollowTrack.Point::from)
                        .map(moments::of)
                        .toList(),
                moments.title(),
                words);
    }

    private static List<Long> counts(FollowTrack.Course course, ToLongFunction<OpenCounts> number) {
        return course.points().stream()
                .map(FollowTrack.Point::opens)
                .map(number::applyAsLong)
                .toList();
    }
}
