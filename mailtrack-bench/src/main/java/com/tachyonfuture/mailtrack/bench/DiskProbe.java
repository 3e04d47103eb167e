package com.tachyonfuture.mailtrack.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// What the disk does by itself, while nothing of ours runs: records are forced to a file as the spool forces them.
///
/// A disk that is shared with others, as those of rented machines are, stalls now and then. No hit is acknowledged
/// meanwhile, and the load counts each such pause for all requests that would have come in it. So these times say how
/// much of the pixel's own is the disk's.
final class DiskProbe {

    private static final int RECORDS = 8 * 1024;
    private static final int FILE = 16 * 1024 * 1024;
    private static final long BETWEEN = TimeUnit.MICROSECONDS.toNanos(300);
    private static final double LONG_MILLIS = 10;

    private final Path folder;
    private final List<Double> forces = new ArrayList<>();
    private final List<Double> stalled = new ArrayList<>();

    /// @param folder on the disk in question
    DiskProbe(Path folder) {
        this.folder = folder;
    }

    /// One round more.
    void take(int seconds) {
        Path file = folder.resolve("disk-probe");
        try (var channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            channel.write(ByteBuffer.allocate(FILE), 0);
            channel.force(true);
            force(channel, TimeUnit.SECONDS.toNanos(seconds));
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void force(FileChannel channel, long nanos) throws IOException {
        ByteBuffer records = ByteBuffer.allocateDirect(RECORDS);
        long began = System.nanoTime();
        double stalls = 0;
        long at = 0;
        while (System.nanoTime() - began < nanos) {
            long start = System.nanoTime();
            channel.write(records.clear(), at);
            channel.force(false);
            double millis = (System.nanoTime() - start) / 1e6;
            forces.add(millis);
            stalls += millis > LONG_MILLIS ? millis : 0;
            at = (at + RECORDS) % FILE;
            LockSupport.parkNanos(BETWEEN);
        }
        stalled.add(stalls * 1e6 / nanos);
    }

    List<Finding> findings() {
        double[] sorted =
                forces.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        Sample shares =
                Sample.of(stalled.stream().mapToDouble(Double::doubleValue).toArray());
        return List.of(
                Finding.told(
                        "the disk alone, a forced write of 8 KiB: p50, p99, the longest",
                        Text.of(
                                "%.2f ms, %.2f ms, %.0f ms",
                                at(sorted, 0.5), at(sorted, 0.99), sorted[sorted.length - 1])),
                Finding.told(
                        "the disk alone, share of the time in writes of more than 10 ms, by round",
                        Text.of(
                                "%.1f %% (%.1f to %.1f)",
                                100 * shares.median(), 100 * shares.least(), 100 * shares.most())));
    }

    private static double at(double[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1.0, share * sorted.length)];
    }
}
