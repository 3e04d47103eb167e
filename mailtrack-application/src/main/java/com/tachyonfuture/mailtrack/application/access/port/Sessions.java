package com.tachyonfuture.mailtrack.application.access.port;

import com.tachyonfuture.mailtrack.domain.access.SecretHash;
import com.tachyonfuture.mailtrack.domain.access.Session;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of signed-in browsers, on whatever instance they signed in. Every method may block, and throws
 * {@code StorageUnavailable} when the storage can't be reached.
 */
public interface Sessions {

    /** Stores a new session, whose times are kept to the microsecond. */
    void add(Session session);

    /** A session, ended or not; empty when there is none. */
    Optional<Session> find(SecretHash token);

    /** Notes that a session was used; does nothing when it is gone, or was seen later already. */
    void seen(SecretHash token, Instant at);

    /** Removes a session, if it is there. */
    void remove(SecretHash token);

    /** Removes all sessions but one, or all when that is null, and says how many. */
    int removeAllBut(@Nullable SecretHash kept);

    /** How many there are that have not ended. */
    int count(Instant earliestStart, Instant earliestSeen);

    /**
     * Removes those that have ended: that started before the one time, or were seen last before the other. Not in one
     * step, so that nobody waits for it.
     */
    void removeEnded(Instant earliestStart, Instant earliestSeen);
}
