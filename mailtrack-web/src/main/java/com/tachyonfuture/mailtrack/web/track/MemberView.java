package com.tachyonfuture.mailtrack.web.track;

import com.tachyonfuture.mailtrack.application.track.TrackSummary;
import com.tachyonfuture.mailtrack.web.api.NextPage;
import com.tachyonfuture.mailtrack.web.words.MomentView;
import com.tachyonfuture.mailtrack.web.words.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Another recipient of the same message.
///
/// @param href the page of their track
/// @param at when it was read last; null where it was not, or nobody knows
public record MemberView(
        String href,
        TickView tick,
        String recipient,
        @Nullable MomentView at) {

    /// The other recipients of a message.
    ///
    /// @param all the list of all its recipients
    public record Group(List<MemberView> others, String all) {

        static Group of(String messageGroupId, List<TrackSummary> others, Words words) {
            return new Group(
                    others.stream().map(other -> MemberView.of(other, words)).toList(),
                    new NextPage("/").with("message_group_id", messageGroupId).toString());
        }
    }

    private static MemberView of(TrackSummary other, Words words) {
        return new MemberView(
                "/detail/" + other.track().id().inPath(),
                TickView.of(other, words),
                Shown.recipient(other.track().details().recipient(), words),
                words.times().ago(other.activity().lastReadAt()));
    }
}
