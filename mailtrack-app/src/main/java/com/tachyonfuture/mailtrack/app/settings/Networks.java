package com.tachyonfuture.mailtrack.app.settings;

import java.util.regex.Pattern;

/// Networks as the owner may write them.
final class Networks {

    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Pattern BITS = Pattern.compile("\\d{1,3}");

    private Networks() {}

    /// An address with its prefix: 32 or 128 bits where the text is an address alone.
    static String normalized(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        requireAddress(address);
        int longest = IPV4.matcher(address).matches() ? 32 : 128;
        return address + "/" + (slash < 0 ? longest : bits(text.substring(slash + 1), longest));
    }

    private static void requireAddress(String text) {
        if (!isAddress(text)) {
            throw new BadValue("it holds something that is not an IP address");
        }
    }

    private static boolean isAddress(String text) {
        if (!IPV4.matcher(text).matches()) {
            return WebAddresses.isIpv6(text);
        }
        return Pattern.compile("\\.").splitAsStream(text).allMatch(part -> Integer.parseInt(part) <= 255);
    }

    private static int bits(String text, int longest) {
        if (!BITS.matcher(text).matches() || Integer.parseInt(text) > longest) {
            throw new BadValue("it holds a prefix that is not a number from 0 to 32 (IPv4) or 128 (IPv6)");
        }
        return Integer.parseInt(text);
    }
}
