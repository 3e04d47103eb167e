package com.tachyonfuture.mailtrack.web.live;

import io.micronaut.context.annotation.Value;
import io.micronaut.http.sse.Event;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The pages that listen to this instance. There are only so many: each keeps a connection, and each piece of news is
/// sent to all of them. Safe for many threads.
@Singleton
public final class Audience {

    private static final int MOST = 64;

    private final int most;
    private final Set<Listener> listeners = new LinkedHashSet<>();
    private boolean closed;

    @Inject
    Audience(@Value("${mailtrack.live.most:" + MOST + "}") int most) {
        this.most = most;
    }

    /// One listener more; empty when there is no room, or the service stops.
    synchronized Optional<Listener> admit() {
        if (closed || listeners.size() >= most) {
            return Optional.empty();
        }
        var listener = new Listener(this::leave);
        listeners.add(listener);
        notifyAll();
        return Optional.of(listener);
    }

    private synchronized void leave(Listener listener) {
        listeners.remove(listener);
    }

    void tell(Event<String> event) {
        all().forEach(listener -> listener.tell(event));
    }

    /// Tells that nothing has happened, and lets those go who have heard that so often.
    void beat(Event<String> event, int mostBeats) {
        all().forEach(listener -> listener.beat(event, mostBeats));
    }

    private synchronized List<Listener> all() {
        return List.copyOf(listeners);
    }

    /// How many listen.
    synchronized int size() {
        return listeners.size();
    }

    /// Does something if nobody listens, before anybody can begin to.
    synchronized void whenEmpty(Runnable deed) {
        if (listeners.isEmpty()) {
            deed.run();
        }
    }

    /// Waits until somebody listens; false when nobody will, since the service stops.
    synchronized boolean await() throws InterruptedException {
        while (listeners.isEmpty() && !closed) {
            wait();
        }
        return !closed;
    }

    /// Lets everybody go, and nobody in any more.
    @PreDestroy
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        all().forEach(Listener::end);
    }
}
