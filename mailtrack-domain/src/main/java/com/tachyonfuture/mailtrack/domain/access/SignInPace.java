package com.tachyonfuture.mailtrack.domain.access;

import java.time.Duration;
import java.time.Instant;

/**
 * How fast passwords may be tried: as fast as one likes at first; after the tenth failure each try has to wait twice
 * as long as the one before.
 *
 * @param longestWait between two tries
 */
public record SignInPace(Duration longestWait) {

    /** The first failure that is followed by a wait. */
    public static final int SLOWED_FROM = 10;

    /** Failures are forgotten when none came for this long. */
    public static final Duration FORGOTTEN_AFTER = Duration.ofHours(24);

    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final int LONGEST_DOUBLING = 30;

    /** When the next try is allowed after so many failures. */
    public Instant nextTryAt(int failures, Instant lastFailedAt) {
        return lastFailedAt.plus(waitAfter(failures));
    }

    private Duration waitAfter(int failures) {
        if (failures < SLOWED_FROM) {
            return Duration.ZERO;
        }
        Duration doubled = FIRST_WAIT.multipliedBy(1L << Math.min(failures - SLOWED_FROM, LONGEST_DOUBLING));
        return doubled.compareTo(longestWait) < 0 ? doubled : longestWait;
    }

    /** Whether the failures up to a time no longer count. */
    public static boolean areForgotten(Instant lastFailedAt, Instant now) {
        return lastFailedAt.isBefore(now.minus(FORGOTTEN_AFTER));
    }
}
