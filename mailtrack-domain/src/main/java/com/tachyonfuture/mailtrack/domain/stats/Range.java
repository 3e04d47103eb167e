package com.tachyonfuture.mailtrack.domain.stats;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of time, of whole quarters of an hour.
 *
 * @param from its first moment
 * @param to the first moment after it; the same as {@code from} where it is empty
 */
public record Range(Instant from, Instant to) {

    /** All that a storage may hold. */
    public static final Range EVER =
            new Range(Instant.parse("0000-01-01T00:00:00Z"), Instant.parse("+10000-01-01T00:00:00Z"));

    public Range {
        if (!isBound(from) || !isBound(to) || to.isBefore(from)) {
            throw new IllegalArgumentException("no stretch of quarters of an hour goes from " + from + " to " + to);
        }
    }

    /** Whether a quarter of an hour begins then. */
    static boolean isBound(Instant moment) {
        return QuarterHour.of(moment).start().equals(moment);
    }

    /**
     * A stretch of whole pieces of one length.
     *
     * @param level how long the pieces are
     * @param range from the beginning of the first to the end of the last
     */
    public record Part(Level level, Range range) {}

    public boolean isEmpty() {
        return from.equals(to);
    }

    public boolean contains(Instant moment) {
        return !moment.isBefore(from) && moment.isBefore(to);
    }

    /**
     * What this range consists of, in order of time and in as large pieces as fit: of each length at most two stretches,
     * one of the largest.
     *
     * @param levels how long pieces may be, the shortest first, which is a quarter
     */
    public List<Part> parts(List<Level> levels) {
        var parts = new ArrayList<Part>();
        cover(from, to, levels, parts);
        return List.copyOf(parts);
    }

    private static void cover(Instant from, Instant to, List<Level> levels, List<Part> parts) {
        if (from.equals(to)) {
            return;
        }
        Level largest = levels.get(levels.size() - 1);
        List<Level> smaller = levels.subList(0, levels.size() - 1);
        Instant first = largest.start(from).equals(from) ? from : largest.next(largest.start(from));
        Instant last = largest.start(to);
        if (first.isBefore(last)) {
            cover(from, first, smaller, parts);
            parts.add(new Part(largest, new Range(first, last)));
            cover(last, to, smaller, parts);
        } else {
            cover(from, to, smaller, parts);
        }
    }
}
