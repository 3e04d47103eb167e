package com.tachyonfuture.mailtrack.web.track;

import com.tachyonfuture.mailtrack.application.stats.DescribeReaders;
import com.tachyonfuture.mailtrack.application.stats.FollowTrack;
import com.tachyonfuture.mailtrack.application.track.FindTracks;
import com.tachyonfuture.mailtrack.application.track.TrackFilter;
import com.tachyonfuture.mailtrack.application.track.TrackSort;
import com.tachyonfuture.mailtrack.application.track.TrackSummary;
import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import com.tachyonfuture.mailtrack.web.chart.TimeChart;
import com.tachyonfuture.mailtrack.web.words.Words;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds what the page of a track shows around its opens.
@Singleton
final class Surroundings {

    private static final int MEMBERS = 50;

    /// A chart of less says nothing.
    private static final int FEWEST = 2;

    private final FollowTrack followTrack;
    private final DescribeReaders describeReaders;
    private final FindTracks findTracks;

    Surroundings(FollowTrack followTrack, DescribeReaders describeReaders, FindTracks findTracks) {
        this.followTrack = followTrack;
        this.describeReaders = describeReaders;
        this.findTracks = findTracks;
    }

    /// @param verdict which opens the page shows; null: all
    Around of(TrackSummary found, @Nullable Verdict verdict, Words words) {
        return new Around(course(found, verdict, words), readers(found, words), group(found, words));
    }

    private @Nullable TimeChart course(TrackSummary found, @Nullable Verdict verdict, Words words) {
        if (found.activity().opens() < FEWEST) {
            return null;
        }
        return followTrack
                .of(found, words.times().zone())
                .map(course -> CourseView.of(course, verdict, words))
                .orElse(null);
    }

    private @Nullable ReadersView readers(TrackSummary found, Words words) {
        long reads = found.activity().reads();
        return reads < FEWEST
                ? null
                : ReadersView.of(describeReaders.of(found.track().id()), reads, words);
    }

    private MemberView.@Nullable Group group(TrackSummary found, Words words) {
        String group = found.track().details().messageGroupId();
        if (group == null) {
            return null;
        }
        List<TrackSummary> others = others(found.track().id(), group);
        return others.isEmpty() ? null : MemberView.Group.of(group, others, words);
    }

    private List<TrackSummary> others(TrackId track, String group) {
        var filter = TrackFilter.ALL.withMessageGroupId(group);
        var request = new FindTracks.Request(null, filter, TrackSort.CREATED, MEMBERS + 1, null);
        return switch (findTracks.matching(request)) {
            case FindTracks.Found(var page) ->
                page.items().stream()
                        .filter(member -> !member.track().id().equals(track))
                        .limit(MEMBERS)
                        .toList();
            case FindTracks.Refused _ -> List.of();
        };
    }

    /// What stands around the opens of a track.
    ///
    /// @param course how it was opened over time; null where that says nothing
    /// @param readers null where nothing is known of them
    /// @param group null where there is nobody else
    record Around(@Nullable TimeChart course, @Nullable ReadersView readers, MemberView.@Nullable Group group) {

        static final Around NOTHING = new Around(null, null, null);
    }
}
