package com.tachyonfuture.mailtrack.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.classify.port.Networks;
import com.tachyonfuture.mailtrack.domain.address.IpAddress;
import com.tachyonfuture.mailtrack.domain.classify.Network;
import com.tachyonfuture.mailtrack.domain.classify.NetworkKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What all {@link Networks} do. */
public interface NetworksContract {

    /** The network of {@link #CLOUD}, which is listed as a data center by its number. */
    String CLOUDY = "192.0.2.0/24";

    Network CLOUD = new Network(64_500, "Example Cloud");

    /** The network of {@link #ACCESS}, which no list names. */
    String HOMES = "2001:db8:1::/48";

    Network ACCESS = new Network(64_501, "Example Access");

    /** Listed as {@link NetworkKind#GOOGLE_PROXY}; who runs it is not known. */
    String PROXIES = "198.51.100.0/24";

    /** A part of {@link #PROXIES} that is listed as {@link NetworkKind#SECURITY} as well. */
    String GATEWAYS = "198.51.100.64/26";

    /** Listed as {@link NetworkKind#APPLE_RELAY}; who runs it is not known. */
    String RELAYS = "2001:db8:2::/47";

    /** Networks that know what is above, and nothing else. */
    Networks networks();

    @Test
    default void allAddressesOfANetworkAreItsOperators() {
        assertThat(networks().of(address("192.0.2.0"))).contains(CLOUD);
        assertThat(networks().of(address("::ffff:192.0.2.17"))).contains(CLOUD);
        assertThat(networks().of(address("192.0.2.255"))).contains(CLOUD);
        assertThat(networks().of(address("2001:db8:1:2:3:4:5:6"))).contains(ACCESS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "127.0.0.1", "192.0.1.255", "192.0.3.0", "255.255.255.255", "::", "2001:db8::"})
    default void whatNobodyKnowsHasNoOperator(String address) {
        assertThat(networks().of(address(address))).isEmpty();
    }

    @Test
    default void aListNamesAllAddressesOfItsNetworks() {
        assertThat(networks().listing(address("198.51.100.0"))).containsExactly(NetworkKind.GOOGLE_PROXY);
        assertThat(networks().listing(address("198.51.100.255"))).containsExactly(NetworkKind.GOOGLE_PROXY);
        assertThat(networks().listing(address("2001:db8:2::"))).containsExactly(NetworkKind.APPLE_RELAY);
        assertThat(networks().listing(address("2001:db8:3:ffff:ffff:ffff:ffff:ffff")))
                .containsExactly(NetworkKind.APPLE_RELAY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"198.51.100.64", "198.51.100.99", "198.51.100.127"})
    default void anAddressMayBeOnSeveralLists(String address) {
        assertThat(networks().listing(address(address)))
                .containsExactlyInAnyOrder(NetworkKind.GOOGLE_PROXY, NetworkKind.SECURITY);
    }

    @Test
    default void aListMayNameAnOperatorByItsNumber() {
        assertThat(networks().listing(address("192.0.2.17"))).containsExactly(NetworkKind.DATA_CENTER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "198.51.99.255",
                "198.51.101.0",
                "255.255.255.255",
                "::",
                "::198.51.100.1",
                "c633:6401::",
                "2001:db8:1::1",
                "2001:db8:4::",
                "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"
            })
    default void whatIsOnNoListIsOnNone(String address) {
        assertThat(networks().listing(address(address))).isEmpty();
    }

    private static IpAddress address(String text) {
        return IpAddress.parse(text).orElseThrow();
    }
}
