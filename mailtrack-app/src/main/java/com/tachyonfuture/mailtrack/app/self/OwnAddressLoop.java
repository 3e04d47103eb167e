package com.tachyonfuture.mailtrack.app.self;

import com.tachyonfuture.mailtrack.app.Lookout;
import com.tachyonfuture.mailtrack.application.self.OwnersNetworks;
import java.time.Duration;

/// The thread that reads again which addresses are the owner's: another instance may have learned or forgotten some.
public final class OwnAddressLoop {

    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(1);

    private final Lookout lookout;

    OwnAddressLoop(OwnersNetworks owners) {
        this.lookout = new Lookout("own addresses", BETWEEN_LOOKS, owners::refresh);
    }

    public void start() {
        lookout.start();
    }

    /// Ends the thread, after the look that it is at.
    public void stop() {
        lookout.stop();
    }
}
