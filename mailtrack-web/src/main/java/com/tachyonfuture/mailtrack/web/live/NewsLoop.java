package com.tachyonfuture.mailtrack.web.live;

import com.tachyonfuture.mailtrack.application.StorageUnavailable;
import com.tachyonfuture.mailtrack.application.live.WatchOpens;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks for new opens while somebody listens, once for all who do, and tells them. While nobody does, it asks the
/// database nothing.
@Singleton
final class NewsLoop {

    static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);
    static final Duration AFTER_FAULT = Duration.ofSeconds(10);
    static final Duration BETWEEN_BEATS = Duration.ofSeconds(20);

    /// After these a page has to come again, and show that its owner is still signed in.
    static final int MOST_BEATS = 6;

    private static final Logger LOG = LoggerFactory.getLogger(NewsLoop.class);

    private final WatchOpens watchOpens;
    private final Audience audience;
    private final NewsEvents events;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private boolean faulty;

    NewsLoop(WatchOpens watchOpens, Audience audience, NewsEvents events) {
        this.watchOpens = watchOpens;
        this.audience = audience;
        this.events = events;
    }

    /// On two threads: the one that may have to wait for the database does not keep the other from its beats.
    @PostConstruct
    void start() {
        Thread.ofVirtual().name("live looks").start(this::looks);
        Thread.ofVirtual().name("live beats").start(this::beats);
    }

    /// One listener more, and what it missed since a mark; empty when there is no room. May have to wait for the
    /// database. What arrives meanwhile comes before that, or twice: pages know opens by their ids.
    Optional<Listener> join(OptionalLong mark) {
        Optional<Listener> listener = audience.admit();
        listener.ifPresent(admitted -> greet(admitted, mark));
        return listener;
    }

    private void greet(Listener listener, OptionalLong mark) {
        boolean greeted = false;
        try {
            listener.tell(events.hello(watchOpens.greet(mark)));
            greeted = true;
        } finally {
            if (!greeted) {
                listener.end();
            }
        }
    }

    private void looks() {
        try {
            while (audience.await() && !stopsWithin(look())) {
                audience.whenEmpty(watchOpens::end);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Looks once; how long to wait before the next time.
    Duration look() {
        try {
            watchOpens.look().map(events::news).ifPresent(audience::tell);
            faulty = false;
            return BETWEEN_LOOKS;
        } catch (StorageUnavailable later) {
            LOG.debug("New opens are looked for later", later);
        } catch (RuntimeException fault) {
            if (!faulty) {
                LOG.error("Looking for new opens failed, and is tried again every {}", AFTER_FAULT, fault);
            }
            faulty = true;
        }
        return AFTER_FAULT;
    }

    private void beats() {
        try {
            while (audience.await() && !stopsWithin(BETWEEN_BEATS)) {
                audience.beat(NewsEvents.BEAT, MOST_BEATS);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean stopsWithin(Duration time) throws InterruptedException {
        return stopping.await(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    @PreDestroy
    void stop() {
        stopping.countDown();
    }
}
