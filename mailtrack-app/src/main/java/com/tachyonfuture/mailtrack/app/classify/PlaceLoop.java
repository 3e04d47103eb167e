package com.tachyonfuture.mailtrack.app.classify;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The thread that looks for replaced databases and lists. A file counts as replaced when two looks find it the same,
/// so
/// it is in use within a minute.
public final class PlaceLoop {

    private static final Logger LOG = LoggerFactory.getLogger(PlaceLoop.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(20);

    private final Runnable look;
    private final Duration betweenLooks;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread =
            Thread.ofPlatform().name("places").daemon(true).unstarted(this::run);

    PlaceLoop(Runnable look) {
        this(look, BETWEEN_LOOKS);
    }

    PlaceLoop(Runnable look, Duration betweenLooks) {
        this.look = look;
        this.betweenLooks = betweenLooks;
    }

    public void start() {
        thread.start();
    }

    /// Ends the thread, after the look that it is at.
    public void stop() {
        stopping.countDown();
    }

    private void run() {
        try {
            while (!stopping.await(betweenLooks.toNanos(), TimeUnit.NANOSECONDS)) {
                look();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            look.run();
        } catch (RuntimeException fault) {
            LOG.error("Looking for replaced databases of places failed, and is tried again", fault);
        }
    }
}
