package com.tachyonfuture.mailtrack.application.twin;

import com.tachyonfuture.mailtrack.application.access.port.OwnerPassword;
import com.tachyonfuture.mailtrack.domain.access.PasswordHash;
import com.tachyonfuture.mailtrack.domain.access.SecretHash;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@link OwnerPassword} in memory. */
public final class InMemoryOwnerPassword implements OwnerPassword {

    private final InMemoryStorage storage;

    public InMemoryOwnerPassword(InMemoryStorage storage) {
        this.storage = storage;
    }

    @Override
    public Optional<PasswordHash> find() {
        synchronized (storage) {
            storage.check();
            return Optional.ofNullable(storage.password);
        }
    }

    @Override
    public boolean setFirst(PasswordHash password, Instant now) {
        synchronized (storage) {
            storage.check();
            boolean first = storage.password == null;
            if (first) {
                storage.password = password;
            }
            return first;
        }
    }

    @Override
    public void replace(PasswordHash password, Instant now, @Nullable SecretHash kept) {
        synchronized (storage) {
            storage.check();
            storage.password = password;
            storage.sessions.keySet().removeIf(token -> !token.equals(kept));
        }
    }
}
