package com.tachyonfuture.mailtrack.outbound.recording;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How long the disk takes to keep a little for good.
final class SyncTime {

    private static final int MOST_SAMPLES = 15;
    private static final Duration LONGEST = Duration.ofMillis(500);
    private static final int BLOCK = 4096;

    private SyncTime() {}

    /// The median of a few attempts; empty when the disk can't do it now.
    static Optional<Duration> measure(Disk disk, Path file) {
        try (OpenFile content = disk.create(file)) {
            return Optional.of(measure(content));
        } catch (IOException _) {
            return Optional.empty();
        } finally {
            delete(disk, file);
        }
    }

    private static Duration measure(OpenFile file) throws IOException {
        file.write(ByteBuffer.allocate(BLOCK), 0);
        file.force();
        long start = System.nanoTime();
        List<Long> samples = new ArrayList<>();
        while (samples.isEmpty() || (samples.size() < MOST_SAMPLES && System.nanoTime() - start < LONGEST.toNanos())) {
            long before = System.nanoTime();
            file.write(ByteBuffer.allocate(BLOCK), 0);
            file.force();
            samples.add(System.nanoTime() - before);
        }
        return Duration.ofNanos(samples.stream().sorted().toList().get(samples.size() / 2));
    }

    private static void delete(Disk disk, Path file) {
        try {
            disk.delete(file);
        } catch (IOException _) {
            // It is in nobody's way.
        }
    }
}
