package com.tachyonfuture.mailtrack.outbound.place;

import com.tachyonfuture.mailtrack.domain.address.Cidr;
import com.tachyonfuture.mailtrack.domain.address.IpAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The addresses of any number of networks, which may overlap.
///
/// Kept are the ranges that they make together, sorted: 32 bytes for each, and as many steps to find an address
/// as their number has bits. Never changes.
final class AddressSet {

    /// An address of IPv6 as two numbers without signs; one of IPv4 as the second of them.
    private record Point(long high, long low) implements Comparable<Point> {

        private static Point of(byte[] bytes) {
            return bytes.length == 4
                    ? new Point(0, number(bytes, 0, 4))
                    : new Point(number(bytes, 0, Long.BYTES), number(bytes, Long.BYTES, Long.BYTES));
        }

        private static long number(byte[] bytes, int start, int length) {
            long number = 0;
            for (int i = start; i < start + length; i++) {
                number = (number << Byte.SIZE) | (bytes[i] & 0xff);
            }
            return number;
        }

        /// With zeros in place of the last bits.
        private Point first(int bits) {
            return new Point(high & ~ones(bits - Long.SIZE), low & ~ones(bits));
        }

        /// With ones in place of the last bits.
        private Point last(int bits) {
            return new Point(high | ones(bits - Long.SIZE), low | ones(bits));
        }

        private static long ones(int bits) {
            if (bits <= 0) {
                return 0;
            }
            return bits >= Long.SIZE ? -1 : (1L << bits) - 1;
        }

        private Point next() {
            return new Point(low == -1 ? high + 1 : high, low + 1);
        }

        @Override
        public int compareTo(Point other) {
            int highs = Long.compareUnsigned(high, other.high);
            return highs != 0 ? highs : Long.compareUnsigned(low, other.low);
        }
    }

    private record Range(Point first, Point last) {

        private boolean reaches(Range next) {
            return next.first.compareTo(last) <= 0 || next.first.equals(last.next());
        }

        private Range with(Range other) {
            return other.last.compareTo(last) > 0 ? new Range(first, other.last) : this;
        }
    }

    /// Collects networks.
    static final class Builder {

        private final List<Range> ipv4 = new ArrayList<>();
        private final List<Range> ipv6 = new ArrayList<>();

        Builder add(Cidr network) {
            byte[] bytes = network.address().bytes();
            int free = Byte.SIZE * bytes.length - network.prefix();
            Point address = Point.of(bytes);
            (bytes.length == 4 ? ipv4 : ipv6).add(new Range(address.first(free), address.last(free)));
            return this;
        }

        AddressSet build() {
            return new AddressSet(new Line(merged(ipv4)), new Line(merged(ipv6)));
        }

        private static List<Range> merged(List<Range> ranges) {
            ranges.sort(Comparator.comparing(Range::first));
            List<Range> merged = new ArrayList<>();
            for (Range range : ranges) {
                boolean together = !merged.isEmpty() && merged.getLast().reaches(range);
                merged.add(together ? merged.removeLast().with(range) : range);
            }
            return merged;
        }
    }

    /// The ranges of one family, none of which touches another.
    private static final class Line {

        private final long[] firstHigh;
        private final long[] firstLow;
        private final long[] lastHigh;
        private final long[] lastLow;

        private Line(List<Range> ranges) {
            firstHigh = ranges.stream().mapToLong(range -> range.first().high()).toArray();
            firstLow = ranges.stream().mapToLong(range -> range.first().low()).toArray();
            lastHigh = ranges.stream().mapToLong(range -> range.last().high()).toArray();
            lastLow = ranges.stream().mapToLong(range -> range.last().low()).toArray();
        }

        private boolean contains(Point point) {
            int candidate = lastThatBeginsBy(point);
            return candidate >= 0 && !isBehind(point, lastHigh[candidate], lastLow[candidate]);
        }

        private int lastThatBeginsBy(Point point) {
            int from = 0;
            int to = firstHigh.length;
            while (from < to) {
                int middle = (from + to) >>> 1;
                if (isBefore(point, firstHigh[middle], firstLow[middle])) {
                    to = middle;
                } else {
                    from = middle + 1;
                }
            }
            return from - 1;
        }

        private static boolean isBefore(Point point, long high, long low) {
            int highs = Long.compareUnsigned(point.high(), high);
            return highs < 0 || (highs == 0 && Long.compareUnsigned(point.low(), low) < 0);
        }

        private static boolean isBehind(Point point, long high, long low) {
            int highs = Long.compareUnsigned(point.high(), high);
            return highs > 0 || (highs == 0 && Long.compareUnsigned(point.low(), low) > 0);
        }
    }

    private final Line ipv4;
    private final Line ipv6;

    private AddressSet(Line ipv4, Line ipv6) {
        this.ipv4 = ipv4;
        this.ipv6 = ipv6;
    }

    boolean contains(IpAddress address) {
        byte[] bytes = address.bytes();
        return (bytes.length == 4 ? ipv4 : ipv6).contains(Point.of(bytes));
    }

    /// How many ranges it takes.
    int size() {
        return ipv4.firstHigh.length + ipv6.firstHigh.length;
    }
}
