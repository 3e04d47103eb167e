package com.tachyonfuture.mailtrack.domain.access;

import java.time.Duration;
import java.time.Instant;

/**
 * How long a browser stays signed in.
 *
 * @param idle without asking for anything
 * @param absolute whatever it does
 */
public record SessionLimits(Duration idle, Duration absolute) {

    /** Not every request is worth a write, so a session may end this much too early. */
    public static final Duration PRECISION = Duration.ofMinutes(1);

    public SessionLimits {
        if (idle.compareTo(PRECISION.multipliedBy(2)) < 0) {
            throw new IllegalArgumentException("the idle limit is shorter than two minutes");
        }
        if (absolute.compareTo(idle) < 0) {
            throw new IllegalArgumentException("the absolute limit is shorter than the idle limit");
        }
    }

    /** Whether a session has ended. */
    public boolean hasEnded(Session session, Instant now) {
        return session.startedAt().isBefore(earliestStart(now))
                || session.seenAt().isBefore(earliestSeen(now));
    }

    /** Whether it is worth noting that a session is still used. */
    public boolean isWorthNoting(Session session, Instant now) {
        return session.seenAt().isBefore(now.minus(PRECISION));
    }

    /** Sessions that started before have ended. */
    public Instant earliestStart(Instant now) {
        return now.minus(absolute);
    }

    /** Sessions that were seen last before have ended. */
    public Instant earliestSeen(Instant now) {
        return now.minus(idle);
    }
}
