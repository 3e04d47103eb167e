package com.tachyonfuture.mailtrack.domain.classify;

import com.tachyonfuture.mailtrack.domain.address.IpAddress;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a fetch when it is judged. Everything in it is kept with the open or can be looked up again, so
 * that all history can be judged by newer rules.
 *
 * @param networks the lists that name the address
 * @param age how long after the track's creation it came; negative where clocks disagree, null where one of both
 *     times is not known
 * @param tracksAtOnce how many different tracks this address fetched within seconds, this one included; at least 1
 * @param ownersAddress the owner said that this address is their own
 * @param creatorsAddress the track was created from this address
 */
public record Evidence(
        @Nullable IpAddress address,
        @Nullable String userAgent,
        @Nullable String referer,
        Set<Sign> signs,
        @Nullable Network network,
        Set<NetworkKind> networks,
        @Nullable Duration age,
        int tracksAtOnce,
        boolean ownersAddress,
        boolean creatorsAddress) {

    public Evidence {
        signs = Set.copyOf(signs);
        networks = Set.copyOf(networks);
        if (tracksAtOnce < 1) {
            throw new IllegalArgumentException("a fetch is of one track at least, not of " + tracksAtOnce);
        }
    }

    /** Whether it came so soon after the track's creation; never where its age is negative or not known. */
    public boolean isWithin(Duration ofCreation) {
        return age != null && !age.isNegative() && age.compareTo(ofCreation) <= 0;
    }
}
