package com.tachyonfuture.mailtrack.web.page;

import com.tachyonfuture.mailtrack.application.StorageUnavailable;
import com.tachyonfuture.mailtrack.application.demo.FindSamples;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Whether pages have to say that what they show is made up.
///
/// Asks the database now and then only, and never fails: where that is away, what was so last is said again.
@Singleton
public final class SampleNotice {

    private static final Duration GOOD_FOR = Duration.ofSeconds(5);

    /// @param lookedAt when the database was asked
    private record Known(boolean areThere, Instant lookedAt) {}

    private final FindSamples findSamples;
    private final InstantSource clock;
    private volatile Known known = new Known(false, Instant.MIN);

    SampleNotice(FindSamples findSamples, InstantSource clock) {
        this.findSamples = findSamples;
        this.clock = clock;
    }

    boolean isDue() {
        Known last = known;
        Instant now = clock.instant();
        if (last.lookedAt().isBefore(now.minus(GOOD_FOR))) {
            last = new Known(look(last.areThere()), now);
            known = last;
        }
        return last.areThere();
    }

    private boolean look(boolean otherwise) {
        try {
            return findSamples.areThere();
        } catch (StorageUnavailable _) {
            return otherwise;
        }
    }

    /// Says that it may have changed.
    public void lookAgain() {
        known = new Known(known.areThere(), Instant.MIN);
    }
}
