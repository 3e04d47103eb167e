package com.tachyonfuture.mailtrack.domain.classify;

import org.jspecify.annotations.Nullable;

/**
 * What was found out about who fetched a pixel, beyond what the request said of itself.
 *
 * @param place of the address, be it the reader's or a proxy's
 * @param network that the address belongs to; null where nobody knows
 * @param client that the user agent names
 * @param tracksAtOnce how many different tracks the address fetched within seconds, this one included; at least 1
 */
public record Description(Place place, @Nullable Network network, Client client, int tracksAtOnce) {

    /** Nothing was found out. */
    public static final Description NONE = new Description(Place.UNKNOWN, null, Client.UNKNOWN, 1);
}
