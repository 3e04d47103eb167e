package com.tachyonfuture.mailtrack.domain.recording;

import java.util.concurrent.TimeUnit;

/**
 * How fast hits of one client may come: a bucket of tokens, full at first, of which each hit takes one, and to which
 * some are added each second.
 *
 * <p>All there is to know of a bucket is when it will be full again. So it is one number, which nobody has to refill
 * and whose past is over: a bucket that has become full is like one that was never used. Times are in nanoseconds
 * since any moment.
 *
 * @param perSecond how many tokens are added each second
 * @param burst how many tokens a bucket holds
 */
public record HitPace(int perSecond, int burst) {

    public static final int MOST = 1_000_000;

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    public HitPace {
        requireAllowed("perSecond", perSecond);
        requireAllowed("burst", burst);
    }

    private static void requireAllowed(String name, int number) {
        if (number < 1 || number > MOST) {
            throw new IllegalArgumentException(name + " is from 1 to " + MOST + ", not " + number);
        }
    }

    /**
     * Whether there is a token for a hit.
     *
     * @param fullAt when the bucket will be full, or was
     */
    public boolean allows(long fullAt, long now) {
        return fullAtAfterHit(fullAt, now) - now <= fillTime();
    }

    /** When the bucket will be full if a hit takes a token now. */
    public long fullAtAfterHit(long fullAt, long now) {
        return (isPossible(fullAt, now) ? Math.max(fullAt, now) : now) + timePerToken();
    }

    /**
     * No bucket takes longer to fill than an empty one. If one seems to, the clock has jumped back, and the bucket
     * counts as full rather than as empty until the clock is where it was. Up to twice as long it may be that two
     * threads have read the clock in one order and come here in the other.
     */
    private boolean isPossible(long fullAt, long now) {
        return fullAt - now <= 2 * fillTime();
    }

    private long fillTime() {
        return burst * timePerToken();
    }

    private long timePerToken() {
        return SECOND / perSecond;
    }
}
