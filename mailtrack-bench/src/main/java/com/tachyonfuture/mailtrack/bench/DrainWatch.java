package com.tachyonfuture.mailtrack.bench;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// Waits for hits to get from the spool into the database.
final class DrainWatch {

    private static final Duration POLL = Duration.ofMillis(50);
    private static final double QUIET_SECONDS = 1;
    private static final double LONGEST_STANDSTILL_SECONDS = 30;

    private final BenchDatabase database;
    private final Mailtrack mailtrack;

    DrainWatch(BenchDatabase database, Mailtrack mailtrack) {
        this.database = database;
        this.mailtrack = mailtrack;
    }

    /// Returns when at least so many hits were taken from the spool, or when nothing moves any more: what is
    /// missing then is missing.
    void awaitAtLeast(long hits) {
        var sinceMove = new Stopwatch();
        long known = database.position();
        while (known < hits && sinceMove.seconds() < LONGEST_STANDSTILL_SECONDS) {
            pause();
            long position = database.position();
            if (position != known) {
                known = position;
                sinceMove = new Stopwatch();
            }
        }
    }

    /// The same, and nothing has followed for a second.
    void awaitQuiet(long atLeast) {
        awaitAtLeast(atLeast);
        var sinceMove = new Stopwatch();
        long known = database.position();
        while (sinceMove.seconds() < QUIET_SECONDS) {
            pause();
            long position = database.position();
            if (position != known) {
                known = position;
                sinceMove = new Stopwatch();
            }
        }
    }

    private void pause() {
        mailtrack.program().requireRunning();
        LockSupport.parkNanos(POLL.toNanos());
    }
}
