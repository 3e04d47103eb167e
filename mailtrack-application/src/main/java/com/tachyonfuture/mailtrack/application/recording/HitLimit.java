package com.tachyonfuture.mailtrack.application.recording;

import com.tachyonfuture.mailtrack.domain.address.IpAddress;
import com.tachyonfuture.mailtrack.domain.address.TrustedProxies;
import com.tachyonfuture.mailtrack.domain.recording.HitPace;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Says which hits are too many of one client: of an IPv4 address, or of the /64 of an IPv6 address, since whoever has
 * one address of that has them all. Safe for many threads, none of which waits for another.
 *
 * <p>Strangers decide how many addresses there are, so there is a table of 65,536 buckets, half a mebibyte, and nothing
 * else to remember. Which bucket is an address's own follows from it and from a number that strangers don't know. Two
 * clients may share a bucket, and then have one pace together. That matters only where one of them sends too many: each
 * such client takes a 65,536th part of the others with it. In return there is no list of addresses that could fill up.
 *
 * <p>A client without an address is not limited: all such would share one bucket, and that is a proxy which hides its
 * readers. Neither is a trusted proxy that names nobody, for it stands for all readers behind it.
 */
public final class HitLimit {

    private static final int BITS = 16;
    private static final HitLimit NONE = new HitLimit(
            new HitPace(HitPace.MOST, HitPace.MOST), new TrustedProxies(List.of()), 0, () -> 0, new AtomicLongArray(0));

    private final HitPace pace;
    private final TrustedProxies proxies;
    private final long seed;
    private final LongSupplier nanoClock;
    private final long origin;

    /** When each bucket will be full, in nanoseconds since the origin. At first they are. */
    private final AtomicLongArray fullAt;

    private HitLimit(HitPace pace, TrustedProxies proxies, long seed, LongSupplier nanoClock, AtomicLongArray fullAt) {
        this.pace = pace;
        this.proxies = proxies;
        this.seed = seed;
        this.nanoClock = nanoClock;
        this.origin = nanoClock.getAsLong();
        this.fullAt = fullAt;
    }

    /**
     * Limits each client to a pace.
     *
     * @param seed a random number
     * @param nanoClock nanoseconds since any moment
     */
    public static HitLimit of(HitPace pace, TrustedProxies proxies, long seed, LongSupplier nanoClock) {
        return new HitLimit(pace, proxies, seed, nanoClock, new AtomicLongArray(1 << BITS));
    }

    /** Limits nobody. */
    public static HitLimit none() {
        return NONE;
    }

    /** Whether one more hit may come from there; if so, it counts as come. */
    boolean allows(@Nullable IpAddress address) {
        return address == null || fullAt.length() == 0 || take(bucketOf(address)) || proxies.trust(address);
    }

    private boolean take(int bucket) {
        long now = nanoClock.getAsLong() - origin;
        while (true) {
            long known = fullAt.get(bucket);
            if (!pace.allows(known, now)) {
                return false;
            }
            if (fullAt.compareAndSet(bucket, known, pace.fullAtAfterHit(known, now))) {
                return true;
            }
        }
    }

    /** Spreads the addresses like the finalizer of MurmurHash3. */
    private int bucketOf(IpAddress address) {
        long hash = address.networkNumber() ^ seed;
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return (int) ((hash ^ (hash >>> 33)) >>> (Long.SIZE - BITS));
    }
}
