package com.tachyonfuture.mailtrack.web.track;

import com.tachyonfuture.mailtrack.application.track.TrackSummary;
import com.tachyonfuture.mailtrack.application.track.TracksCounted;
import com.tachyonfuture.mailtrack.domain.track.Activity;
import com.tachyonfuture.mailtrack.web.api.NextPage;
import com.tachyonfuture.mailtrack.web.chart.Sparkline;
import com.tachyonfuture.mailtrack.web.words.DisplayTimes;
import com.tachyonfuture.mailtrack.web.words.MomentView;
import com.tachyonfuture.mailtrack.web.words.Words;
import org.jspecify.annotations.Nullable;

/// A track in the list.
///
/// @param field the name of the box that chooses the track
/// @param choose what choosing it is called
/// @param pinned the word for it; null where the track is not
/// @param group null where the track is in none, or where that is not told
/// @param before what is said of the track before the time
/// @param after what is said of it after the time
/// @param trend its latest reads; null where they are not told
public record LineView(
        String href,
        String field,
        String choose,
        TickView tick,
        String recipient,
        String subject,
        @Nullable String pinned,
        @Nullable GroupLink group,
        String before,
        @Nullable MomentView at,
        String after,
        @Nullable Sparkline trend) {

    /// The list of all tracks of a message.
    ///
    /// @param text how many they are
    public record GroupLink(String href, String text) {

        static GroupLink of(String messageGroupId, TracksCounted tracks, Words words) {
            return new GroupLink(
                    new NextPage("/").with("message_group_id", messageGroupId).toString(),
                    words.of("line.group", Shown.counted(tracks, words)));
        }
    }

    public static LineView of(TrackSummary summary, Words words) {
        return of(summary, null, null, words);
    }

    static LineView of(TrackSummary summary, @Nullable GroupLink group, @Nullable Sparkline trend, Words words) {
        var details = summary.track().details();
        String recipient = Shown.recipient(details.recipient(), words);
        String subject = Shown.subject(details.subject(), words);
        return new LineView(
                "/detail/" + summary.track().id().inPath(),
                ChosenForm.PREFIX + summary.track().id().value(),
                words.of("line.choose", recipient, subject),
                TickView.of(summary, words),
                recipient,
                subject,
                summary.pinned() ? words.of("line.pinned") : null,
                group,
                before(summary, words),
                at(summary, words.times()),
                after(summary, words),
                trend);
    }

    private static String before(TrackSummary summary, Words words) {
        return switch (summary.state()) {
            case WAITING -> words.of("line.waiting");
            case DELIVERED -> words.of("line.delivered");
            case READ -> words.of("line.read");
        };
    }

    private static @Nullable MomentView at(TrackSummary summary, DisplayTimes times) {
        return switch (summary.state()) {
            case WAITING -> times.since(summary.track().createdAt());
            case DELIVERED -> times.ago(summary.activity().firstOpenedAt());
            case READ -> times.ago(summary.activity().lastReadAt());
        };
    }

    private static String after(TrackSummary summary, Words words) {
        Activity activity = summary.activity();
        return switch (summary.state()) {
            case WAITING -> Shown.isOnlyOwn(summary) ? words.of("line.by-you-only") : "";
            case DELIVERED -> "";
            case READ -> activity.reads() > 1 ? times(activity, words) : "";
        };
    }

    /// Nobody may know when that was.
    private static String times(Activity activity, Words words) {
        String times = Shown.times(activity.reads(), words);
        return activity.lastReadAt() == null ? times : words.of("line.times", times);
    }
}
