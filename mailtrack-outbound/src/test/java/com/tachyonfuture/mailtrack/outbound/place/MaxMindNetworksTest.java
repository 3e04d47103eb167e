package com.tachyonfuture.mailtrack.outbound.place;

import static com.tachyonfuture.mailtrack.outbound.place.MmdbFile.fields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.classify.port.Networks;
import com.tachyonfuture.mailtrack.application.contract.NetworksContract;
import com.tachyonfuture.mailtrack.domain.address.IpAddress;
import com.tachyonfuture.mailtrack.domain.classify.Network;
import com.tachyonfuture.mailtrack.outbound.place.MaxMindFile.Content;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MaxMindNetworksTest implements NetworksContract {

    private final NotesTaken told = new NotesTaken();

    @TempDir
    private Path folder;

    @Override
    public Networks networks() {
        list("data-center.txt", "AS" + CLOUD.number());
        list("google-proxy.txt", PROXIES);
        list("security.txt", GATEWAYS);
        list("apple-relay.txt", RELAYS);
        list("yahoo-proxy.txt", "# none");
        list("microsoft-mail.txt", "");
        return networks(MmdbFile.forBoth("asn ipvAll")
                .with(
                        CLOUDY,
                        fields(
                                "autonomous_system_number",
                                (int) CLOUD.number(),
                                "autonomous_system_organization",
                                CLOUD.name()))
                .with(HOMES, fields("asn", "AS" + ACCESS.number(), "as_name", ACCESS.name())));
    }

    private void list(String name, String text) {
        try {
            Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private MaxMindNetworks networks(MmdbFile database) {
        Path path = folder.resolve("asn.mmdb");
        database.replace(path);
        var file = MaxMindFile.optional(path, Content.OPERATORS, folder.resolve("copies"), told.notes());
        return new MaxMindNetworks(file, new NetworkLists(folder, told.notes()));
    }

    private static MmdbFile with(Map<String, Object> record) {
        return MmdbFile.forIpv4("asn").with("192.0.2.0/24", record).with("198.51.100.0/24", fields("asn", 64_500));
    }

    @ParameterizedTest
    @CsvSource({
        "autonomous_system_number, 64500, autonomous_system_organization, Example, 64500, Example",
        "asn, AS64500, as_name, Example, 64500, Example",
        "asn, as4200000000, as_organization, Example, 4200000000, Example",
        "as_number, 64500, organization, ' ', 64500, AS64500",
    })
    void manyLayoutsAreUnderstood(
            String numberField, String number, String nameField, String name, long knownNumber, String knownName) {
        var networks = networks(with(fields(numberField, number, nameField, name)));

        assertThat(networks.of(IpAddress.parse("192.0.2.1").orElseThrow()))
                .contains(new Network(knownNumber, knownName));
    }

    @ParameterizedTest
    @CsvSource({
        "asn, AS0",
        "asn, AS4294967296",
        "asn, 99999999999999999999",
        "asn, -1",
        "asn, x",
        "asn, ''",
        "name, Example"
    })
    void whatIsNoNumberIsNoNetwork(String field, String value) {
        var networks = networks(with(fields(field, value)));

        assertThat(networks.of(IpAddress.parse("192.0.2.1").orElseThrow())).isEmpty();
        assertThat(networks.of(IpAddress.parse("198.51.100.1").orElseThrow())).isPresent();
    }

    @Test
    void bothAreLookedAtAgain() {
        var networks = networks(with(fields("asn", 64_501)));
        list("security.txt", "192.0.2.0/24");
        with(fields("asn", 64_502)).replace(folder.resolve("asn.mmdb"));

        networks.refresh();
        networks.refresh();

        IpAddress address = IpAddress.parse("192.0.2.1").orElseThrow();
        assertThat(networks.of(address).orElseThrow().number()).isEqualTo(64_502);
        assertThat(networks.listing(address)).hasSize(1);
    }
}
