package com.tachyonfuture.mailtrack.domain.stats;

import com.tachyonfuture.mailtrack.domain.classify.Client;
import com.tachyonfuture.mailtrack.domain.classify.Network;
import com.tachyonfuture.mailtrack.domain.classify.Place;
import com.tachyonfuture.mailtrack.domain.recording.Open;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What reads are told apart by, as far as it is known of the reader: what a proxy or scanner has is nobody's. */
public enum Dimension {
    /** Two capital letters of ISO 3166; where these are not known, the name in English. */
    COUNTRY,
    /** Its name in English and, where that is known, the country, such as {@code Berlin, DE}. */
    CITY,
    /** The mail client or browser, such as {@code Thunderbird}. */
    CLIENT,
    /** The operating system, such as {@code iOS}. */
    OS,
    /** The code of a {@link com.tachyonfuture.mailtrack.domain.classify.DeviceClass}. */
    DEVICE,
    /** Who runs the network, such as {@code Deutsche Telekom AG}. */
    NETWORK;

    /** In characters: a city and a country, whose names are known to be this long at most. */
    public static final int LONGEST_VALUE = 202;

    /** The word for it in tables and addresses, such as {@code country}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What an open counts for here; empty where it is not known. */
    public Optional<String> of(Open open) {
        return of(open.readersPlace(), open.readersNetwork(), open.readersClient());
    }

    /** What a reader counts for here; empty where it is not known. */
    public Optional<String> of(Place place, @Nullable Network network, Client client) {
        String value = switch (this) {
            case COUNTRY -> country(place);
            case CITY -> city(place);
            case CLIENT -> client.name();
            case OS -> client.os();
            case DEVICE -> client.device() == null ? null : client.device().code();
            case NETWORK -> network == null ? null : network.name();
        };
        return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static @Nullable String country(Place place) {
        return place.countryCode() == null ? place.country() : place.countryCode();
    }

    private static @Nullable String city(Place place) {
        String country = country(place);
        return place.city() == null || country == null ? place.city() : place.city() + ", " + country;
    }
}
