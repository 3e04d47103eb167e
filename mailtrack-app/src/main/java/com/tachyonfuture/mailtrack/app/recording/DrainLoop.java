package com.tachyonfuture.mailtrack.app.recording;

import com.tachyonfuture.mailtrack.application.StorageUnavailable;
import com.tachyonfuture.mailtrack.application.recording.DrainHits;
import com.tachyonfuture.mailtrack.application.recording.DrainPace;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one thread that takes hits from the spool and records them, for as long as the program runs.
///
/// While the database is down it asks again, less and less often, and says so in the log once, not each time.
public final class DrainLoop {

    private static final Logger LOG = LoggerFactory.getLogger(DrainLoop.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final DrainHits drainHits;
    private final DrainPace pace;
    private final LossReport losses;
    private final Runnable revive;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread = Thread.ofPlatform().name("drain").daemon(true).unstarted(this::run);
    private Duration pause = Duration.ZERO;
    private long lookedAt = System.nanoTime();

    /// Makes a loop that does not run yet.
    ///
    /// @param pace when the next batch is due, except when the program ends
    /// @param revive brings the database back if it has gone and that is possible; called when it can't be
    ///     reached, and now and then
    DrainLoop(DrainHits drainHits, DrainPace pace, LossReport losses, Runnable revive) {
        this.drainHits = drainHits;
        this.pace = pace;
        this.losses = losses;
        this.revive = revive;
    }

    public void start() {
        thread.start();
    }

    /// Ends the thread, then records on this one what still waits. May be called again for what came since.
    ///
    /// @param longest after this time the rest is given up
    /// @return whether the spool is empty
    public boolean finish(Duration longest) throws InterruptedException {
        long deadline = System.nanoTime() + longest.toNanos();
        stopping.countDown();
        boolean ended = thread.getState() == Thread.State.NEW || thread.join(longest);
        boolean empty = ended && drainUntil(deadline);
        losses.tellNow();
        return empty;
    }

    private boolean drainUntil(long deadline) throws InterruptedException {
        do {
            int hits = attempt(Integer.MAX_VALUE);
            if (hits == 0) {
                return true;
            }
            if (hits < 0) {
                TimeUnit.NANOSECONDS.sleep(FIRST_PAUSE.toNanos());
            }
        } while (System.nanoTime() < deadline);
        return false;
    }

    private void run() {
        try {
            Duration wait = Duration.ZERO;
            while (!stopping.await(wait.toNanos(), TimeUnit.NANOSECONDS)) {
                long began = System.nanoTime();
                int hits = attempt(pace.batch());
                losses.tell();
                lookAfterTheDatabase(hits);
                wait = hits < 0 ? pause : pace.pauseAfter(hits, drainHits.waiting(), began, System.nanoTime());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Without hits nothing would notice that the database has gone, but whoever asks for a page.
    private void lookAfterTheDatabase(int hits) {
        boolean time = System.nanoTime() - lookedAt > LONGEST_PAUSE.toNanos();
        if (hits == 0 && time) {
            bringBack();
            lookedAt = System.nanoTime();
        }
    }

    /// Records one batch; how many hits it had, or -1 when they have to wait.
    private int attempt(int most) {
        try {
            int hits = drainHits.once(most);
            if (pause.isPositive()) {
                LOG.info("Recording goes on: the database takes opens again.");
                pause = Duration.ZERO;
            }
            return hits;
        } catch (StorageUnavailable unavailable) {
            if (pause.isZero()) {
                LOG.warn("Recording waits, hits are kept meanwhile: {}", unavailable.getMessage());
            }
            bringBack();
        } catch (RuntimeException fault) {
            if (pause.isZero()) {
                LOG.error("Recording failed and is tried again until it works; hits are kept meanwhile", fault);
            }
        }
        lengthenPause();
        return -1;
    }

    private void bringBack() {
        try {
            revive.run();
        } catch (RuntimeException fault) {
            if (pause.isZero()) {
                LOG.error("The database could not be brought back", fault);
            }
        }
    }

    private void lengthenPause() {
        Duration longer = pause.isZero() ? FIRST_PAUSE : pause.multipliedBy(2);
        pause = longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
    }
}
