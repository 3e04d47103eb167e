package com.tachyonfuture.mailtrack.domain.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TrustedProxiesTest {

    private static final TrustedProxies OURS =
            new TrustedProxies(List.of(Cidr.parse("10.0.0.0/8"), Cidr.parse("fc00::/7"), Cidr.parse("127.0.0.1")));

    @ParameterizedTest(name = "{0} behind our proxy is {1}")
    @CsvSource({
        "203.0.113.9, 203.0.113.9",
        "'198.51.100.1, 203.0.113.9', 203.0.113.9",
        "'198.51.100.1, 203.0.113.9, 10.0.0.7', 203.0.113.9",
        "'203.0.113.9:55123, [fc00::1]:443', 203.0.113.9",
        "'[2001:db8::5]:1234', 2001:db8::5",
        "'10.0.0.8, 10.0.0.7', 10.0.0.8",
        "'junk, 203.0.113.9', 203.0.113.9",
    })
    void theListIsReadFromTheRightUpToTheFirstAddressThatIsNotOurs(String forwardedFor, String client) {
        assertThat(client("10.0.0.1", forwardedFor, null)).get().hasToString(client);
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "203.0.113.9, junk", "203.0.113.9,", "203.0.113.9, , 10.0.0.7", "_a.b"})
    void junkWhereTheClientShouldStandIsNoAddress(String forwardedFor) {
        assertThat(client("10.0.0.1", forwardedFor, null)).isEmpty();
    }

    @Test
    void anUntrustedPeerSpeaksOnlyForItself() {
        assertThat(client("203.0.113.1", "198.51.100.1", "198.51.100.2")).get().hasToString("203.0.113.1");
    }

    @Test
    void realIpCountsOnlyWithoutForwardedFor() {
        assertThat(client("10.0.0.1", null, "198.51.100.2")).get().hasToString("198.51.100.2");
        assertThat(client("10.0.0.1", " ", "198.51.100.2")).get().hasToString("198.51.100.2");
        assertThat(client("10.0.0.1", "198.51.100.1", "198.51.100.2")).get().hasToString("198.51.100.1");
        assertThat(client("10.0.0.1", null, "junk")).isEmpty();
    }

    @Test
    void aProxyThatNamesNobodyIsTheClient() {
        assertThat(client("10.0.0.1", null, null)).get().hasToString("10.0.0.1");
    }

    private static Optional<IpAddress> client(String peer, @Nullable String forwardedFor, @Nullable String realIp) {
        return OURS.clientOf(IpAddress.parse(peer).orElseThrow(), forwardedFor, realIp);
    }

    @Nested
    final class ANetwork {

        @ParameterizedTest(name = "{0} contains {1}: {2}")
        @CsvSource({
            "172.16.0.0/12, 172.31.255.255, true",
            "172.16.0.0/12, 172.32.0.0, false",
            "0.0.0.0/0, 8.8.8.8, true",
            "0.0.0.0/0, ::1, false",
            "192.0.2.1, 192.0.2.1, true",
            "192.0.2.1/32, 192.0.2.2, false",
            "2001:db8::/33, 2001:db8:7fff::1, true",
            "2001:db8::/33, 2001:db8:8000::1, false",
            "10.0.0.0/8, ::ffff:10.1.2.3, true",
        })
        void containsTheAddressesThatShareItsPrefix(String network, String address, boolean contained) {
            assertThat(Cidr.parse(network).contains(IpAddress.parse(address).orElseThrow()))
                    .isEqualTo(contained);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"", "10.0.0.0/", "10.0.0.0/33", "10.0.0.0/-1", "::/129", "host/8", "10.0.0.0/8/8", "1/1111"})
        void isRefusedWithAReasonWhenItsTextIsBroken(String text) {
            assertThatThrownBy(() -> Cidr.parse(text))
                    .isInstanceOf(IllegalArgumentException.class)
                    .message()
                    .isNotBlank();
        }

        @Test
        void saysItselfAsItIsWritten() {
            assertThat(Cidr.parse("FC00::/7")).hasToString("fc00::/7");
            assertThat(Cidr.parse("192.0.2.1")).hasToString("192.0.2.1/32");
        }
    }
}
