package com.tachyonfuture.mailtrack.outbound.client;

import java.time.Duration;
import java.util.function.LongSupplier;

/// Time that something may take: a part of all that goes by, and some of it saved up. For many threads.
final class Allowance {

    private final long most;
    private final int oneIn;
    private final LongSupplier nanoTime;

    private long left;
    private long last;

    /// @param most that is saved up, and there at the beginning
    /// @param oneIn how many nanoseconds go by for each that is allowed
    /// @param nanoTime as [System#nanoTime]
    Allowance(Duration most, int oneIn, LongSupplier nanoTime) {
        this.most = most.toNanos();
        this.oneIn = oneIn;
        this.nanoTime = nanoTime;
        left = this.most;
        last = nanoTime.getAsLong();
    }

    synchronized boolean hasSome() {
        long now = nanoTime.getAsLong();
        left = Math.min(most, left + (now - last) / oneIn);
        last = now;
        return left > 0;
    }

    synchronized void take(long nanos) {
        left -= nanos;
    }
}
