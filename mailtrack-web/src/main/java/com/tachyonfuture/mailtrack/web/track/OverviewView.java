package com.tachyonfuture.mailtrack.web.track;

import com.tachyonfuture.mailtrack.application.recording.RecentRead;
import com.tachyonfuture.mailtrack.application.stats.ComputeStats;
import com.tachyonfuture.mailtrack.application.stats.Counts;
import com.tachyonfuture.mailtrack.web.form.FieldErrors;
import com.tachyonfuture.mailtrack.web.words.MomentView;
import com.tachyonfuture.mailtrack.web.words.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the overview shows.
///
/// @param notice what was just done; null for nothing
/// @param empty whether there is no track at all
/// @param errors what is wrong with the search; then there are no lines
/// @param back the address of this search
/// @param older the page after this one; null when this is the last
/// @param newest the first page; null when this is it
/// @param sampleKey makes the button for a sample track safe to press twice
public record OverviewView(
        @Nullable String notice,
        boolean empty,
        List<NumberView> numbers,
        @Nullable LatestReadView latest,
        FilterView filter,
        List<String> errors,
        List<LineView> lines,
        String back,
        @Nullable String older,
        @Nullable String newest,
        String sampleKey) {

    /// A headline number.
    ///
    /// @param of what it counts
    public record NumberView(String label, String value, String of) {

        private static List<NumberView> all(Counts counts, Words words) {
            return List.of(
                    of("tracks", counts.tracks(), words),
                    of("delivered", counts.openedTracks(), words, counts.tracks()),
                    of("reads", counts.reads(), words),
                    of("opens", counts.opens(), words));
        }

        private static NumberView of(String name, long number, Words words, Object... filling) {
            String key = "number." + name;
            return new NumberView(words.of(key + ".label"), words.number(number), words.of(key + ".of", filling));
        }
    }

    /// The latest read of all.
    public record LatestReadView(
            String href,
            String recipient,
            String subject,
            @Nullable MomentView at) {

        private static LatestReadView of(RecentRead read, Words words) {
            return new LatestReadView(
                    "/detail/" + read.trackId().inPath(),
                    Shown.recipient(read.recipient(), words),
                    Shown.subject(read.subject(), words),
                    words.times().ago(read.openedAt()));
        }
    }

    static OverviewView of(
            ComputeStats.Result stats, TracksFound found, @Nullable String notice, Words words, String sampleKey) {
        OverviewSearch search = found.search();
        FieldErrors errors = found.errors();
        return new OverviewView(
                notice,
                stats.counts().tracks() == 0,
                NumberView.all(stats.counts(), words),
                stats.latestRead().map(read -> LatestReadView.of(read, words)).orElse(null),
                FilterView.of(search, stats.counts(), errors, words),
                errors.sentences(),
                found.page().items().stream()
                        .map(summary -> LineView.of(summary, words))
                        .toList(),
                search.href(),
                found.page().next() == null
                        ? null
                        : search.hrefAfter(found.page().next()),
                search.cursor() == null ? null : search.href(),
                sampleKey);
    }
}
