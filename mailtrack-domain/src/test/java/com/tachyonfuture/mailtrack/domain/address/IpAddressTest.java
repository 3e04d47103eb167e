package com.tachyonfuture.mailtrack.domain.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class IpAddressTest {

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "192.0.2.1, 192.0.2.1",
        "0.0.0.0, 0.0.0.0",
        "255.255.255.255, 255.255.255.255",
        "2001:DB8:0:0:0:0:0:1, 2001:db8::1",
        "2001:db8::0:1, 2001:db8::1",
        "::, ::",
        "::1, ::1",
        "1::, 1::",
        "2001:0db8:0000:0001:0000:0000:0000:0001, 2001:db8:0:1::1",
        "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "::ffff:192.0.2.1, 192.0.2.1",
        "::FFFF:c000:0201, 192.0.2.1",
        "64:ff9b::192.0.2.33, 64:ff9b::c000:221",
        "1:2:3:4:5:6:192.0.2.1, 1:2:3:4:5:6:c000:201",
        "fe80::1%eth0, fe80::1",
        "1:2:3:4:5:6:7::, 1:2:3:4:5:6:7:0",
    })
    void theCanonicalTextIsThatOfRfc5952(String text, String canonical) {
        assertThat(IpAddress.parse(text)).get().hasToString(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "localhost",
                "unknown",
                "1.2.3",
                "1.2.3.4.5",
                "256.1.1.1",
                "01.2.3.4",
                "1.2.3.4 ",
                "1..2.3",
                "0x7f.1.1.1",
                ":",
                ":::",
                "1::2::3",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1:2:3:4:5:6:7:8::",
                "12345::",
                "g::",
                "::1.2.3",
                "1.2.3.4::",
                "::1.2.3.4:1",
                "1.2.3.4%eth0",
                "[::1]",
                "::١",
                "%eth0",
                ":1:2:3:4:5:6:7:8",
                "-1.2.3.4",
                "+1.2.3.4",
                "1:2:3:4:5:6:7:1.2.3.4",
                "2001:db8::1/64"
            })
    void anythingElseIsNoAddress(String text) {
        assertThat(IpAddress.parse(text)).isEmpty();
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "192.0.2.1, 192.0.2.1",
        "192.0.2.1:8080, 192.0.2.1",
        "' 192.0.2.1 ', 192.0.2.1",
        "[2001:db8::1]:443, 2001:db8::1",
        "[2001:db8::1], 2001:db8::1",
        "2001:db8::1, 2001:db8::1",
    })
    void aPortIsLeftOut(String text, String address) {
        assertThat(IpAddress.parseWithPort(text)).get().hasToString(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[",
                "[]",
                "[::1",
                "[::1]x",
                "[::1]:",
                "[::1]:http",
                "1.2.3.4:",
                "1.2.3.4:123456",
                "_hidden",
                "unknown",
                "a:b"
            })
    void brokenPortsAndBracketsAreNoAddress(String text) {
        assertThat(IpAddress.parseWithPort(text)).isEmpty();
    }

    @Test
    void addressesMadeOfTheSameBytesAreEqual() {
        IpAddress address = IpAddress.parse("192.0.2.1").orElseThrow();

        assertThat(IpAddress.of(address.bytes())).isEqualTo(address).hasSameHashCodeAs(address);
        assertThat(IpAddress.of(new byte[] {1, 2, 3, 4})).isNotEqualTo(address);
        assertThatThrownBy(() -> IpAddress.of(new byte[5])).hasMessageContaining("4 or 16 bytes");
    }

    @ParameterizedTest(name = "{0} is of {1}")
    @CsvSource({
        "192.0.2.17, 192.0.2.17",
        "::ffff:192.0.2.17, 192.0.2.17",
        "2001:db8:0:1:ffff:1:2:3, 2001:db8:0:1::",
        "2001:db8:0:1::, 2001:db8:0:1::",
        "2001:db8:0:2::1, 2001:db8:0:2::",
        "::1, ::",
    })
    void theNetworkOfAnIpv6AddressIsItsFirstHalf(String address, String network) {
        assertThat(IpAddress.parse(address)).map(IpAddress::network).get().hasToString(network);
    }

    @ParameterizedTest(name = "the network of {0} has the number {1}")
    @CsvSource({
        "0.0.0.1, 1",
        "255.128.0.2, ff800002",
        "::ffff:192.0.2.1, c0000201",
        "2001:db8:1:2:3:4:5:6, 20010db800010002",
        "2001:db8:1:2::, 20010db800010002",
        "ffff:ffff:ffff:ffff::1, ffffffffffffffff",
        "::1, 0",
    })
    void aNetworkHasANumber(String address, String number) {
        assertThat(IpAddress.parse(address).orElseThrow().networkNumber())
                .isEqualTo(Long.parseUnsignedLong(number, 16));
    }
}
