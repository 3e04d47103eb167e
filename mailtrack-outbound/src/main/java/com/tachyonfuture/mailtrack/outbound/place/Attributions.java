package com.tachyonfuture.mailtrack.outbound.place;

import com.maxmind.db.Metadata;
import com.tachyonfuture.mailtrack.application.classify.Attribution;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What the makers of databases ask to be said where these are used, as of November 2026.
final class Attributions {

    /// @param sign a part of what the database says of itself, in lower case
    private record Known(String sign, Attribution attribution) {}

    private static final Attribution NRO = new Attribution(
            "Countries of networks from data of the Number Resource Organization (CC BY 4.0), by ip-location-db.",
            "https://www.nro.net/");

    private static final List<Known> KNOWN = List.of(
            new Known(
                    "geolite2",
                    new Attribution(
                            "This product includes GeoLite Data created by MaxMind, available from"
                                    + " https://www.maxmind.com.",
                            "https://www.maxmind.com/")),
            new Known("dbip", new Attribution("IP Geolocation by DB-IP", "https://db-ip.com/")),
            new Known("db-ip", new Attribution("IP Geolocation by DB-IP", "https://db-ip.com/")),
            new Known("ipinfo", new Attribution("IP address data powered by IPinfo", "https://ipinfo.io/")),
            // What the fetched database calls itself; its maker names no maker within.
            new Known("country ipv", NRO));

    private Attributions() {}

    static Optional<Attribution> of(Metadata metadata) {
        String about = (metadata.databaseType() + " " + metadata.description()).toLowerCase(Locale.ROOT);
        return KNOWN.stream()
                .filter(known -> about.contains(known.sign()))
                .map(Known::attribution)
                .findFirst();
    }
}
