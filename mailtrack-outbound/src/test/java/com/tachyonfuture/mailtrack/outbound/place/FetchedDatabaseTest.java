package com.tachyonfuture.mailtrack.outbound.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.tachyonfuture.mailtrack.domain.address.IpAddress;
import com.tachyonfuture.mailtrack.domain.classify.Place;
import com.tachyonfuture.mailtrack.outbound.place.MaxMindFile.Content;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A real database, where `bin/fetch-geoip` has been run before, as the workflow does; skipped elsewhere, and told.
final class FetchedDatabaseTest {

    private static final Path ROOT = Files.exists(Path.of("bin/fetch-geoip")) ? Path.of("") : Path.of("..");
    private static final Path FETCHED = ROOT.resolve("data/geoip/country.mmdb");

    @TempDir
    private Path folder;

    @Test
    void itKnowsWhereGoogleIs() throws IOException {
        assumeThat(FETCHED)
                .as("needs what bin/fetch-geoip gets from the network; the workflow runs it before the tests")
                .exists();
        var told = new NotesTaken();
        MaxMindFile countries = MaxMindFile.required(FETCHED, Content.COUNTRIES, folder, told.notes());
        MaxMindFile cities = MaxMindFile.optional(folder.resolve("none"), Content.CITIES, folder, told.notes());
        var places = new MaxMindPlaces(cities, countries);

        assertThat(places.of(IpAddress.parse("8.8.8.8").orElseThrow()))
                .isEqualTo(new Place("US", "United States", null));
        assertThat(places.of(IpAddress.parse("2001:4860:4860::8888").orElseThrow())
                        .countryCode())
                .isEqualTo("US");
    }
}
