package com.tachyonfuture.mailtrack.application.access.port;

import com.tachyonfuture.mailtrack.domain.access.PasswordHash;
import com.tachyonfuture.mailtrack.domain.access.SecretHash;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one password of the owner, which all instances share. Every method may block, and throws
 * {@code StorageUnavailable} when the storage can't be reached.
 */
public interface OwnerPassword {

    /** Empty before the first start. */
    Optional<PasswordHash> find();

    /**
     * Stores the first password; false when there is one already, which then stays. Of many who do so at the same
     * moment, one succeeds.
     */
    boolean setFirst(PasswordHash password, Instant now);

    /**
     * Stores a password in the place of the one before, if there was one, and removes all sessions, in one step.
     *
     * @param kept the session that goes on; null when none does
     */
    void replace(PasswordHash password, Instant now, @Nullable SecretHash kept);
}
