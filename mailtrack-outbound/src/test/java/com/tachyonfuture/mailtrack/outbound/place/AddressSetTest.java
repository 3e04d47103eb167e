package com.tachyonfuture.mailtrack.outbound.place;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.domain.address.Cidr;
import com.tachyonfuture.mailtrack.domain.address.IpAddress;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AddressSetTest {

    private static AddressSet set(String... networks) {
        var builder = new AddressSet.Builder();
        List.of(networks).forEach(network -> builder.add(Cidr.parse(network)));
        return builder.build();
    }

    private static IpAddress address(String text) {
        return IpAddress.parse(text).orElseThrow();
    }

    @Test
    void anEmptySetHasNoAddress() {
        assertThat(set().contains(address("0.0.0.0"))).isFalse();
        assertThat(set().contains(address("::"))).isFalse();
    }

    @Test
    void theWholeOfAFamilyIsInIt() {
        var ipv4 = set("0.0.0.0/0");
        var ipv6 = set("::/0");

        assertThat(ipv4.contains(address("0.0.0.0"))).isTrue();
        assertThat(ipv4.contains(address("255.255.255.255"))).isTrue();
        assertThat(ipv4.contains(address("::"))).isFalse();
        assertThat(ipv6.contains(address("::"))).isTrue();
        assertThat(ipv6.contains(address("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff")))
                .isTrue();
        assertThat(ipv6.contains(address("1.2.3.4"))).isFalse();
    }

    @Test
    void networksSideBySideAndWithinOneAnotherAreOneRange() {
        assertThat(set("10.0.0.0/25", "10.0.0.128/25", "10.0.0.7", "10.0.1.0/24")
                        .size())
                .isEqualTo(1);
        assertThat(set("2001:db8::/64", "2001:db8:0:1::/64").size()).isEqualTo(1);
        assertThat(set("2001:db8:0:1::/64", "2001:db8:0:3::/64", "255.255.255.255", "0.0.0.0")
                        .size())
                .isEqualTo(4);
    }

    /// Random networks, dense enough to touch and overlap; asked at their ends, beside them, and anywhere.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void itAgreesWithAskingEveryNetwork(long seed) {
        var random = new Random(seed);
        List<Cidr> networks = new ArrayList<>();
        var builder = new AddressSet.Builder();
        for (int i = 0; i < 150; i++) {
            Cidr network = randomNetwork(random);
            networks.add(network);
            builder.add(network);
        }
        AddressSet set = builder.build();

        for (int i = 0; i < 10_000; i++) {
            IpAddress address = i % 2 == 0 ? randomAddress(random) : nearEdge(random, networks);
            assertThat(set.contains(address))
                    .as("%s in %s", address, networks)
                    .isEqualTo(networks.stream().anyMatch(network -> network.contains(address)));
        }
    }

    private static Cidr randomNetwork(Random random) {
        IpAddress address = randomAddress(random);
        int bits = 8 * address.bytes().length;
        return new Cidr(address, random.nextInt(6) == 0 ? random.nextInt(bits + 1) : bits - random.nextInt(20));
    }

    /// Few bits differ, so that networks meet; at both ends and in the middle of the numbers.
    private static IpAddress randomAddress(Random random) {
        byte[] bytes = new byte[random.nextBoolean() ? 4 : 16];
        byte fill = (byte) (random.nextInt(3) * 127 + random.nextInt(2));
        Arrays.fill(bytes, fill);
        bytes[bytes.length - 1] = (byte) random.nextInt();
        bytes[bytes.length - 2] = (byte) random.nextInt(4);
        if (bytes.length == 16) {
            bytes[7] = (byte) (random.nextInt(4) - 1);
            bytes[8] = (byte) (random.nextInt(3) - 1);
        }
        return IpAddress.of(bytes);
    }

    private static IpAddress nearEdge(Random random, List<Cidr> networks) {
        Cidr network = networks.get(random.nextInt(networks.size()));
        int length = network.address().bytes().length;
        int free = 8 * length - network.prefix();
        BigInteger first =
                new BigInteger(1, network.address().bytes()).shiftRight(free).shiftLeft(free);
        BigInteger edge = random.nextBoolean() ? first : first.add(BigInteger.ONE.shiftLeft(free));
        BigInteger near =
                edge.add(BigInteger.valueOf(random.nextInt(3) - 1L)).mod(BigInteger.ONE.shiftLeft(8 * length));
        byte[] digits = near.toByteArray();
        byte[] bytes = new byte[length];
        int count = Math.min(digits.length, length);
        System.arraycopy(digits, digits.length - count, bytes, length - count, count);
        return IpAddress.of(bytes);
    }
}
