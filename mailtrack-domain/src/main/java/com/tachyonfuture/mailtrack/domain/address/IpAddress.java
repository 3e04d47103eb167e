package com.tachyonfuture.mailtrack.domain.address;

import java.util.Arrays;
import java.util.Optional;

/**
 * An IPv4 or IPv6 address, read from text without ever asking a name server. Its text is the canonical one of RFC
 * 5952; an IPv4 address inside an IPv6 one ({@code ::ffff:192.0.2.1}) is that IPv4 address.
 */
public final class IpAddress {

    private static final int LONGEST_TEXT = 45;
    private static final int GROUPS = 8;

    private final byte[] bytes;

    private IpAddress(byte[] bytes) {
        this.bytes = isMappedIpv4(bytes) ? Arrays.copyOfRange(bytes, 12, 16) : bytes;
    }

    /** The address with these 4 or 16 bytes, in network order. */
    public static IpAddress of(byte[] bytes) {
        if (bytes.length != 4 && bytes.length != 16) {
            throw new IllegalArgumentException("an address has 4 or 16 bytes, not " + bytes.length);
        }
        return new IpAddress(bytes.clone());
    }

    /**
     * The address that a text names; empty for anything else, host names included. A zone ({@code %eth0}) is left
     * out: it means nothing on another machine.
     */
    public static Optional<IpAddress> parse(String text) {
        int zone = text.indexOf('%');
        String address = zone > 0 && text.indexOf(':') >= 0 ? text.substring(0, zone) : text;
        if (address.isEmpty() || address.length() > LONGEST_TEXT) {
            return Optional.empty();
        }
        byte[] bytes = address.indexOf(':') >= 0 ? parseIpv6(address) : parseIpv4(address);
        return bytes.length == 0 ? Optional.empty() : Optional.of(new IpAddress(bytes));
    }

    /**
     * The address in an element of {@code X-Forwarded-For}: bare, or with a port ({@code 192.0.2.1:8080},
     * {@code [2001:db8::1]:443}); empty for anything else.
     */
    public static Optional<IpAddress> parseWithPort(String text) {
        String element = text.strip();
        if (element.startsWith("[")) {
            int end = element.indexOf(']');
            boolean wellFormed = end > 0 && isPort(element.substring(end + 1));
            return wellFormed ? parse(element.substring(1, end)) : Optional.empty();
        }
        int colon = element.indexOf(':');
        boolean oneColon = colon >= 0 && colon == element.lastIndexOf(':');
        if (!oneColon) {
            return parse(element);
        }
        return isPort(element.substring(colon)) ? parse(element.substring(0, colon)) : Optional.empty();
    }

    private static boolean isPort(String text) {
        return text.isEmpty()
                || (text.length() > 1
                        && text.length() <= 6
                        && text.charAt(0) == ':'
                        && areDigits(text, 1, text.length()));
    }

    /** A copy of the 4 or 16 bytes, in network order. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /**
     * What one client may be assumed to have for itself: an IPv4 address, or the /64 of an IPv6 address, with zeros in
     * the place of the rest.
     */
    public IpAddress network() {
        return isIpv4() ? this : new IpAddress(Arrays.copyOf(Arrays.copyOf(bytes, 8), 16));
    }

    /** The number of the {@link #network()}: of an IPv4 address all 32 bits, of an IPv6 address the first 64. */
    public long networkNumber() {
        long number = 0;
        for (int i = 0; i < Math.min(bytes.length, Long.BYTES); i++) {
            number = (number << Byte.SIZE) | (bytes[i] & 0xff);
        }
        return number;
    }

    boolean isIpv4() {
        return bytes.length == 4;
    }

