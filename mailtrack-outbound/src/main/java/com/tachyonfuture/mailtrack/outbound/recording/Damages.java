package com.tachyonfuture.mailtrack.outbound.recording;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/// Puts aside what can't be read, in a folder of its own, and tells the operator. Never stands in the way.
final class Damages {

    /// The most of one damaged range that is kept.
    static final int MOST_BYTES = 1024 * 1024;

    private final Disk disk;
    private final Path folder;
    private final Consumer<String> reports;
    private final AtomicLong lost = new AtomicLong();

    /// Makes it.
    ///
    /// @param folder which is there already
    /// @param reports takes a sentence for the operator
    Damages(Disk disk, Path folder, Consumer<String> reports) {
        this.disk = disk;
        this.folder = folder;
        this.reports = reports;
    }

    /// Hits that were lost to damage since the start.
    long lost() {
        return lost.get();
    }

    /// A segment that does not even say what it is.
    void segment(Path file, String why) {
        reports.accept("A file of the spool can't be used, so its hits are lost: %s (%s). %s"
                .formatted(file.getFileName(), why, moved(file)));
    }

    private String moved(Path file) {
        Path aside = folder.resolve(file.getFileName());
        try {
            disk.rename(file, aside);
            return "It was moved to " + aside + ".";
        } catch (IOException e) {
            return "It can't be moved away, and is passed over: " + e;
        }
    }

    /// Records in the middle of a segment.
    ///
    /// @param hits how many, as is known from the numbers before and after
    /// @param bytes what stands in their place, as far as it is worth keeping
    void records(Path file, long offset, long hits, ByteBuffer bytes) {
        lost.addAndGet(hits);
        reports.accept("Hits of the spool are damaged and lost: %d, at byte %d of %s. %s"
                .formatted(hits, offset, file.getFileName(), kept(file, offset, bytes)));
    }

    private String kept(Path file, long offset, ByteBuffer bytes) {
        if (isEmpty(bytes)) {
            return "Nothing stands there.";
        }
        Path aside = folder.resolve(file.getFileName() + "-" + offset);
        try (OpenFile copy = disk.create(aside)) {
            copy.write(bytes, 0);
            return "What stands there is kept in " + aside + ".";
        } catch (IOException e) {
            return "What stands there can't be kept: " + e;
        }
    }

    /// The end of the last segment, as a crash in the middle of a write leaves it, or a disk that damages the last hit.
    ///
    /// @param bytes what was cut off
    void tail(Path file, long offset, ByteBuffer bytes) {
        reports.accept(
                "The spool ends with something that is no whole hit, as after a power cut; it was cut, at byte %d of %s. %s"
                        .formatted(offset, file.getFileName(), kept(file, offset, bytes)));
    }

    static boolean isEmpty(ByteBuffer bytes) {
        for (int at = bytes.position(); at < bytes.limit(); at++) {
            if (bytes.get(at) != 0) {
                return false;
            }
        }
        return true;
    }
}
