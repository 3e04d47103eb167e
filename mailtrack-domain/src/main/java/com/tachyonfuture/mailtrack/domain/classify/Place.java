package com.tachyonfuture.mailtrack.domain.classify;

import org.jspecify.annotations.Nullable;

/**
 * Where an address is, as far as a database knows.
 *
 * @param countryCode two capital letters of ISO 3166
 * @param country its name in English, at most 100 characters
 * @param city its name in English, at most 100 characters
 */
public record Place(
        @Nullable String countryCode,
        @Nullable String country,
        @Nullable String city) {

    public static final Place UNKNOWN = new Place(null, null, null);
}
