package com.tachyonfuture.mailtrack.outbound.recording;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.contract.Samples;
import com.tachyonfuture.mailtrack.application.recording.Batch;
import com.tachyonfuture.mailtrack.application.recording.port.HitSpool;
import com.tachyonfuture.mailtrack.application.recording.port.HitSpool.Receipt;
import com.tachyonfuture.mailtrack.domain.recording.Hit;
import com.tachyonfuture.mailtrack.outbound.recording.FileHitSpool.Limits;
import com.tachyonfuture.mailtrack.outbound.recording.FileHitSpool.Sync;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Hits that tell which they are, and spools on disk for them.
final class NumberedHits {

    static final Limits SMALL = new Limits(1_000_000, 64L * 1024 * 1024, 32 * 1024);

    /// So many fit into a small segment.
    private static final int AT_A_TIME = 40;

    private NumberedHits() {}

    static Hit hit(int number) {
        return new Hit(
                Samples.id(number),
                Samples.NOON.plusSeconds(number),
                null,
                "Agent " + number,
                number % 3 == 0 ? null : "x".repeat(number % 50));
    }

    static int numberOf(Hit hit) {
        return Math.toIntExact(hit.receivedAt().getEpochSecond() - Samples.NOON.getEpochSecond());
    }

    static FileHitSpool open(Path folder) throws IOException {
        return FileHitSpool.open(folder, SMALL, Sync.ALWAYS, _ -> {});
    }

    static FileHitSpool open(Path folder, List<String> reports) throws IOException {
        return FileHitSpool.open(folder, SMALL, Sync.ALWAYS, reports::add);
    }

    static Receipt receipt(HitSpool spool, int number) {
        return spool.append(hit(number)).toCompletableFuture().join();
    }

    /// Appends hits, a few at a time.
    static void append(HitSpool spool, int from, int to) {
        for (int number = from; number < to; number++) {
            var receipt = spool.append(hit(number));
            if (number % AT_A_TIME == 0 || number == to - 1) {
                assertThat(receipt.toCompletableFuture().join()).isEqualTo(Receipt.KEPT);
            }
        }
    }

    /// Takes out all there is, as a drain does.
    static List<Integer> drain(HitSpool spool) {
        List<Integer> numbers = new ArrayList<>();
        long position = Long.MIN_VALUE;
        Batch batch = spool.next(70);
        while (!batch.isEmpty()) {
            assertThat(batch.start()).isGreaterThanOrEqualTo(position);
            position = batch.end();
            batch.hits().forEach(hit -> numbers.add(numberOf(hit)));
            spool.acknowledge(position);
            batch = spool.next(70);
        }
        return numbers;
    }

    static List<Integer> range(int from, int to) {
        List<Integer> numbers = new ArrayList<>();
        for (int number = from; number < to; number++) {
            numbers.add(number);
        }
        return numbers;
    }
}
