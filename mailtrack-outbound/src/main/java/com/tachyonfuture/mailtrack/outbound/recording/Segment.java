package com.tachyonfuture.mailtrack.outbound.recording;

import java.nio.file.Path;
import java.util.OptionalLong;

/// One file of hits that follow one another. Written by one thread, read by another.
final class Segment {

    private static final String ENDING = ".hits";
    private static final int DIGITS = 19;

    /// How far a segment may be read.
    ///
    /// @param position after its last hit
    /// @param offset after its last record, in the file
    record End(long position, long offset) {}

    private final Path file;
    private final SegmentHeader header;
    private volatile long size;
    private volatile End end;
    private volatile boolean finished;

    Segment(Path file, SegmentHeader header, long size) {
        this.file = file;
        this.header = header;
        this.size = size;
        this.end = new End(header.first(), SegmentHeader.ROOM);
    }

    static String nameOf(long first) {
        return "0".repeat(DIGITS - Long.toString(first).length()) + first + ENDING;
    }

    /// The position in the name of a segment's file; empty for any other name.
    static OptionalLong firstIn(String name) {
        boolean segment = name.length() == DIGITS + ENDING.length()
                && name.endsWith(ENDING)
                && name.chars().limit(DIGITS).allMatch(c -> c >= '0' && c <= '9');
        try {
            return segment ? OptionalLong.of(Long.parseLong(name, 0, DIGITS, 10)) : OptionalLong.empty();
        } catch (NumberFormatException _) {
            return OptionalLong.empty();
        }
    }

    Path file() {
        return file;
    }

    SegmentHeader header() {
        return header;
    }

    long first() {
        return header.first();
    }

    long size() {
        return size;
    }

    void shrinkTo(long newSize) {
        size = newSize;
    }

    boolean isEmpty() {
        return end.position() == header.first();
    }

    /// A position's number within the segment.
    int numberOf(long position) {
        return Math.toIntExact(position - header.first());
    }

    End end() {
        return end;
    }

    void extendTo(End newEnd) {
        end = newEnd;
    }

    /// Whether it grows no more. To be asked before its end is.
    boolean isFinished() {
        return finished;
    }

    void finish() {
        finished = true;
    }
}
