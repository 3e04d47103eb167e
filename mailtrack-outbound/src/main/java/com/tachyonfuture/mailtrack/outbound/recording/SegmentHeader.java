package com.tachyonfuture.mailtrack.outbound.recording;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/// What a segment says of itself, twice, since without it no record of the segment can be believed.
///
/// @param run which run of the program wrote it, so under which name its positions count
/// @param first the position of its first hit
/// @param seed goes into the checksums of its records
record SegmentHeader(UUID run, long first, long seed) {

    /// The room before the first record.
    static final int ROOM = 4096;

    /// `MailHit` and the version of the format.
    private static final long MAGIC = 0x4d61696c48697401L;

    private static final int SIZE = 48;
    private static final int COPY = ROOM / 2;

    /// A whole room, ready to be written.
    ByteBuffer bytes() {
        ByteBuffer room = ByteBuffer.allocate(ROOM);
        put(room, 0);
        put(room, COPY);
        return room;
    }

    private void put(ByteBuffer room, int at) {
        room.putLong(at, MAGIC);
        room.putLong(at + 8, run.getMostSignificantBits());
        room.putLong(at + 16, run.getLeastSignificantBits());
        room.putLong(at + 24, first);
        room.putLong(at + 32, seed);
        room.putInt(at + 40, checksum(room, at));
    }

    private static int checksum(ByteBuffer room, int at) {
        var checksum = new CRC32C();
        checksum.update(room.slice(at, 40));
        return (int) checksum.getValue();
    }

    /// What a room says; empty if it is no segment's, or both copies are damaged.
    static Optional<SegmentHeader> in(ByteBuffer room) {
        return Stream.of(0, COPY)
                .filter(at -> at + SIZE <= room.limit())
                .filter(at -> room.getLong(at) == MAGIC && room.getInt(at + 40) == checksum(room, at))
                .map(at -> new SegmentHeader(
                        new UUID(room.getLong(at + 8), room.getLong(at + 16)),
                        room.getLong(at + 24),
                        room.getLong(at + 32)))
                .findFirst();
    }
}
