package com.tachyonfuture.mailtrack.web.track;

import com.tachyonfuture.mailtrack.application.recording.RecentRead;
import com.tachyonfuture.mailtrack.application.stats.ComputeStats;
import com.tachyonfuture.mailtrack.application.track.TrackSummary;
import com.tachyonfuture.mailtrack.application.track.TracksCounted;
import com.tachyonfuture.mailtrack.domain.track.Track;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import com.tachyonfuture.mailtrack.web.chart.Sparkline;
import com.tachyonfuture.mailtrack.web.form.FieldErrors;
import com.tachyonfuture.mailtrack.web.page.ExportLinks;
import com.tachyonfuture.mailtrack.web.track.LineView.GroupLink;
import com.tachyonfuture.mailtrack.web.words.MomentView;
import com.tachyonfuture.mailtrack.web.words.Words;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the overview shows.
///
/// @param notice what was just done; null for nothing
/// @param headline null while there is no track at all
/// @param errors what is wrong with the search; then there are no lines
/// @param export the tracks that match, be they on this page or not
/// @param back the address of this search
/// @param older the page after this one; null when this is the last
/// @param newest the first page; null when this is it
/// @param sampleKey makes the button for a sample track safe to press twice
public record OverviewView(
        @Nullable String notice,
        @Nullable HeadlineView headline,
        @Nullable LatestReadView latest,
        FilterView filter,
        List<String> errors,
        List<LineView> lines,
        ExportLinks export,
        String back,
        @Nullable String older,
        @Nullable String newest,
        String sampleKey) {

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

    /// What the page is made of.
    ///
    /// @param trends the latest reads of tracks
    record Parts(
            @Nullable String notice,
            ComputeStats.Result stats,
            @Nullable HeadlineView headline,
            TracksFound found,
            OverviewNumbers.Kinds kinds,
            Map<TrackId, Sparkline> trends,
            String sampleKey) {}

    static OverviewView of(Parts parts, Words words) {
        TracksFound found = parts.found();
        OverviewSearch search = found.search();
        FieldErrors errors = found.errors();
        return new OverviewView(
                parts.notice(),
                parts.headline(),
                parts.stats()
                        .latestRead()
                        .map(read -> LatestReadView.of(read, words))
                        .orElse(null),
                FilterView.of(search, parts.stats().counts(), parts.kinds(), errors, words),
                errors.sentences(),
                found.page().items().stream()
                        .map(summary -> line(summary, parts, words))
                        .toList(),
                ExportLinks.ofTracks(search.queryOfList()),
                search.href(),
                found.page().next() == null
                        ? null
                        : search.hrefAfter(found.page().next()),
                search.cursor() == null ? null : search.href(),
                parts.sampleKey());
    }

    private static LineView line(TrackSummary summary, Parts parts, Words words) {
        Track track = summary.track();
        return LineView.of(
                summary,
                group(track.details().messageGroupId(), parts, words),
                parts.trends().get(track.id()),
                words);
    }

    private static @Nullable GroupLink group(@Nullable String id, Parts parts, Words words) {
        TracksCounted tracks = id == null ? null : parts.kinds().groups().get(id);
        return id == null || tracks == null || tracks.number() < 2 ? null : GroupLink.of(id, tracks, words);
    }
}
