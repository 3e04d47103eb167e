package com.tachyonfuture.mailtrack.web.access;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import org.reactivestreams.Publisher;

/// Asks the storage who somebody is, on threads that may wait. Those of the connections may not: pixels are served
/// from them.
@Singleton
final class WaitingCalls {

    private final ExecutorService threads;

    WaitingCalls(@Named(TaskExecutors.VIRTUAL) ExecutorService threads) {
        this.threads = threads;
    }

    /// What a call will give, if anything.
    <T> Publisher<T> of(Supplier<Optional<T>> call) {
        return Publishers.fromCompletableFuture(() -> start(call));
    }

    /// A failure goes on as it is, not wrapped, so that whoever answers it knows it.
    private <T> CompletableFuture<T> start(Supplier<Optional<T>> call) {
        var result = new CompletableFuture<T>();
        threads.execute(() -> {
            try {
                result.complete(call.get().orElse(null));
            } catch (RuntimeException | Error fault) {
                result.completeExceptionally(fault);
            }
        });
        return result;
    }
}
