package com.tachyonfuture.mailtrack.bench;

import com.tachyonfuture.mailtrack.application.recording.port.HitSpool.Receipt;
import com.tachyonfuture.mailtrack.domain.recording.Hit;
import com.tachyonfuture.mailtrack.outbound.recording.FileHitSpool;
import com.tachyonfuture.mailtrack.outbound.recording.FileHitSpool.Limits;
import com.tachyonfuture.mailtrack.outbound.recording.FileHitSpool.Sync;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/// Hits that wait in a spool on disk, as they would after the database was away for hours.
///
/// They are put there by the spool itself, as the program does it, only without the web: it is the quickest way
/// to so many.
record Backlog(Path folder) {

    private static final int SEGMENT = 16 * 1024 * 1024;
    private static final int TOGETHER = 4_000;

    static Backlog in(Path data) {
        return new Backlog(data.resolve("spool"));
    }

    /// @param hits the first has the number 0
    void fill(IntFunction<Hit> hits, int number) {
        try {
            FileHitSpool spool = FileHitSpool.open(
                    folder,
                    new Limits(2L * number + TOGETHER, 1024L * number + 4L * SEGMENT, SEGMENT),
                    new Sync(Duration.ofMillis(50)),
                    problem -> {
                        throw new BenchFailure(problem);
                    });
            try {
                fill(spool, hits, number);
            } finally {
                spool.release();
            }
        } catch (IOException e) {
            throw new BenchFailure("The spool can't be filled: " + e.getMessage(), e);
        }
    }

    private static void fill(FileHitSpool spool, IntFunction<Hit> hits, int number) {
        for (int from = 0; from < number; from += TOGETHER) {
            CompletionStage<Receipt> last = null;
            for (int i = from; i < Math.min(number, from + TOGETHER); i++) {
                last = spool.append(hits.apply(i));
            }
            if (last != null && last.toCompletableFuture().join() != Receipt.KEPT) {
                throw new BenchFailure("The spool did not keep a hit.");
            }
        }
    }

    /// What its segments take on the disk.
    long bytes() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".hits"))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
