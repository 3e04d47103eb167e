package com.tachyonfuture.mailtrack.outbound.recording;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.recording.Batch;
import com.tachyonfuture.mailtrack.application.recording.port.HitSpool.Receipt;
import com.tachyonfuture.mailtrack.outbound.recording.FileHitSpool.Limits;
import com.tachyonfuture.mailtrack.outbound.recording.FileHitSpool.Sync;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever happens in whatever order, a spool gives what a list would give.
@Tag("slow")
final class RandomLivesTest {

    private static final Limits LIMITS = new Limits(700, 5 * 32 * 1024, 32 * 1024);
    private static final int STEPS = 120;

    @TempDir
    private Path folder;

    private final FaultyDisk disk = new FaultyDisk();
    private final List<Integer> waiting = new ArrayList<>();

    /// Hits that were refused; after a failure of the disk and a restart they may turn up all the same.
    private final Set<Integer> refused = new HashSet<>();

    private int appended;

    static IntStream seeds() {
        return IntStream.range(0, 30);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatWasKeptComesOnceAndInOrder(int seed) throws IOException {
        var random = new Random(seed);
        Sync sync = seed % 3 == 0 ? new Sync(Duration.ofMillis(2)) : Sync.ALWAYS;
        FileHitSpool spool = open(sync);

        for (int step = 0; step < STEPS; step++) {
            switch (random.nextInt(10)) {
                case 0, 1, 2, 3 -> append(spool, 1 + random.nextInt(80));
                case 4, 5, 6 -> drain(spool, random);
                case 7 -> disk.failingForces.set(random.nextInt(4));
                case 8 -> disk.failingWrites.set(random.nextInt(4));
                default -> {
                    spool.release();
                    spool = open(sync);
                }
            }
        }

        drainAll(spool);
        spool.release();
        assertThat(waiting).isEmpty();
        assertThat(appended).isGreaterThan(refused.size());
    }

    private FileHitSpool open(Sync sync) throws IOException {
        return FileHitSpool.open(folder, LIMITS, sync, _ -> {}, disk);
    }

    private void append(FileHitSpool spool, int hits) {
        List<CompletionStage<Receipt>> receipts = new ArrayList<>();
        int first = appended;
        for (int i = 0; i < hits; i++) {
            receipts.add(spool.append(NumberedHits.hit(appended++)));
        }
        for (int i = 0; i < hits; i++) {
            boolean kept = receipts.get(i).toCompletableFuture().join() == Receipt.KEPT;
            var _ = kept ? waiting.add(first + i) : refused.add(first + i);
        }
    }

    private void drainAll(FileHitSpool spool) {
        var random = new Random(0);
        while (!spool.next(1).isEmpty()) {
            drain(spool, random);
        }
    }

    private void drain(FileHitSpool spool, Random random) {
        Batch batch = spool.next(1 + random.nextInt(100));
        List<Integer> numbers =
                batch.hits().stream().map(NumberedHits::numberOf).toList();
        List<Integer> kept =
                numbers.stream().filter(number -> !refused.contains(number)).toList();
        assertThat(waiting.subList(0, Math.min(kept.size(), waiting.size()))).isEqualTo(kept);
        assertThat(batch.isEmpty() && !waiting.isEmpty()).isFalse();
        assertThat(spool.next(batch.hits().size() + 1).hits().subList(0, numbers.size()))
                .isEqualTo(batch.hits());

        int done = random.nextInt(batch.hits().size() + 1);
        spool.acknowledge(batch.start() + done);
        waiting.removeAll(numbers.subList(0, done));
    }
}
