package com.tachyonfuture.mailtrack.app;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A thread that looks at once, and then again and again, for what was changed elsewhere.
public final class Lookout {

    private static final Logger LOG = LoggerFactory.getLogger(Lookout.class);

    private final String subject;
    private final Duration betweenLooks;
    private final Runnable look;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread;

    /// Makes one that does not run yet.
    ///
    /// @param subject what is looked for, in the plural; for the log
    public Lookout(String subject, Duration betweenLooks, Runnable look) {
        this.subject = subject;
        this.betweenLooks = betweenLooks;
        this.look = look;
        this.thread = Thread.ofPlatform().name(subject).daemon(true).unstarted(this::run);
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
            do {
                look();
            } while (!stopping.await(betweenLooks.toNanos(), TimeUnit.NANOSECONDS));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            look.run();
        } catch (RuntimeException fault) {
            LOG.error("Looking for changed {} failed, and is tried again", subject, fault);
        }
    }
}
