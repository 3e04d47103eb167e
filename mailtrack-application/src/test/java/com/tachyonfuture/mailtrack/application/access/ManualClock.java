package com.tachyonfuture.mailtrack.application.access;

import static com.tachyonfuture.mailtrack.application.contract.Samples.NOON;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still at noon until it is moved on. */
final class ManualClock implements InstantSource {

    private Instant now = NOON;

    @Override
    public Instant instant() {
        return now;
    }

    void advance(Duration time) {
        now = now.plus(time);
    }

    void advanceTo(Instant time) {
        now = time;
    }
}
