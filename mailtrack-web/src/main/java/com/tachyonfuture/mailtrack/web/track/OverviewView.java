package com.tachyonfuture.mailtrack.web.track;

import com.tachyonfuture.mailtrack.application.recording.RecentRead;
import com.tachyonfuture.mailtrack.application.stats.ComputeStats;
import com.tachyonfuture.mailtrack.application.stats.Counts;
import com.tachyonfuture.mailtrack.web.form.FieldErrors;
import com.tachyonfuture.mailtrack.web.page.DisplayTimes;
import com.tachyonfuture.mailtrack.web.page.MomentView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the overview shows.
///
/// @param deleted whether a track was just deleted
/// @param empty whether there is no track at all
/// @param errors what is wrong with the search; then there are no lines
/// @param older the page after this one; null when this is the last
/// @param newest the first page; null when this is it
/// @param sampleKey makes the button for a sample track safe to press twice
public record OverviewView(
        boolean deleted,
        boolean empty,
        List<NumberView> numbers,
        @Nullable LatestReadView latest,
        FilterView filter,
        List<String> errors,
        List<LineView> lines,
        @Nullable String older,
        @Nullable String newest,
        String sampleKey) {

    /// A headline number.
    ///
    /// @param of what it counts
    public record NumberView(String label, String value, String of) {

        private static List<NumberView> all(Counts counts) {
            return List.of(
                    new NumberView("Tracks", Shown.number(counts.tracks()), "mails that you follow"),
                    new NumberView(
                            "Delivered",
                            Shown.number(counts.openedTracks()),
                            "of " + Shown.number(counts.tracks()) + " were fetched, read or not"),
                    new NumberView("Reads", Shown.number(counts.reads()), "times that somebody read"),
                    new NumberView("Opens", Shown.number(counts.opens()), "fetches of any kind"));
        }
    }

    /// The latest read of all.
    public record LatestReadView(
            String href,
            String recipient,
            String subject,
            @Nullable MomentView at) {

        private static LatestReadView of(RecentRead read, DisplayTimes times) {
            return new LatestReadView(
                    "/detail/" + read.trackId().inPath(),
                    Shown.or(read.recipient(), "No recipient"),
                    Shown.or(read.subject(), "No subject"),
                    times.ago(read.openedAt()));
        }
    }

    static OverviewView of(
            ComputeStats.Result stats, TracksFound found, boolean deleted, DisplayTimes times, String sampleKey) {
        OverviewSearch search = found.search();
        FieldErrors errors = found.errors();
        return new OverviewView(
                deleted,
                stats.counts().tracks() == 0,
                NumberView.all(stats.counts()),
                stats.latestRead().map(read -> LatestReadView.of(read, times)).orElse(null),
                FilterView.of(search, errors),
                errors.sentences(),
                found.page().items().stream()
                        .map(summary -> LineView.of(summary, times))
                        .toList(),
                found.page().next() == null
                        ? null
                        : search.hrefAfter(found.page().next()),
                search.cursor() == null ? null : search.href(),
                sampleKey);
    }
}
