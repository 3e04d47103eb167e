package com.tachyonfuture.mailtrack.web.track;

import com.tachyonfuture.mailtrack.domain.track.TrackState;
import com.tachyonfuture.mailtrack.web.words.Words;

/// The sign for the state of a track, the same on every page, with its word for whoever can't see it.
///
/// @param style what the style sheet calls the state
public record TickView(String sign, String word, String style) {

    static TickView of(TrackState state, Words words) {
        return switch (state) {
            case WAITING -> new TickView("·", words.of("state.waiting"), "tick is-waiting");
            case DELIVERED -> new TickView("✓", words.of("state.delivered"), "tick is-delivered");
            case READ -> new TickView("✓✓", words.of("state.read"), "tick is-read");
        };
    }
}
