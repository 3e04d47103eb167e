package com.tachyonfuture.mailtrack.outbound.place;

import static com.tachyonfuture.mailtrack.outbound.place.MmdbFile.fields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.classify.Attribution;
import com.tachyonfuture.mailtrack.application.classify.port.Places;
import com.tachyonfuture.mailtrack.application.contract.PlacesContract;
import com.tachyonfuture.mailtrack.domain.address.IpAddress;
import com.tachyonfuture.mailtrack.domain.classify.Place;
import com.tachyonfuture.mailtrack.outbound.place.MaxMindFile.Content;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MaxMindPlacesTest {

    private static final Map<String, Object> NESTED_VIENNA = fields(
            "city", fields("geoname_id", 2_761_369, "names", fields("de", "Wien", "en", "Vienna")),
            "country", fields("iso_code", "AT", "names", fields("de", "Österreich", "en", "Austria")),
            "location", fields("time_zone", "Europe/Vienna"));

    private final NotesTaken told = new NotesTaken();

    @TempDir
    private Path folder;

    private MaxMindFile file(Content content, String name, MmdbFile database) {
        Path path = folder.resolve(name);
        database.replace(path);
        return MaxMindFile.optional(path, content, folder.resolve("copies"), told.notes());
    }

    private MaxMindFile none() {
        return MaxMindFile.optional(folder.resolve("none"), Content.COUNTRIES, folder, told.notes());
    }

    private Place place(MaxMindPlaces places, String address) {
        return places.of(IpAddress.parse(address).orElseThrow());
    }

    /// As MaxMind and DB-IP lay records out.
    @Nested
    final class NestedRecords implements PlacesContract {

        @Override
        public Places places() {
            var cities = MmdbFile.forBoth("GeoLite2-City")
                    .with(VIENNESE, NESTED_VIENNA)
                    .with(GERMAN, fields("country", fields("iso_code", "DE", "names", fields("en", "Germany"))))
                    .with(
                            JAPANESE,
                            fields(
                                    "city",
                                    fields("names", fields("en", "Tokyo")),
                                    "country",
                                    fields("iso_code", "JP")));
            return new MaxMindPlaces(file(Content.CITIES, "city.mmdb", cities), none());
        }
    }

    /// As ip-location-db lays them out.
    @Nested
    final class FlatRecords implements PlacesContract {

        @Override
        public Places places() {
            var cities = MmdbFile.forBoth("city ipvAll")
                    .with(VIENNESE, fields("city", "Vienna", "country_code", "AT", "state1", "Vienna"))
                    .with(GERMAN, fields("city", "", "country_code", "DE"))
                    .with(JAPANESE, fields("city", "Tokyo", "country_code", "jp"));
            return new MaxMindPlaces(file(Content.CITIES, "city.mmdb", cities), none());
        }
    }

    @Nested
    final class TwoDatabases implements PlacesContract {

        @Override
        public Places places() {
            var cities = MmdbFile.forBoth("city").with(VIENNESE, NESTED_VIENNA);
            var countries = MmdbFile.forBoth("country")
                    .with(VIENNESE, fields("country_code", "CH"))
                    .with(GERMAN, fields("country_code", "DE"))
                    .with(JAPANESE, fields("country_code", "JP"));
            cities.with(JAPANESE, fields("city", "Tokyo"));
            return new MaxMindPlaces(
                    file(Content.CITIES, "city.mmdb", cities), file(Content.COUNTRIES, "country.mmdb", countries));
        }
    }

    @Test
    void withoutDatabasesNothingIsKnownAndNothingFails() {
        assertThat(place(new MaxMindPlaces(none(), none()), "192.0.2.1")).isEqualTo(Place.UNKNOWN);
        assertThat(told.warnings()).isEmpty();
    }

    /// The first bits of an address of IPv6 would be taken for one of IPv4.
    @Test
    void aDatabaseOfIpv4IsNotAskedForIpv6() {
        var countries = MmdbFile.forIpv4("country ipv4").with("32.0.0.0/8", fields("country_code", "AT"));
        var places = new MaxMindPlaces(none(), file(Content.COUNTRIES, "country.mmdb", countries));

        assertThat(place(places, "32.1.13.184").countryCode()).isEqualTo("AT");
        assertThat(place(places, "2001:db8::1")).isEqualTo(Place.UNKNOWN);
    }

    /// The first record decides how the others are read first.
    @Test
    void nestedAndFlatRecordsMayBeInOneDatabase() {
        var cities = MmdbFile.forIpv4("city")
                .with("192.0.2.0/25", NESTED_VIENNA)
                .with("192.0.2.128/25", fields("country", "DE", "city", "Berlin"))
                .with("198.51.100.0/24", fields("country_code", "JP", "city", "Tokyo"));
        var places = new MaxMindPlaces(file(Content.CITIES, "city.mmdb", cities), none());

        assertThat(place(places, "192.0.2.1")).isEqualTo(new Place("AT", "Austria", "Vienna"));
        assertThat(place(places, "192.0.2.129")).isEqualTo(new Place("DE", "Germany", "Berlin"));
        assertThat(place(places, "198.51.100.1")).isEqualTo(new Place("JP", "Japan", "Tokyo"));
        assertThat(told.warnings()).isEmpty();
    }

    @Test
    void aCountryWithoutANameGetsItsEnglishOne() {
        var countries = MmdbFile.forIpv4("country ipv4")
                .with("192.0.2.0/25", fields("country_code", "CI"))
                .with("192.0.2.128/25", fields("country", "XK"))
                .with("198.51.100.0/24", fields("country", "JP", "country_name", "Nippon"))
                .with("203.0.113.0/24", fields("country_code", "QQ"));
        var places = new MaxMindPlaces(none(), file(Content.COUNTRIES, "country.mmdb", countries));

        assertThat(place(places, "192.0.2.1")).isEqualTo(new Place("CI", "Côte d’Ivoire", null));
        assertThat(place(places, "192.0.2.200")).isEqualTo(new Place("XK", "Kosovo", null));
        assertThat(place(places, "198.51.100.1")).isEqualTo(new Place("JP", "Nippon", null));
        assertThat(place(places, "203.0.113.1")).isEqualTo(new Place("QQ", null, null));
    }

    @Test
    void whatIsNoPlaceIsLeftOut() {
        var cities = MmdbFile.forIpv4("city")
                .with("192.0.2.0/27", fields("country_code", "ZZ", "city", "-"))
                .with("192.0.2.32/27", fields("country_code", "AUT", "city", "  "))
                .with("192.0.2.64/27", fields("country_code", 43, "city", fields("names", "Vienna")))
                .with("192.0.2.96/27", fields("country_code", "Ä1"))
                .with("192.0.2.128/27", fields("country_code", "AT", "city", "a\u0000b" + "🔑".repeat(60)));
        var places = new MaxMindPlaces(file(Content.CITIES, "city.mmdb", cities), none());

        for (String address : new String[] {"192.0.2.1", "192.0.2.33", "192.0.2.65", "192.0.2.97"}) {
            assertThat(place(places, address)).as(address).isEqualTo(Place.UNKNOWN);
        }
        assertThat(place(places, "192.0.2.129").city())
                .startsWith("a b🔑")
                .endsWith("🔑")
                .hasSizeBetween(99, 100);
    }

    @Test
    void oneBrokenRecordIsUnknownAndToldOnce() {
        var cities = MmdbFile.forIpv4("city");
        for (int i = 0; i < 200; i++) {
            cities.with("10.0." + i + ".0/25", fields("country_code", "AT"));
            cities.with("10.0." + i + ".128/25", fields("country_code", "DE"));
        }
        for (int i = 0; i < 2_000; i++) {
            cities.with("11." + i / 250 + "." + i % 250 + ".0/24", fields("country_code", "CH"));
        }
        cities.with("12.34.56.0/24", 8_000_000);
        var places = new MaxMindPlaces(file(Content.CITIES, "city.mmdb", cities), none());

        assertThat(place(places, "12.34.56.1")).isEqualTo(Place.UNKNOWN);
        assertThat(place(places, "12.34.56.2")).isEqualTo(Place.UNKNOWN);
        assertThat(place(places, "10.0.1.1").countryCode()).isEqualTo("AT");
        assertThat(told.warnings()).singleElement().asString().contains("broken at 12.34.56.1");
    }

    @Test
    void makersThatAskForItAreNamed() {
        var cities = file(
                Content.CITIES, "city.mmdb", MmdbFile.forBoth("GeoLite2-City").with("192.0.2.0/24", NESTED_VIENNA));
        var countries = file(
                Content.COUNTRIES,
                "country.mmdb",
                MmdbFile.forBoth("DBIP-Country-Lite").with("192.0.2.0/24", NESTED_VIENNA));

        assertThat(new MaxMindPlaces(cities, countries).attributions())
                .extracting(Attribution::link)
                .containsExactly("https://www.maxmind.com/", "https://db-ip.com/");
        assertThat(new MaxMindPlaces(none(), none()).attributions()).isEmpty();
    }
}
