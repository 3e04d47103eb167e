package com.tachyonfuture.mailtrack.web.track;

import com.tachyonfuture.mailtrack.domain.track.TrackState;

/// The sign for the state of a track, the same on every page, with its word for whoever can't see it.
///
/// @param style what the style sheet calls the state
public record TickView(String sign, String word, String style) {

    static TickView of(TrackState state) {
        return switch (state) {
            case WAITING -> new TickView("·", "Waiting", "tick is-waiting");
            case DELIVERED -> new TickView("✓", "Delivered", "tick is-delivered");
            case READ -> new TickView("✓✓", "Read", "tick is-read");
        };
    }
}
