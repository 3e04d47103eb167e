package com.tachyonfuture.mailtrack.outbound.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.domain.address.IpAddress;
import com.tachyonfuture.mailtrack.domain.classify.Network;
import com.tachyonfuture.mailtrack.domain.classify.NetworkKind;
import com.tachyonfuture.mailtrack.domain.classify.Place;
import com.tachyonfuture.mailtrack.outbound.sample.SampleAddresses.Service;
import com.tachyonfuture.mailtrack.outbound.sample.SampleAddresses.Town;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SampleAddressesTest {

    @Test
    void aHouseholdIsInItsTownAndHasAnOperator() {
        IpAddress home = SampleAddresses.of(Town.LYON, 1_234);

        assertThat(home).hasToString("2001:db8:b:4d2::1");
        assertThat(SampleAddresses.places().of(home)).isEqualTo(new Place("FR", "France", "Lyon"));
        assertThat(SampleAddresses.networks().of(home)).map(Network::name).contains("Example Net France");
        assertThat(SampleAddresses.networks().listing(home)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Town.class)
    void noTownIsTakenForAnother(Town town) {
        assertThat(SampleAddresses.places().of(SampleAddresses.of(town, 65_535)).city())
                .isEqualToIgnoringCase(town.name().replace('_', ' '));
    }

    @Test
    void aMachineIsOnTheListOfItsServiceAndNowhere() {
        IpAddress proxy = SampleAddresses.of(Service.GOOGLE, 40);

        assertThat(proxy).hasToString("203.0.113.8");
        assertThat(SampleAddresses.networks().listing(proxy)).containsExactly(NetworkKind.GOOGLE_PROXY);
        assertThat(SampleAddresses.networks().of(proxy)).contains(new Network(15_169, "Google LLC"));
        assertThat(SampleAddresses.places().of(proxy)).isEqualTo(Place.UNKNOWN);
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void noMachineIsTheOwners(Service service) {
        assertThat(SampleAddresses.isOwn(SampleAddresses.of(service, 31))).isFalse();
        assertThat(SampleAddresses.isOwn(SampleAddresses.own())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"203.0.113.240", "203.0.112.1", "198.51.100.7", "2001:db8::1", "2001:db8:ffff::1", "::1"})
    void everythingElseIsNowhere(String text) {
        IpAddress address = IpAddress.parse(text).orElseThrow();

        assertThat(SampleAddresses.places().of(address)).isEqualTo(Place.UNKNOWN);
        assertThat(SampleAddresses.networks().of(address)).isEmpty();
        assertThat(SampleAddresses.networks().listing(address)).isEmpty();
    }
}
