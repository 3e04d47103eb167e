package com.tachyonfuture.mailtrack.outbound.recording;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The segments that there are, oldest first. The writer adds, the reader removes.
final class Segments {

    private final Deque<Segment> segments;

    Segments(List<Segment> found) {
        segments = new ArrayDeque<>(found);
    }

    synchronized @Nullable Segment oldest() {
        return segments.peekFirst();
    }

    synchronized void add(Segment segment) {
        segments.addLast(segment);
    }

    synchronized void remove(Segment segment) {
        segments.remove(segment);
    }

    synchronized long bytes() {
        return segments.stream().mapToLong(Segment::size).sum();
    }
}
