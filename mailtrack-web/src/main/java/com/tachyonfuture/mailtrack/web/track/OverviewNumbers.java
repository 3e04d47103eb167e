package com.tachyonfuture.mailtrack.web.track;

import com.tachyonfuture.mailtrack.application.stats.FollowReads;
import com.tachyonfuture.mailtrack.application.stats.SummarizePeriod;
import com.tachyonfuture.mailtrack.application.track.FindTracks;
import com.tachyonfuture.mailtrack.application.track.TrackFilter;
import com.tachyonfuture.mailtrack.application.track.TrackSummary;
import com.tachyonfuture.mailtrack.application.track.TracksCounted;
import com.tachyonfuture.mailtrack.domain.track.RecipientList;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import com.tachyonfuture.mailtrack.web.chart.Sparkline;
import com.tachyonfuture.mailtrack.web.page.AskedPeriod;
import com.tachyonfuture.mailtrack.web.words.Words;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Counts what the overview shows beside its tracks.
@Singleton
final class OverviewNumbers {

    /// They are counted in an index.
    private static final int MOST_HOT = 1_000;

    /// Tracks that may be quiet, the oldest first. Each of them is looked at.
    private static final int MOST_LOOKED_AT = 100;

    private final SummarizePeriod summarizePeriod;
    private final FollowReads followReads;
    private final FindTracks findTracks;

    OverviewNumbers(SummarizePeriod summarizePeriod, FollowReads followReads, FindTracks findTracks) {
        this.summarizePeriod = summarizePeriod;
        this.followReads = followReads;
        this.findTracks = findTracks;
    }

    HeadlineView headline(AskedPeriod period, OverviewSearch search, Words words) {
        var summary = summarizePeriod.of(period.period(), words.times().zone());
        return HeadlineView.of(summary, period, search, words);
    }

    /// How many tracks there are of each kind that the page names.
    Kinds kinds(List<TrackSummary> tracks, Words words) {
        Instant now = words.times().now();
        List<String> groups = tracks.stream()
                .flatMap(summary -> Stream.ofNullable(summary.track().details().messageGroupId()))
                .distinct()
                .toList();
        return new Kinds(
                counted(TrackFilter.ALL.withHotAt(now), MOST_HOT),
                counted(TrackFilter.ALL.withQuietAt(now), MOST_LOOKED_AT),
                byGroup(groups));
    }

    private TracksCounted counted(TrackFilter filter, int most) {
        return findTracks.counted(List.of(filter), most).getFirst();
    }

    private Map<String, TracksCounted> byGroup(List<String> groups) {
        if (groups.isEmpty()) {
            return Map.of();
        }
        List<TrackFilter> filters =
                groups.stream().map(TrackFilter.ALL::withMessageGroupId).toList();
        List<TracksCounted> counted = findTracks.counted(filters, RecipientList.LONGEST);
        return IntStream.range(0, groups.size()).boxed().collect(Collectors.toMap(groups::get, counted::get));
    }

    /// How many tracks there are of some kinds.
    ///
    /// @param groups by their ids
    record Kinds(TracksCounted hot, TracksCounted quiet, Map<String, TracksCounted> groups) {}

    /// The latest reads of those tracks that had any.
    Map<TrackId, Sparkline> trends(List<TrackSummary> tracks, Words words) {
        List<TrackId> read = tracks.stream()
                .filter(summary -> summary.activity().isRead())
                .map(summary -> summary.track().id())
                .toList();
        var trends = new HashMap<TrackId, Sparkline>();
        if (!read.isEmpty()) {
            followReads.of(read, words.times().zone()).forEach((track, reads) -> {
                long sum = reads.stream().mapToLong(Long::longValue).sum();
                if (sum > 0) {
                    trends.put(track, Sparkline.of(reads, words.count("line.trend", sum, FollowReads.DAYS)));
                }
            });
        }
        return trends;
    }
}
