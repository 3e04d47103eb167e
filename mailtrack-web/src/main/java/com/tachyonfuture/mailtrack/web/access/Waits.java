package com.tachyonfuture.mailtrack.web.access;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Tells how long somebody has to wait who typed wrong passwords too often.
@Singleton
final class Waits {

    /// @param seconds at least one
    record Wait(long seconds) {

        /// For the header `Retry-After`.
        String inSeconds() {
            return String.valueOf(seconds);
        }

        String sentence() {
            return "User name or password was wrong too often. The next try is possible in " + inWords()
                    + "; this one was not looked at.";
        }

        private String inWords() {
            if (seconds < 60) {
                return seconds == 1 ? "1 second" : seconds + " seconds";
            }
            long minutes = (seconds + 59) / 60;
            return minutes == 1 ? "1 minute" : minutes + " minutes";
        }
    }

    private final InstantSource clock;

    Waits(InstantSource clock) {
        this.clock = clock;
    }

    /// Rounded up, so that whoever waits so long does not come too soon again.
    Wait until(Instant nextTryAt) {
        long milliseconds = Duration.between(clock.instant(), nextTryAt).toMillis();
        return new Wait(Math.max(1, (milliseconds + 999) / 1000));
    }
}
