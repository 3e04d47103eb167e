package com.tachyonfuture.mailtrack.web.track;

import com.tachyonfuture.mailtrack.application.track.TrackSummary;
import com.tachyonfuture.mailtrack.domain.track.Activity;
import com.tachyonfuture.mailtrack.web.page.DisplayTimes;
import com.tachyonfuture.mailtrack.web.page.MomentView;
import org.jspecify.annotations.Nullable;

/// A track in the list.
///
/// @param before what is said of the track before the time
/// @param after what is said of it after the time
public record LineView(
        String href,
        TickView tick,
        String recipient,
        String subject,
        String before,
        @Nullable MomentView at,
        String after) {

    static LineView of(TrackSummary summary, DisplayTimes times) {
        var details = summary.track().details();
        return new LineView(
                "/detail/" + summary.track().id().inPath(),
                TickView.of(summary.state()),
                Shown.or(details.recipient(), "No recipient"),
                Shown.or(details.subject(), "No subject"),
                before(summary),
                at(summary, times),
                after(summary));
    }

    private static String before(TrackSummary summary) {
        Activity activity = summary.activity();
        return switch (summary.state()) {
            case WAITING -> "waiting";
            case DELIVERED -> "delivered";
            case READ -> onlyReads(activity) ? "read" : "read " + Shown.times(activity.reads()) + ", fetched";
        };
    }

    private static @Nullable MomentView at(TrackSummary summary, DisplayTimes times) {
        return switch (summary.state()) {
            case WAITING -> times.since(summary.track().createdAt());
            case DELIVERED -> times.ago(summary.activity().firstOpenedAt());
            case READ -> times.ago(summary.activity().lastOpenedAt());
        };
    }

    private static String after(TrackSummary summary) {
        Activity activity = summary.activity();
        return switch (summary.state()) {
            case WAITING -> Shown.isOnlyOwn(summary) ? ", fetched by you only" : "";
            case DELIVERED -> "";
            case READ -> onlyReads(activity) && activity.reads() > 1 ? ", " + Shown.times(activity.reads()) : "";
        };
    }

    /// Only then the last open was a read as well: of reads no time is kept.
    private static boolean onlyReads(Activity activity) {
        return activity.reads() == activity.opens();
    }
}
