package com.tachyonfuture.mailtrack.web.track;

import com.tachyonfuture.mailtrack.application.stats.Headline;
import com.tachyonfuture.mailtrack.application.stats.SummarizePeriod.Point;
import com.tachyonfuture.mailtrack.application.stats.SummarizePeriod.Summary;
import com.tachyonfuture.mailtrack.web.api.NextPage;
import com.tachyonfuture.mailtrack.web.chart.ChartHead;
import com.tachyonfuture.mailtrack.web.chart.Moments;
import com.tachyonfuture.mailtrack.web.chart.Series;
import com.tachyonfuture.mailtrack.web.chart.TimeChart;
import com.tachyonfuture.mailtrack.web.page.AskedPeriod;
import com.tachyonfuture.mailtrack.web.page.PeriodView;
import com.tachyonfuture.mailtrack.web.words.Words;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// A period in numbers, at the top of the overview.
///
/// @param chart null where the zone of the owner left out the days
public record HeadlineView(
        PeriodView period,
        List<NumberView> numbers,
        @Nullable TimeChart chart) {

    /// A headline number.
    ///
    /// @param of what it counts
    /// @param href the list of what it counts; null where that is nothing, or where there is no such list
    /// @param shows what that list shows, where the number does not say so
    public record NumberView(
            String label, String value, String of, @Nullable String href, String shows, ChangeView change) {}

    static HeadlineView of(Summary summary, AskedPeriod period, OverviewSearch search, Words words) {
        return new HeadlineView(
                period.view("/", search.ofList(), words),
                new Numbers(summary, period, search, words).all(),
                summary.points().isEmpty() ? null : chart(summary, period, words));
    }

    private static TimeChart chart(Summary summary, AskedPeriod period, Words words) {
        var moments = new Moments(summary.unit(), words);
        var csv = new NextPage("/analytics/reads.csv");
        period.parameters().forEach(csv::with);
        return TimeChart.of(
                new ChartHead("reads", words.of("overview.chart", moments.per()), csv.toString()),
                series("overview.chart.reads", summary, point -> point.opens().reads(), words),
                series("overview.chart.sent", summary, Point::sent, words),
                summary.points().stream()
                        .map(point -> moments.of(point.range().from()))
                        .toList(),
                moments.title(),
                words);
    }

    private static Series series(String name, Summary summary, ToLongFunction<Point> number, Words words) {
        return new Series(
                words.of(name),
                summary.points().stream().map(number::applyAsLong).toList());
    }

    private record Numbers(Summary summary, AskedPeriod period, OverviewSearch search, Words words) {

        List<NumberView> all() {
            return List.of(
                    number("sent", words.of("overview.sent.of"), created(null), this::sent),
                    number("delivered", share("delivered", this::delivered), null, this::delivered),
                    number("read", share("read", this::read), created("read"), this::read),
                    number("opens", words.of("overview.opens.of"), search.ofAll(), this::opens),
                    median());
        }

        private long sent(Headline headline) {
            return headline.cohort().sent();
        }

        private long delivered(Headline headline) {
            return headline.cohort().delivered();
        }

        private long read(Headline headline) {
            return headline.cohort().read();
        }

        private long opens(Headline headline) {
            return headline.opens().opens();
        }

        /// @param list of what is counted; null where there is none
        private NumberView number(
                String name, String of, @Nullable OverviewSearch list, ToLongFunction<Headline> number) {
            long now = number.applyAsLong(summary.now());
            Headline before = summary.before();
            return new NumberView(
                    words.of("overview." + name),
                    words.number(now),
                    of,
                    now == 0 || list == null ? null : href(list),
                    list == null ? "" : words.of("overview." + name + ".shows"),
                    before == null ? ChangeView.none(words) : ChangeView.of(now, number.applyAsLong(before), words));
        }

        private String share(String name, ToLongFunction<Headline> number) {
            long sent = sent(summary.now());
            double share = sent == 0 ? 0 : (double) number.applyAsLong(summary.now()) / sent;
            return words.of("overview." + name + ".of", words.percent(share));
        }

        private NumberView median() {
            Optional<Duration> now = median(summary.now());
            return new NumberView(
                    words.of("overview.median"),
                    now.map(words.times()::length).orElseGet(() -> words.of("overview.median.none")),
                    words.of("overview.median.of"),
                    now.map(_ -> href(created("read"))).orElse(null),
                    words.of("overview.median.shows"),
                    change(now.orElse(null), summary.before()));
        }

        private ChangeView change(@Nullable Duration now, @Nullable Headline before) {
            if (before == null) {
                return ChangeView.none(words);
            }
            Optional<Duration> then = median(before);
            return then.isEmpty() || now == null
                    ? new ChangeView(null, words.of("overview.change.unknown"))
                    : ChangeView.of(now, then.get(), words);
        }

        private static Optional<Duration> median(Headline headline) {
            return headline.cohort().delays().median();
        }

        /// The tracks that were created in the period.
        private OverviewSearch created(@Nullable String state) {
            OverviewSearch all = search.ofAll().with("state", state);
            return period.isAll()
                    ? all
                    : all.with("since", summary.days().first().toString())
                            .with("until", summary.days().last().toString());
        }

        private static String href(OverviewSearch list) {
            return list.href() + "#tracks";
        }
    }
}
