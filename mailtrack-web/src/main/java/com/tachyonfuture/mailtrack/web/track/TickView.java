package com.tachyonfuture.mailtrack.web.track;

import com.tachyonfuture.mailtrack.application.track.TrackSummary;
import com.tachyonfuture.mailtrack.domain.track.Activity;
import com.tachyonfuture.mailtrack.domain.track.TrackState;
import com.tachyonfuture.mailtrack.web.words.Words;
import java.time.Instant;

/// The sign for the state of a track, the same on every page, with its word for whoever can't see it.
///
/// @param style what the style sheet calls the state
public record TickView(String sign, String word, String style) {

    /// With what the owner wants to know beyond the state: whether it goes on, and how it went on.
    static TickView of(TrackSummary found, Words words) {
        Activity activity = found.activity();
        Instant now = words.times().now();
        if (found.isStopped()) {
            return new TickView("∅", words.of("state.stopped"), "tick is-stopped");
        }
        if (activity.isHot(now)) {
            return new TickView("✓✓", words.of("state.hot"), "tick is-read is-hot");
        }
        if (activity.isQuiet(now)) {
            return new TickView("✓✓", words.of("state.quiet"), "tick is-quiet");
        }
        return activity.reads() > 1
                ? new TickView("✓✓", words.of("state.read-again"), "tick is-read")
                : of(found.state(), words);
    }

    static TickView of(TrackState state, Words words) {
        return switch (state) {
            case WAITING -> new TickView("·", words.of("state.waiting"), "tick is-waiting");
            case DELIVERED -> new TickView("✓", words.of("state.delivered"), "tick is-delivered");
            case READ -> new TickView("✓✓", words.of("state.read"), "tick is-read");
        };
    }
}
