package com.tachyonfuture.mailtrack.web.track;

import com.tachyonfuture.mailtrack.application.track.TrackSummary;
import com.tachyonfuture.mailtrack.domain.track.Activity;
import com.tachyonfuture.mailtrack.domain.track.TrackState;
import com.tachyonfuture.mailtrack.web.words.MomentView;
import com.tachyonfuture.mailtrack.web.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What became of a track, in words.
///
/// @param summary how often it was read or fetched, and how soon
/// @param first what happened at the first of the times: "First read"
/// @param firstAt null where that is not known, or did not happen
/// @param lastAt the last of those times; null where there were not several
/// @param remarks what is worth knowing besides
/// @param stoppedAt since when nothing is recorded; null while it is
public record StateView(
        TickView tick,
        String summary,
        String first,
        @Nullable MomentView firstAt,
        @Nullable MomentView lastAt,
        List<String> remarks,
        @Nullable MomentView stoppedAt) {

    static StateView of(TrackSummary found, Words words) {
        Activity activity = found.activity();
        boolean read = found.state() == TrackState.READ;
        Instant firstAt = read ? activity.firstReadAt() : activity.firstOpenedAt();
        Instant lastAt = read ? activity.lastReadAt() : activity.lastOpenedAt();
        boolean several = (read ? activity.reads() : activity.opens()) > 1;
        return new StateView(
                TickView.of(found, words),
                summary(found, words),
                words.of(read ? "detail.first-read" : "detail.first"),
                words.times().ago(firstAt),
                several ? words.times().ago(lastAt) : null,
                remarks(activity, words),
                words.times().dated(found.stoppedAt()));
    }

    private static String summary(TrackSummary found, Words words) {
        Activity activity = found.activity();
        return switch (found.state()) {
            case WAITING -> words.of(Shown.isOnlyOwn(found) ? "detail.summary.only-own" : "detail.summary.waiting");
            case DELIVERED -> words.of("detail.summary.delivered", Shown.times(activity.opens(), words));
            case READ -> {
                String times = Shown.times(activity.reads(), words);
                yield timeToRead(found)
                        .map(length -> words.of(
                                "detail.summary.read-after",
                                times,
                                words.times().length(length)))
                        .orElseGet(() -> words.of("detail.summary.read", times));
            }
        };
    }

    /// Empty as well where it was read before it was created, as wrong clocks have it.
    private static Optional<Duration> timeToRead(TrackSummary found) {
        Instant readAt = found.activity().firstReadAt();
        Instant createdAt = found.track().createdAt();
        return readAt == null || createdAt == null || readAt.isBefore(createdAt)
                ? Optional.empty()
                : Optional.of(Duration.between(createdAt, readAt));
    }

    private static List<String> remarks(Activity activity, Words words) {
        var remarks = new ArrayList<String>();
        Instant now = words.times().now();
        if (activity.isRead() && activity.opens() > activity.reads()) {
            remarks.add(words.of("detail.summary.fetched", Shown.times(activity.opens(), words)));
        }
        if (activity.isHot(now)) {
            remarks.add(words.of("detail.summary.hot"));
        }
        Instant lastAt = activity.lastReadAt();
        if (lastAt != null && activity.isQuiet(now)) {
            remarks.add(words.of(
                    "detail.summary.quiet",
                    words.count("time.days", Duration.between(lastAt, now).toDays())));
        }
        return List.copyOf(remarks);
    }
}
