package com.tachyonfuture.mailtrack.domain.classify;

import com.tachyonfuture.mailtrack.domain.address.IpAddress;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who looked, as far as that can be told apart: an address and a client, or a proxy, behind which nobody can be. When
 * the same viewer fetches the same track again within a while, that is a repeat.
 *
 * <p>Of an IPv6 address the first 64 bits count: the rest changes while somebody reads. Reading and everything else
 * are never the same viewer, so what a machine fetched first does not make a person's reading a repeat.
 *
 * <p>The key is FNV-1a over the UTF-16 units of the parts, 64 bits wide, each part followed by its length so that parts
 * cannot run into one another, with the last step of MurmurHash3 to spread it. Rows keep it: it must not change. It is
 * no secret, and whoever makes two viewers collide on purpose gains that the second one's opens are not counted again.
 */
public final class Viewer {

    private static final long OFFSET = 0xcbf2_9ce4_8422_2325L;
    private static final long PRIME = 0x0000_0100_0000_01b3L;

    private static final int ABSENT = -1;
    private static final int PROXY = 1;
    private static final int CLIENT = 2;

    private Viewer() {}

    /** The same number for the same viewer of the same track, and nearly surely for no other. */
    public static long key(
            TrackId track, @Nullable IpAddress address, @Nullable String userAgent, Judgement judgement) {
        long hash = mix(OFFSET, track.value().toLowerCase(Locale.ROOT));
        hash = mix(hash, judgement.verdict().isRead() ? 1 : 0);
        if (isProxy(judgement)) {
            return spread(mix(mix(hash, PROXY), judgement.agent()));
        }
        return spread(mix(mix(mix(hash, CLIENT), address), userAgent));
    }

    private static boolean isProxy(Judgement judgement) {
        return judgement.agent() != null
                && (judgement.verdict() == Verdict.IMAGE_PROXY || judgement.verdict() == Verdict.PREFETCH);
    }

    private static long mix(long hash, @Nullable String text) {
        if (text == null) {
            return mix(hash, ABSENT);
        }
        long mixed = hash;
        for (int i = 0; i < text.length(); i++) {
            mixed = (mixed ^ text.charAt(i)) * PRIME;
        }
        return mix(mixed, text.length());
    }

    private static long mix(long hash, @Nullable IpAddress address) {
        if (address == null) {
            return mix(hash, ABSENT);
        }
        byte[] bytes = address.network().bytes();
        long mixed = hash;
        for (byte part : bytes) {
            mixed = (mixed ^ (part & 0xff)) * PRIME;
        }
        return mix(mixed, bytes.length);
    }

    private static long mix(long hash, int part) {
        return (hash ^ part) * PRIME;
    }

    private static long spread(long hash) {
        long spread = (hash ^ (hash >>> 33)) * 0xff51_afd7_ed55_8ccdL;
        spread = (spread ^ (spread >>> 33)) * 0xc4ce_b9fe_1a85_ec53L;
        return spread ^ (spread >>> 33);
    }
}
