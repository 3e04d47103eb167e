package com.tachyonfuture.mailtrack.outbound.recording;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/// What frames the records of one segment, and tells them from anything else, be it another segment's. For one thread.
/// [FileHitSpool] says what a record looks like.
final class Seal {

    /// Checksum, length of the hit, number within the segment.
    static final int HEADER = 12;

    static final int LONGEST = HEADER + HitCodec.LONGEST;
    static final int SHORTEST = HEADER + HitCodec.SHORTEST;

    private static final int LENGTH = 4;
    private static final int NUMBER = 8;

    private final CRC32C checksum = new CRC32C();
    private final byte[] seed;

    Seal(long seed) {
        this.seed = ByteBuffer.allocate(Long.BYTES).putLong(seed).array();
    }

    /// Leaves room before a hit that is about to be put into the buffer; where the record begins.
    static int open(ByteBuffer buffer) {
        int start = buffer.position();
        buffer.position(start + HEADER);
        return start;
    }

    /// Notes how long the hit is that has been put into the buffer since.
    static void close(ByteBuffer buffer, int start) {
        buffer.putInt(start + LENGTH, buffer.position() - start - HEADER);
    }

    /// Numbers and seals all records of a buffer, of which the first is at its position and the last ends at its limit.
    void seal(ByteBuffer records, int firstNumber) {
        int number = firstNumber;
        for (int at = records.position(); at < records.limit(); at += size(records, at)) {
            records.putInt(at + NUMBER, number++);
            records.putInt(at, checksum(records, at));
        }
    }

    /// How long the record is that may begin here; 0 where none can begin. Needs the bytes of a header.
    static int size(ByteBuffer buffer, int at) {
        int length = buffer.getInt(at + LENGTH);
        return length >= HitCodec.SHORTEST && length <= HitCodec.LONGEST ? HEADER + length : 0;
    }

    /// Its number within the segment, if it is a record. Needs the bytes of a header.
    static int number(ByteBuffer buffer, int at) {
        return buffer.getInt(at + NUMBER);
    }

    /// Whether a record of this segment begins here and is as it was sealed. Needs all its bytes.
    boolean holds(ByteBuffer buffer, int at) {
        return buffer.getInt(at) == checksum(buffer, at);
    }

    private int checksum(ByteBuffer buffer, int at) {
        checksum.reset();
        checksum.update(seed, 0, seed.length);
        checksum.update(buffer.array(), buffer.arrayOffset() + at + LENGTH, size(buffer, at) - LENGTH);
        return (int) checksum.getValue();
    }
}