    /** Whether the first so many bits are those of the other address, and both are of one family. */
    boolean sharesPrefix(IpAddress other, int bits) {
        if (bytes.length != other.bytes.length) {
            return false;
        }
        int whole = bits / 8;
        if (!Arrays.equals(bytes, 0, whole, other.bytes, 0, whole)) {
            return false;
        }
        int rest = bits % 8;
        return rest == 0 || (bytes[whole] ^ other.bytes[whole]) >> (8 - rest) == 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IpAddress that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** The canonical text, at most 39 characters. */
    @Override
    public String toString() {
        return isIpv4() ? ipv4Text() : ipv6Text();
    }

    private String ipv4Text() {
        return (bytes[0] & 0xff) + "." + (bytes[1] & 0xff) + "." + (bytes[2] & 0xff) + "." + (bytes[3] & 0xff);
    }

    /** RFC 5952: lower case, no leading zeros, the first longest run of two or more zero groups as {@code ::}. */
    private String ipv6Text() {
        int start = -1;
        int length = 1;
        for (int i = 0; i < GROUPS; i++) {
            int run = zeroGroupsFrom(i);
            if (run > length) {
                start = i;
                length = run;
            }
        }
        var text = new StringBuilder();
        for (int i = 0; i < GROUPS; i++) {
            if (i == start) {
                text.append("::");
                i += length - 1;
            } else {
                boolean first = text.isEmpty() || text.charAt(text.length() - 1) == ':';
                text.append(first ? "" : ":").append(Integer.toHexString(group(i)));
            }
        }
        return text.toString();
    }

    private int zeroGroupsFrom(int index) {
        int end = index;
        while (end < GROUPS && group(end) == 0) {
            end++;
        }
        return end - index;
    }

    private int group(int index) {
        return ((bytes[2 * index] & 0xff) << 8) | (bytes[2 * index + 1] & 0xff);
    }

    private static boolean isMappedIpv4(byte[] bytes) {
        if (bytes.length != 16) {
            return false;
        }
        for (int i = 0; i < 10; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return bytes[10] == (byte) 0xff && bytes[11] == (byte) 0xff;
    }

    private static final byte[] NO_ADDRESS = {};

    /** Four decimal numbers; a leading zero is refused, since some read it as octal. */
    private static byte[] parseIpv4(String text) {
        var bytes = new byte[4];
        int start = 0;
        for (int i = 0; i < 4; i++) {
            int end = i == 3 ? text.length() : text.indexOf('.', start);
            int number = end < 0 ? -1 : numberUpTo255(text, start, end);
            if (number < 0) {
                return NO_ADDRESS;
            }
            bytes[i] = (byte) number;
            start = end + 1;
        }
        return bytes;
    }

    private static int numberUpTo255(String text, int start, int end) {
        int length = end - start;
        boolean plain = length >= 1 && length <= 3 && areDigits(text, start, end);
        if (!plain || (length > 1 && text.charAt(start) == '0')) {
            return -1;
        }
        int number = Integer.parseInt(text, start, end, 10);
        return number <= 255 ? number : -1;
    }

    private static boolean areDigits(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static byte[] parseIpv6(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            byte[] all = parseGroups(text);
            return all.length == 16 ? all : NO_ADDRESS;
        }
        String left = text.substring(0, gap);
        String right = text.substring(gap + 2);
        byte[] head = parseGroups(left);
        byte[] tail = parseGroups(right);
        boolean broken = (head.length == 0 && !left.isEmpty()) || (tail.length == 0 && !right.isEmpty());
        if (broken || left.indexOf('.') >= 0 || head.length + tail.length > 14) {
            return NO_ADDRESS;
        }
        byte[] bytes = Arrays.copyOf(head, 16);
        System.arraycopy(tail, 0, bytes, 16 - tail.length, tail.length);
        return bytes;
    }

    /** The bytes of groups with single colons between them, the last of which may be an IPv4 address. */
    private static byte[] parseGroups(String text) {
        String[] parts = text.split(":", -1);
        if (parts.length > GROUPS) {
            return NO_ADDRESS;
        }
        var bytes = new byte[0];
        for (int i = 0; i < parts.length; i++) {
            boolean last = i == parts.length - 1;
            byte[] part = last && parts[i].indexOf('.') >= 0 ? parseIpv4(parts[i]) : parseGroup(parts[i]);
            if (part.length == 0) {
                return NO_ADDRESS;
            }
            bytes = Arrays.copyOf(bytes, bytes.length + part.length);
            System.arraycopy(part, 0, bytes, bytes.length - part.length, part.length);
        }
        return bytes.length > 16 ? NO_ADDRESS : bytes;
    }

    private static byte[] parseGroup(String text) {
        if (text.isEmpty()
                || text.length() > 4
                || !text.chars().allMatch(c -> c < 128 && Character.digit(c, 16) >= 0)) {
            return NO_ADDRESS;
        }
        int group = Integer.parseInt(text, 16);
        return new byte[] {(byte) (group >> 8), (byte) group};
    }
}
