package com.tachyonfuture.mailtrack.application.twin;

import com.tachyonfuture.mailtrack.application.access.port.SignInFailures;
import com.tachyonfuture.mailtrack.domain.access.FailedTries;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** {@link SignInFailures} in memory. */
public final class InMemorySignInFailures implements SignInFailures {

    private final InMemoryStorage storage;

    public InMemorySignInFailures(InMemoryStorage storage) {
        this.storage = storage;
    }

    @Override
    public Optional<Instant> nextTryAt(List<Slowed> slowed, Instant now) {
        synchronized (storage) {
            storage.check();
            return slowed.stream()
                    .flatMap(one -> triesOf(one).nextTryAt(one.pace(), now).stream())
                    .max(Comparator.naturalOrder());
        }
    }

    @Override
    public Optional<Instant> count(List<Slowed> slowed, Instant now) {
        synchronized (storage) {
            Optional<Instant> wait = nextTryAt(slowed, now);
            if (wait.isEmpty()) {
                slowed.forEach(
                        one -> storage.failures.put(one.name(), triesOf(one).andOneAt(now)));
            }
            return wait;
        }
    }

    private FailedTries triesOf(Slowed slowed) {
        return storage.failures.getOrDefault(slowed.name(), FailedTries.NONE);
    }

    @Override
    public void forget(List<Slowed> slowed) {
        synchronized (storage) {
            storage.check();
            slowed.forEach(one -> storage.failures.remove(one.name()));
        }
    }

    @Override
    public void forgetBefore(Instant time) {
        synchronized (storage) {
            storage.check();
            storage.failures.values().removeIf(tries -> tries.lastAt().isBefore(time));
        }
    }

    @Override
    public void forgetAll() {
        synchronized (storage) {
            storage.check();
            storage.failures.clear();
        }
    }
}
