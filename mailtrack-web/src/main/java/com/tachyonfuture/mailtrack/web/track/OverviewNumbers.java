package com.tachyonfuture.mailtrack.web.track;

import com.tachyonfuture.mailtrack.application.stats.FollowReads;
import com.tachyonfuture.mailtrack.application.stats.SummarizePeriod;
import com.tachyonfuture.mailtrack.application.track.TrackSummary;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import com.tachyonfuture.mailtrack.web.chart.Sparkline;
import com.tachyonfuture.mailtrack.web.page.AskedPeriod;
import com.tachyonfuture.mailtrack.web.words.Words;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Counts what the overview shows beside its tracks.
@Singleton
final class OverviewNumbers {

    private final SummarizePeriod summarizePeriod;
    private final FollowReads followReads;

    OverviewNumbers(SummarizePeriod summarizePeriod, FollowReads followReads) {
        this.summarizePeriod = summarizePeriod;
        this.followReads = followReads;
    }

    HeadlineView headline(AskedPeriod period, OverviewSearch search, Words words) {
        var summary = summarizePeriod.of(period.period(), words.times().zone());
        return HeadlineView.of(summary, period, search, words);
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
