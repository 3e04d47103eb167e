package com.tachyonfuture.mailtrack.web.analytics;

import com.tachyonfuture.mailtrack.application.stats.AnalyzeReads.Analysis;
import com.tachyonfuture.mailtrack.application.stats.AnalyzeTracks;
import com.tachyonfuture.mailtrack.application.stats.Headline;
import com.tachyonfuture.mailtrack.domain.track.Violation;
import com.tachyonfuture.mailtrack.web.form.FieldErrors;
import com.tachyonfuture.mailtrack.web.page.PeriodView;
import com.tachyonfuture.mailtrack.web.words.Words;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the page of charts shows.
///
/// @param errors what is wrong with the search; then there are no charts
/// @param sample of which tracks the charts are; empty where they are of all
/// @param charts null where there is nothing to draw
/// @param allTime the same page for all time; null where this is it
public record AnalyticsView(
        PeriodView period,
        AnalyticsFilterView filter,
        List<String> errors,
        List<String> sample,
        @Nullable ChartsView charts,
        @Nullable String allTime) {

    private static final Map<String, String> LABELS = Map.of(
            "q", "filter.the-search",
            "recipient", "filter.the-recipient",
            "message_group_id", "filter.the-group",
            "state", "filter.the-state",
            "pinned", "filter.the-pin",
            "verdict", "filter.the-verdict",
            "since", "filter.the-first-day",
            "until", "filter.the-last-day");

    /// @param sample null where all tracks were looked at
    static AnalyticsView of(
            AnalyticsSearch search, Analysis analysis, AnalyzeTracks.@Nullable Sample sample, Words words) {
        return new AnalyticsView(
                period(search, words),
                AnalyticsFilterView.of(search, new FieldErrors(List.of(), LABELS, words), words),
                List.of(),
                sample == null ? List.of() : sentences(sample, words),
                isEmpty(analysis.summary().now()) ? null : new AnalyticsCharts(analysis, search, words).view(),
                search.period().isAll() ? null : search.hrefOfAllTime());
    }

    static AnalyticsView refused(AnalyticsSearch search, List<Violation> violations, Words words) {
        var errors = new FieldErrors(violations, LABELS, words);
        return new AnalyticsView(
                period(search, words),
                AnalyticsFilterView.of(search, errors, words),
                errors.sentences(),
                List.of(),
                null,
                null);
    }

    private static PeriodView period(AnalyticsSearch search, Words words) {
        return search.period().view(AnalyticsSearch.PATH, search.filters(), words);
    }

    private static List<String> sentences(AnalyzeTracks.Sample sample, Words words) {
        String tracks = sample.areMore()
                ? words.of("analytics.sample.newest", sample.tracks())
                : words.count("analytics.sample.all", sample.tracks());
        return sample.opensOfEach() == null
                ? List.of(tracks)
                : List.of(tracks, words.of("analytics.sample.opens", sample.opensOfEach()));
    }

    private static boolean isEmpty(Headline now) {
        return now.cohort().sent() == 0 && now.opens().opens() == 0;
    }
}
