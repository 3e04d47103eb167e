package com.tachyonfuture.mailtrack.application.access;

import com.tachyonfuture.mailtrack.application.StorageUnavailable;
import com.tachyonfuture.mailtrack.application.access.port.Sessions;
import com.tachyonfuture.mailtrack.domain.access.SecretHash;
import com.tachyonfuture.mailtrack.domain.access.Session;
import com.tachyonfuture.mailtrack.domain.access.SessionLimits;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Knows signed-in browsers again, and signs them out. */
public final class KeepSessions {

    private final Sessions sessions;
    private final SessionLimits limits;
    private final InstantSource clock;

    public KeepSessions(Sessions sessions, SessionLimits limits, InstantSource clock) {
        this.sessions = sessions;
        this.limits = limits;
        this.clock = clock;
    }

    /** How long a browser stays signed in. */
    public SessionLimits limits() {
        return limits;
    }

    /** The session of a browser that shows this token; empty when there is none, or it has ended. */
    public Optional<Session> find(String token) {
        Instant now = now();
        Optional<Session> found = find(token, now);
        found.filter(session -> limits.isWorthNoting(session, now)).ifPresent(session -> note(session, now));
        return found;
    }

    /** As {@link #find}, for what a browser asks without anybody before it: that keeps no session from ending. */
    public Optional<Session> findUnattended(String token) {
        return find(token, now());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private Optional<Session> find(String token, Instant now) {
        return sessions.find(SecretHash.of(token)).filter(session -> !limits.hasEnded(session, now));
    }

    /** A server that may be read but not written to must not end the session: it is noted next time. */
    private void note(Session session, Instant now) {
        try {
            sessions.seen(session.token(), now);
        } catch (StorageUnavailable later) {
            // Nothing is lost but a minute of the idle time.
        }
    }

    /** How many browsers are signed in. */
    public int count() {
        Instant now = clock.instant();
        return sessions.count(limits.earliestStart(now), limits.earliestSeen(now));
    }

    /** Signs a browser out. */
    public void end(SecretHash session) {
        sessions.remove(session);
    }

    /** Signs all browsers out but this one; all without exception when it is null. */
    public void endOthers(@Nullable SecretHash kept) {
        sessions.removeAllBut(kept);
    }
}
