package com.tachyonfuture.mailtrack.domain.stats;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A stretch of time that is cut into slices, such as the days of a month.
 *
 * @param cuts where each slice begins, and last where the last one ends: ascending, on quarters of an hour
 */
public record Slices(List<Instant> cuts) {

    public Slices {
        cuts = List.copyOf(cuts);
        if (cuts.isEmpty() || !cuts.stream().allMatch(Range::isBound) || !ascends(cuts)) {
            throw new IllegalArgumentException("slices begin on ascending quarters of an hour, not " + cuts);
        }
    }

    private static boolean ascends(List<Instant> cuts) {
        return IntStream.range(1, cuts.size()).allMatch(i -> cuts.get(i - 1).isBefore(cuts.get(i)));
    }

    /** A range as one slice; none where it is empty. */
    public static Slices of(Range range) {
        return new Slices(range.isEmpty() ? List.of(range.from()) : List.of(range.from(), range.to()));
    }

    /** How many slices there are. */
    public int count() {
        return cuts.size() - 1;
    }

    public Range get(int slice) {
        return new Range(cuts.get(slice), cuts.get(slice + 1));
    }

    /** All slices, in order of time. */
    public List<Range> ranges() {
        return IntStream.range(0, count()).mapToObj(this::get).toList();
    }

    /** From the beginning of the first to the end of the last. */
    public Range whole() {
        return new Range(cuts.get(0), cuts.get(count()));
    }

    /** The slice that a moment lies in; -1 where it lies in none. */
    public int indexOf(Instant moment) {
        int found = Collections.binarySearch(cuts, moment);
        int slice = found >= 0 ? found : -found - 2;
        return slice < count() ? slice : -1;
    }

    /** What all slices consist of, as {@link Range#parts}: each piece lies in one slice. */
    public List<Range.Part> parts(List<Level> levels) {
        var parts = new ArrayList<Range.Part>();
        ranges().forEach(range -> range.parts(levels).forEach(part -> append(parts, part)));
        return List.copyOf(parts);
    }

    private static void append(List<Range.Part> parts, Range.Part next) {
        int last = parts.size() - 1;
        if (last >= 0 && parts.get(last).level() == next.level()) {
            Range joined =
                    new Range(parts.get(last).range().from(), next.range().to());
            parts.set(last, new Range.Part(next.level(), joined));
        } else {
            parts.add(next);
        }
    }
}
