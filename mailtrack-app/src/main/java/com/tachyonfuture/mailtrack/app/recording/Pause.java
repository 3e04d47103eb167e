package com.tachyonfuture.mailtrack.app.recording;

import java.time.Duration;
import java.util.function.LongSupplier;

/// A time during which something is not done again. It goes by a clock that never goes back, as the time
/// of day may. For one thread.
final class Pause {

    private final LongSupplier nanoClock;
    private long began;
    private Duration length = Duration.ZERO;

    /// @param nanoClock nanoseconds since any moment
    Pause(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
        this.began = nanoClock.getAsLong();
    }

    void begin(Duration lengthFromNow) {
        began = nanoClock.getAsLong();
        length = lengthFromNow;
    }

    boolean isOver() {
        return nanoClock.getAsLong() - began >= length.toNanos();
    }
}
