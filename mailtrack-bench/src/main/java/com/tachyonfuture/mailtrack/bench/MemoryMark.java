package com.tachyonfuture.mailtrack.bench;

import java.util.OptionalLong;

/// What a JVM has in memory at one moment.
///
/// @param liveHeap bytes that survive a full collection
/// @param resident bytes of the whole process; empty on systems that do not say
/// @param mostResident the most that it was
record MemoryMark(long liveHeap, OptionalLong resident, OptionalLong mostResident) {

    static MemoryMark of(Program program) {
        return new MemoryMark(Heap.liveBytes(program.pid()), program.residentBytes(), program.mostResidentBytes());
    }

    String residentText() {
        return text(resident);
    }

    String mostResidentText() {
        return text(mostResident);
    }

    private static String text(OptionalLong bytes) {
        return bytes.isPresent() ? Text.mebibytes(bytes.getAsLong()) : "unknown";
    }
}
