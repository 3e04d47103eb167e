package com.tachyonfuture.mailtrack.application.access.port;

import com.tachyonfuture.mailtrack.domain.access.SignInPace;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How often signing in has failed, by whatever is slowed for it. Every method may block, and throws
 * {@code StorageUnavailable} when the storage can't be reached.
 */
public interface SignInFailures {

    /**
     * Something that is slowed when signing in fails.
     *
     * @param name an account, an address, a browser: text of any length
     */
    record Slowed(String name, SignInPace pace) {}

    /** When the next try is allowed for all of these; empty when it is now. */
    Optional<Instant> nextTryAt(List<Slowed> slowed, Instant now);

    /**
     * Counts a failure for each of these, in advance, so that tries at the same moment do not all pass; unless one of
     * them still has to wait, then nothing is counted.
     *
     * @param slowed each with another name
     * @return when the next try is allowed; empty when this one is
     */
    Optional<Instant> count(List<Slowed> slowed, Instant now);

    /** Forgets the failures of these: somebody signed in. */
    void forget(List<Slowed> slowed);

    /** Forgets all failures whose last is older than this. */
    void forgetBefore(Instant time);

    /** Forgets all failures. */
    void forgetAll();
}
