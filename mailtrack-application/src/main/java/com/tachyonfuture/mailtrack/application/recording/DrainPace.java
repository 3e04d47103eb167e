package com.tachyonfuture.mailtrack.application.recording;

import com.tachyonfuture.mailtrack.application.recording.HitCounts.Fate;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * When the next batch is due, and how many hits it may have. For one thread.
 *
 * <p>Where fewer hits wait than make a batch, they wait for others, since small batches cost the database more
 * for each hit. Where more wait, the next batch is due at once, unless pixels are asked for a lot: on a small
 * machine the database would take what they need. Then hits are recorded at a gentle rate, the rest stays in the
 * spool until there is time. The fuller the spool, the higher that rate, so that a load that lasts does not fill
 * it. And then batches are short: for as long as one takes, the database has a processor for itself.
 */
public final class DrainPace {

    /** With so many hits a second, pixels are busy. With fewer, there is enough of the machine for both. */
    private static final long BUSY = 2_000;

    /** Hits recorded a second beside busy pixels; what it costs them is in docs/decisions/0017. */
    private static final double GENTLE = 5_000;

    /** So many batches a second beside busy pixels: with more, each hit costs the database more. */
    private static final double GENTLE_BATCHES = 2;

    /** So much of the spool is left empty by going as fast as possible. */
    private static final double ALMOST_FULL = 0.9;

    /** How long hits are counted to know how many come in a second. */
    private static final long LATELY = TimeUnit.MILLISECONDS.toNanos(250);

    private static final double SECOND = TimeUnit.SECONDS.toNanos(1);

    private final HitCounts counts;
    private final int batchSize;
    private final Duration flushInterval;
    private final long room;
    private long countedAt;
    private long counted;
    private boolean counting;
    private boolean busy;
    private double rate = Double.POSITIVE_INFINITY;

    /**
     * @param batchSize how many hits make a batch
     * @param flushInterval how long fewer of them wait for others
     * @param room how many hits the spool has room for
     */
    public DrainPace(HitCounts counts, int batchSize, Duration flushInterval, long room) {
        this.counts = counts;
        this.batchSize = batchSize;
        this.flushInterval = flushInterval;
        this.room = room;
    }

    /**
     * How long the next batch has to wait after one that ends now.
     *
     * @param hits how many hits it had
     * @param waiting how many hits are in the spool still
     * @param began when it began, in nanoseconds since any moment
     * @param now the same for now
     */
    public Duration pauseAfter(int hits, long waiting, long began, long now) {
        look(now);
        rate = rate((double) waiting / room);
        if (hits == 0 || waiting < batchSize) {
            return flushInterval;
        }
        long pause = (long) (hits / rate * SECOND) - (now - began);
        return pause > 0 ? Duration.ofNanos(pause) : Duration.ZERO;
    }

    /** How many hits the next batch may have, at least 1. */
    public int batch() {
        return (int) Math.max(1, Math.min(batchSize, rate / GENTLE_BATCHES));
    }

    /** Looks, now and then, how many hits came since the last look. */
    private void look(long now) {
        long passed = now - countedAt;
        if (counting && passed < LATELY) {
            return;
        }
        long accepted = counts.of(Fate.ACCEPTED);
        busy = counting && (accepted - counted) * SECOND > (double) BUSY * passed;
        counted = accepted;
        countedAt = now;
        counting = true;
    }

    /** In hits a second: twice the gentle rate when three tenths of the spool are full, four times when half of it is. */
    private double rate(double fullness) {
        if (!busy || fullness > ALMOST_FULL) {
            return Double.POSITIVE_INFINITY;
        }
        double empty = 1 - fullness;
        return GENTLE / (empty * empty);
    }
}
