package com.tachyonfuture.mailtrack.domain.address;

import java.util.Optional;

/** A network: an address and how many of its first bits all addresses of that network share. */
public record Cidr(IpAddress address, int prefix) {

    public Cidr {
        if (prefix < 0 || prefix > longest(address)) {
            throw new IllegalArgumentException("the prefix of " + address + " is 0 to " + longest(address));
        }
    }

    /** A network of this one address. */
    public static Cidr of(IpAddress address) {
        return new Cidr(address, longest(address));
    }

    /** What one client may be assumed to have for itself: an IPv4 address alone, the /64 of an IPv6 address. */
    public static Cidr ofClient(IpAddress address) {
        return new Cidr(address.network(), address.isIpv4() ? 32 : 64);
    }

    /**
     * The network that a text such as {@code 10.0.0.0/8} or {@code fc00::/7} names; an address alone is a network of
     * one.
     *
     * @throws IllegalArgumentException saying what is wrong
     */
    public static Cidr parse(String text) {
        int slash = text.indexOf('/');
        IpAddress address = IpAddress.parse(slash < 0 ? text : text.substring(0, slash))
                .orElseThrow(() -> new IllegalArgumentException("'" + text + "' does not start with an IP address"));
        if (slash < 0) {
            return of(address);
        }
        return new Cidr(
                address,
                prefix(text.substring(slash + 1))
                        .orElseThrow(
                                () -> new IllegalArgumentException("'" + text + "' does not end in a number of bits")));
    }

    private static Optional<Integer> prefix(String text) {
        boolean number = !text.isEmpty() && text.length() <= 3 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    private static int longest(IpAddress address) {
        return address.isIpv4() ? 32 : 128;
    }

    public boolean contains(IpAddress other) {
        return address.sharesPrefix(other, prefix);
    }

    @Override
    public String toString() {
        return address + "/" + prefix;
    }
}
