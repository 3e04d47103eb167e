package com.tachyonfuture.mailtrack.app.classify;

import com.tachyonfuture.mailtrack.app.Lookout;
import java.time.Duration;

/// The thread that looks for replaced databases and lists. A file counts as replaced when two looks find it the
/// same, so it is in use within a minute.
public final class PlaceLoop {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(20);

    private final Lookout lookout;

    PlaceLoop(Runnable look) {
        this.lookout = new Lookout("places", BETWEEN_LOOKS, look);
    }

    public void start() {
        lookout.start();
    }

    /// Ends the thread, after the look that it is at.
    public void stop() {
        lookout.stop();
    }
}
