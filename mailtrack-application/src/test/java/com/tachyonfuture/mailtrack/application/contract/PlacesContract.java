package com.tachyonfuture.mailtrack.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.classify.port.Places;
import com.tachyonfuture.mailtrack.domain.address.IpAddress;
import com.tachyonfuture.mailtrack.domain.classify.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What all {@link Places} do. */
public interface PlacesContract {

    /** The network of {@link #VIENNA}. */
    String VIENNESE = "192.0.2.0/24";

    Place VIENNA = new Place("AT", "Austria", "Vienna");

    /** The network of {@link #GERMANY}. */
    String GERMAN = "198.51.100.0/25";

    Place GERMANY = new Place("DE", "Germany", null);

    /** The network of {@link #TOKYO}. */
    String JAPANESE = "2001:db8:1::/48";

    Place TOKYO = new Place("JP", "Japan", "Tokyo");

    /** Places that know the networks above, and no other. */
    Places places();

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.0", "192.0.2.17", "192.0.2.255", "::ffff:192.0.2.17"})
    default void allAddressesOfANetworkAreInItsPlace(String address) {
        assertThat(places().of(address(address))).isEqualTo(VIENNA);
    }

    @Test
    default void aPlaceMayBeACountryAlone() {
        assertThat(places().of(address("198.51.100.1"))).isEqualTo(GERMANY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2001:db8:1::", "2001:db8:1:2:3:4:5:6", "2001:db8:1:ffff:ffff:ffff:ffff:ffff"})
    default void addressesOfIpv6HavePlacesToo(String address) {
        assertThat(places().of(address(address))).isEqualTo(TOKYO);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "127.0.0.1",
                "192.0.1.255",
                "192.0.3.0",
                "198.51.100.128",
                "203.0.113.1",
                "255.255.255.255",
                "::",
                "::1",
                "2001:db8::",
                "2001:db8:2::",
                "::192.0.2.1",
                "c000:200::",
                "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"
            })
    default void whatNobodyKnowsIsUnknown(String address) {
        assertThat(places().of(address(address))).isEqualTo(Place.UNKNOWN);
    }

    private static IpAddress address(String text) {
        return IpAddress.parse(text).orElseThrow();
    }
}
