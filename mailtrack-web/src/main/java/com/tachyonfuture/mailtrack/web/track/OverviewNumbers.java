package com.tachyonfuture.mailtrack.web.track;

import com.tachyonfuture.mailtrack.application.stats.FollowReads;
import com.tachyonfuture.mailtrack.application.stats.SummarizePeriod;
import com.tachyonfuture.mailtrack.application.track.FindTracks;
import com.tachyonfuture.mailtrack.application.track.TrackFilter;
import com.tachyonfuture.mailtrack.application.track.TrackSummary;
import com.tachyonfuture.mailtrack.application.track.TracksCounted;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import com.tachyonfuture.mailtrack.web.chart.Sparkline;
import com.tachyonfuture.mailtrack.web.page.AskedPeriod;
import com.tachyonfuture.mailtrack.web.track.LineView.GroupLink;
import com.tachyonfuture.mailtrack.web.words.Words;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Counts what the overview shows beside its tracks.
@Singleton
final class OverviewNumbers {

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

    /// The messages of those tracks that are not the only one of theirs.
    Map<String, GroupLink> groups(List<TrackSummary> tracks, Words words) {
        List<String> groups = tracks.stream()
                .flatMap(summary ->
                        Stream.ofNullable(summary.track().details().messageGroupId()))
                .distinct()
                .toList();
        List<TracksCounted> counted = findTracks.counted(
                groups.stream().map(TrackFilter.ALL::withMessageGroupId).toList());
        return IntStream.range(0, groups.size())
                .filter(i -> counted.get(i).number() > 1)
                .boxed()
                .collect(Collectors.toMap(groups::get, i -> GroupLink.of(groups.get(i), counted.get(i), words)));
    }

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
