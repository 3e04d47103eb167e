package com.tachyonfuture.mailtrack.app.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tachyonfuture.mailtrack.app.StartFailure;
import com.tachyonfuture.mailtrack.app.settings.Settings;
import com.tachyonfuture.mailtrack.domain.address.IpAddress;
import com.tachyonfuture.mailtrack.domain.classify.NetworkKind;
import com.tachyonfuture.mailtrack.domain.classify.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PlaceFilesTest {

    private static final IpAddress READER = IpAddress.parse("192.0.2.1").orElseThrow();

    @TempDir
    private Path folder;

    private PlaceFiles open(Map<String, String> settings) {
        return PlaceFiles.open(Settings.from(settings, folder));
    }

    @Test
    void withoutAnyFileNothingIsKnownButTheUsualLists() {
        PlaceFiles files = open(Map.of());

        assertThat(files.places().of(READER)).isEqualTo(Place.UNKNOWN);
        assertThat(files.networks().of(READER)).isEmpty();
        assertThat(files.networks().listing(IpAddress.parse("66.102.8.168").orElseThrow()))
                .containsExactly(NetworkKind.GOOGLE_PROXY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MAILTRACK_GEOIP_CITY", "MAILTRACK_GEOIP_COUNTRY", "MAILTRACK_GEOIP_ASN"})
    void aFileThatASettingNamesMustBeADatabase(String setting) throws IOException {
        Path path = folder.resolve("places.mmdb");

        assertThatThrownBy(() -> open(Map.of(setting, "places.mmdb")))
                .isInstanceOf(StartFailure.class)
                .hasMessageStartingWith(setting + " is \"" + path + "\": it is not there. Allowed: a database");

        Files.writeString(path, "no database");
        assertThatThrownBy(() -> open(Map.of(setting, "places.mmdb")))
                .isInstanceOf(StartFailure.class)
                .hasMessageStartingWith(setting + " is \"" + path + "\": it is no database in MaxMind's format.");
    }

    @Test
    void aBrokenFileInTheDataFolderStopsNothing() throws IOException {
        Path broken = folder.resolve("data/geoip/country.mmdb");
        Files.createDirectories(broken.getParent());
        Files.writeString(broken, "no database");

        assertThat(open(Map.of()).places().of(READER)).isEqualTo(Place.UNKNOWN);
    }

    @Test
    void listsInTheDataFolderAreTakenWithoutARestart() throws IOException {
        PlaceFiles files = open(Map.of());
        Path lists = Files.createDirectories(folder.resolve("data/networks"));
        Files.writeString(lists.resolve("security.txt"), "192.0.2.0/24");

        files.refresh();
        files.refresh();

        assertThat(files.networks().listing(READER)).containsExactly(NetworkKind.SECURITY);
    }
}
