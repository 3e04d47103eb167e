package com.tachyonfuture.mailtrack.web.access;

import com.tachyonfuture.mailtrack.web.words.Words;
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

        String sentence(Words words) {
            return words.of("login.too-often", inWords(words));
        }

        private String inWords(Words words) {
            return seconds < 60
                    ? words.count("login.seconds", seconds)
                    : words.count("login.minutes", (seconds + 59) / 60);
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
