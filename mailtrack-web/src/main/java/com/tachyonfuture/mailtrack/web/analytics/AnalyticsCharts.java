package com.tachyonfuture.mailtrack.web.analytics;

import com.tachyonfuture.mailtrack.application.stats.AnalyzeReads.Analysis;
import com.tachyonfuture.mailtrack.application.stats.Cohort;
import com.tachyonfuture.mailtrack.application.stats.OpenCounts;
import com.tachyonfuture.mailtrack.application.stats.SummarizePeriod.Point;
import com.tachyonfuture.mailtrack.application.stats.SummarizePeriod.Summary;
import com.tachyonfuture.mailtrack.application.stats.TopValues;
import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.domain.stats.Dimension;
import com.tachyonfuture.mailtrack.web.analytics.ChartsView.Breakdown;
import com.tachyonfuture.mailtrack.web.analytics.ChartsView.NumberView;
import com.tachyonfuture.mailtrack.web.chart.Bars;
import com.tachyonfuture.mailtrack.web.chart.ChartHead;
import com.tachyonfuture.mailtrack.web.chart.HeatMap;
import com.tachyonfuture.mailtrack.web.chart.Histogram;
import com.tachyonfuture.mailtrack.web.chart.Moments;
import com.tachyonfuture.mailtrack.web.chart.Series;
import com.tachyonfuture.mailtrack.web.chart.TimeChart;
import com.tachyonfuture.mailtrack.web.chart.WorldMap;
import com.tachyonfuture.mailtrack.web.classify.VerdictView;
import com.tachyonfuture.mailtrack.web.words.Words;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Draws what an analysis came to.
record AnalyticsCharts(Analysis analysis, AnalyticsSearch search, Words words) {

    private Summary summary() {
        return analysis.summary();
    }

    private Cohort cohort() {
        return summary().now().cohort();
    }

    private OpenCounts opens() {
        return summary().now().opens();
    }

    ChartsView view() {
        return new ChartsView(
                numbers(),
                reads(),
                hours(),
                firstReads(),
                median(),
                world(),
                breakdowns(Chart.COUNTRIES, Chart.CITIES, Chart.NETWORKS),
                breakdowns(Chart.CLIENTS, Chart.DEVICES, Chart.SYSTEMS),
                verdicts());
    }

    private List<NumberView> numbers() {
        return List.of(
                number("sent", cohort().sent(), search.listHref(summary().days(), Map.of())),
                number("read", cohort().read(), search.listHref(summary().days(), Map.of("state", "read"))),
                number("reads", opens().reads(), null),
                number("opens", opens().opens(), null));
    }

    private NumberView number(String name, long number, @Nullable String href) {
        String key = "analytics.number." + name;
        return new NumberView(
                words.of(key + ".label"), words.number(number), words.of(key + ".of"), number == 0 ? null : href);
    }

    private ChartHead head(Chart chart, String title) {
        return new ChartHead(chart.code(), title, search.csv(chart));
    }

    private TimeChart reads() {
        var moments = new Moments(summary().unit(), words);
        return TimeChart.of(
                head(Chart.READS, words.of("analytics.title.reads", moments.per())),
                series("analytics.reads", point -> point.opens().reads()),
                series("analytics.sent", Point::sent),
                summary().points().stream()
                        .map(point -> moments.of(point.range().from()))
                        .toList(),
                moments.title(),
                words);
    }

    private Series series(String name, ToLongFunction<Point> number) {
        return new Series(
                words.of(name),
                summary().points().stream().map(number::applyAsLong).toList());
    }

    private HeatMap hours() {
        String title = words.of("analytics.title.hours", words.times().zone().getId());
        return HeatMap.of(
                head(Chart.HOURS, title),
                words.of("analytics.reads"),
                analysis.hours().reads(),
                words);
    }

    private Histogram firstReads() {
        return Histogram.of(
                head(Chart.FIRST_READS, words.of("analytics.title.first-reads")),
                new Series(
                        words.of("analytics.tracks"),
                        new DelayRanges(cohort().delays())
                                .ranges().stream()
                                        .map(DelayRanges.Range::tracks)
                                        .toList()),
                DelayRanges.labels(words),
                words.of("analytics.delay"),
                words);
    }

    private @Nullable String median() {
        return cohort().delays()
                .median()
                .map(half -> words.of("analytics.median", words.times().length(half)))
                .orElse(null);
    }

    private WorldMap world() {
        var counts = new LinkedHashMap<String, Long>();
        analysis.top(Dimension.COUNTRY).values().forEach(value -> counts.put(value.name(), value.reads()));
        var head = new ChartHead("world", words.of("analytics.title.world"), null);
        return WorldMap.of(head, words.of("analytics.reads"), counts, words);
    }

    private List<Breakdown> breakdowns(Chart... charts) {
        return Arrays.stream(charts)
                .flatMap(chart -> chart.dimension().stream().map(dimension -> breakdown(chart, dimension)))
                .toList();
    }

    private Breakdown breakdown(Chart chart, Dimension dimension) {
        TopValues top = TopShown.of(analysis.top(dimension));
        var names = new ValueNames(dimension, words);
        List<Bars.Item> named = top.values().stream()
                .map(value -> new Bars.Item(names.of(value.name()), null, value.reads()))
                .toList();
        List<Bars.Item> others = top.others() == 0
                ? List.of()
                : List.of(new Bars.Item(words.of("analytics.others"), null, top.others()));
        Bars bars = Bars.of(
                head(chart, words.of("analytics.title." + chart.code())),
                words.of("analytics.column." + chart.code()),
                words.of("analytics.reads"),
                Stream.concat(named.stream(), others.stream()).toList(),
                top.known(),
                words);
        return new Breakdown(bars, known(top.known()));
    }

    private @Nullable String known(long known) {
        return known >= opens().reads() ? null : words.of("analytics.known", known, opens().reads());
    }

    private Breakdown verdicts() {
        Stream<Bars.Item> judged = Arrays.stream(Verdict.values())
                .filter(verdict -> opens().of(verdict) > 0)
                .map(this::verdict)
                .sorted(Comparator.comparingLong(Bars.Item::number).reversed());
        Stream<Bars.Item> unjudged = opens().unjudged() == 0
                ? Stream.empty()
                : Stream.of(new Bars.Item(words.of("analytics.unjudged"), null, opens().unjudged()));
        return new Breakdown(
                Bars.of(
                        head(Chart.VERDICTS, words.of("analytics.title.verdicts")),
                        words.of("analytics.column.verdicts"),
                        words.of("analytics.opens"),
                        Stream.concat(judged, unjudged).toList(),
                        opens().opens(),
                        words),
                null);
    }

    private Bars.Item verdict(Verdict verdict) {
        return new Bars.Item(
                VerdictView.of(verdict, words).word(),
                search.listHref(Map.of("verdict", verdict.code())),
                opens().of(verdict));
    }
}
