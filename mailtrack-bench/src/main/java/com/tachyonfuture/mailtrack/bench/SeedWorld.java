package com.tachyonfuture.mailtrack.bench;

import com.tachyonfuture.mailtrack.application.classify.port.Networks;
import com.tachyonfuture.mailtrack.domain.address.IpAddress;
import com.tachyonfuture.mailtrack.domain.classify.Network;
import com.tachyonfuture.mailtrack.domain.classify.NetworkKind;
import com.tachyonfuture.mailtrack.domain.classify.Place;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// A world of many cities, in which each address of 2001:db8::/32 is somewhere: its third group is the city.
final class SeedWorld implements Networks {

    private static final int CITIES = 3_000;
    private static final int OPERATORS = 400;

    /// The first number for documentation.
    private static final long FIRST_OPERATOR = 65_536;

    private static final List<String> COUNTRIES = List.of(
            "DE", "FR", "GB", "US", "AT", "CH", "NL", "IT", "ES", "PL", "SE", "CZ", "DK", "BE", "JP", "CA", "IE", "PT",
            "NO", "FI", "HU", "BR", "IN", "AU", "MX", "KR", "ZA", "TR", "GR", "RO");

    /// The address of a viewer, the same each time. More viewers live in the cities of small numbers.
    static IpAddress address(long viewer) {
        int some = Math.toIntExact(viewer >>> 16 & 0xffff) % CITIES;
        int city = Math.toIntExact((long) some * some / CITIES);
        return IpAddress.of(ByteBuffer.allocate(16)
                .putInt(0x2001_0db8)
                .putShort((short) city)
                .putShort((short) (viewer >>> 32))
                .putLong(viewer)
                .array());
    }

    static Place place(IpAddress address) {
        int city = city(address);
        String code = COUNTRIES.get(city % COUNTRIES.size());
        return new Place(code, Locale.of("", code).getDisplayCountry(Locale.ENGLISH), "City " + city);
    }

    @Override
    public Optional<Network> of(IpAddress address) {
        int operator = city(address) % OPERATORS;
        return Optional.of(new Network(FIRST_OPERATOR + operator, "Operator " + operator));
    }

    @Override
    public Set<NetworkKind> listing(IpAddress address) {
        return Set.of();
    }

    @Override
    public Set<NetworkKind> listing(IpAddress address, Network network) {
        return Set.of();
    }

    private static int city(IpAddress address) {
        return ByteBuffer.wrap(address.bytes()).getShort(4);
    }
}
