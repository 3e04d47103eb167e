package com.tachyonfuture.mailtrack.domain.access;

import java.time.Instant;
import java.util.Optional;

/**
 * How often signing in has failed in a row.
 *
 * @param lastAt when it failed last
 */
public record FailedTries(int times, Instant lastAt) {

    /** Nothing has failed yet. */
    public static final FailedTries NONE = new FailedTries(0, Instant.EPOCH);

    /**
     * When the next try is allowed; empty when it is now. The first failures are followed by no wait even where the
     * clocks of two instances differ.
     */
    public Optional<Instant> nextTryAt(SignInPace pace, Instant now) {
        if (times < SignInPace.SLOWED_FROM || areForgotten(now)) {
            return Optional.empty();
        }
        return Optional.of(pace.nextTryAt(times, lastAt)).filter(now::isBefore);
    }

    /** The same with one more failure. */
    public FailedTries andOneAt(Instant now) {
        return areForgotten(now) ? new FailedTries(1, now) : new FailedTries(times + 1, now);
    }

    private boolean areForgotten(Instant now) {
        return SignInPace.areForgotten(lastAt, now);
    }
}
