package com.tachyonfuture.mailtrack.application.twin;

import com.tachyonfuture.mailtrack.application.access.port.Sessions;
import com.tachyonfuture.mailtrack.domain.access.SecretHash;
import com.tachyonfuture.mailtrack.domain.access.Session;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@link Sessions} in memory. */
public final class InMemorySessions implements Sessions {

    private final InMemoryStorage storage;

    public InMemorySessions(InMemoryStorage storage) {
        this.storage = storage;
    }

    @Override
    public void add(Session session) {
        synchronized (storage) {
            storage.check();
            storage.sessions.put(session.token(), session);
        }
    }

    @Override
    public Optional<Session> find(SecretHash token) {
        synchronized (storage) {
            storage.check();
            return Optional.ofNullable(storage.sessions.get(token));
        }
    }

    @Override
    public void seen(SecretHash token, Instant at) {
        synchronized (storage) {
            storage.check();
            storage.sessions.computeIfPresent(
                    token,
                    (same, session) ->
                            session.seenAt().isBefore(at) ? new Session(same, session.startedAt(), at) : session);
        }
    }

    @Override
    public void remove(SecretHash token) {
        synchronized (storage) {
            storage.check();
            storage.sessions.remove(token);
        }
    }

    @Override
    public int removeAllBut(@Nullable SecretHash kept) {
        synchronized (storage) {
            storage.check();
            int before = storage.sessions.size();
            storage.sessions.keySet().removeIf(token -> !token.equals(kept));
            return before - storage.sessions.size();
        }
    }

    @Override
    public int count(Instant earliestStart, Instant earliestSeen) {
        synchronized (storage) {
            storage.check();
            return (int) storage.sessions.values().stream()
                    .filter(session -> !hasEnded(session, earliestStart, earliestSeen))
                    .count();
        }
    }

    @Override
    public void removeEnded(Instant earliestStart, Instant earliestSeen) {
        synchronized (storage) {
            storage.check();
            storage.sessions.values().removeIf(session -> hasEnded(session, earliestStart, earliestSeen));
        }
    }

    private static boolean hasEnded(Session session, Instant earliestStart, Instant earliestSeen) {
        return session.startedAt().isBefore(earliestStart) || session.seenAt().isBefore(earliestSeen);
    }
}
