package com.tachyonfuture.mailtrack.application.twin;

import com.tachyonfuture.mailtrack.application.access.port.SignInFailures;
import com.tachyonfuture.mailtrack.application.twin.InMemoryStorage.Failed;
import com.tachyonfuture.mailtrack.domain.access.SignInPace;
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
    public Optional<Instant> count(List<Slowed> slowed, Instant now) {
        synchronized (storage) {
            storage.check();
            Optional<Instant> wait = slowed.stream()
                    .flatMap(one -> Optional.ofNullable(storage.failures.get(one.name()))
                            .filter(failed -> !SignInPace.areForgotten(failed.lastAt(), now))
                            .map(failed -> one.pace().nextTryAt(failed.times(), failed.lastAt()))
                            .stream())
                    .filter(now::isBefore)
                    .max(Comparator.naturalOrder());
            if (wait.isEmpty()) {
                slowed.forEach(one -> storage.failures.merge(
                        one.name(),
                        new Failed(1, now),
                        (before, again) -> SignInPace.areForgotten(before.lastAt(), now)
                                ? again
                                : new Failed(before.times() + 1, now)));
            }
            return wait;
        }
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
            storage.failures.values().removeIf(failed -> failed.lastAt().isBefore(time));
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
