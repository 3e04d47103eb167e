package com.tachyonfuture.mailtrack.outbound.recording;

import static com.tachyonfuture.mailtrack.outbound.recording.NumberedHits.append;
import static com.tachyonfuture.mailtrack.outbound.recording.NumberedHits.drain;
import static com.tachyonfuture.mailtrack.outbound.recording.NumberedHits.hit;
import static com.tachyonfuture.mailtrack.outbound.recording.NumberedHits.range;
import static com.tachyonfuture.mailtrack.outbound.recording.NumberedHits.receipt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.tachyonfuture.mailtrack.application.StorageUnavailable;
import com.tachyonfuture.mailtrack.application.recording.port.HitSpool.Receipt;
import com.tachyonfuture.mailtrack.outbound.recording.FileHitSpool.Limits;
import com.tachyonfuture.mailtrack.outbound.recording.FileHitSpool.Sync;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
final class DiskFailuresTest {

    private static final Limits LARGE = new Limits(1_000_000, 64L * 1024 * 1024, 1024 * 1024);

    @TempDir
    private Path folder;

    private final FaultyDisk disk = new FaultyDisk();
    private final List<String> reports = new CopyOnWriteArrayList<>();
    private final List<FileHitSpool> opened = new ArrayList<>();

    private FileHitSpool open(Limits limits, Sync sync) throws IOException {
        FileHitSpool spool = FileHitSpool.open(folder, limits, sync, reports::add, disk);
        opened.add(spool);
        return spool;
    }

    private FileHitSpool open() throws IOException {
        return open(NumberedHits.SMALL, Sync.ALWAYS);
    }

    @AfterEach
    void release() throws IOException {
        disk.permits.release(1);
        for (FileHitSpool spool : opened) {
            spool.release();
        }
    }

    @Test
    void nothingIsCalledKeptAndNothingIsReadBeforeItIsOnTheDisk() throws IOException {
        FileHitSpool spool = open();
        append(spool, 0, 1);
        disk.permits.drainPermits();

        CompletionStage<Receipt> receipt = spool.append(hit(1));
        await().until(() -> disk.forces.get() == 2);

        assertThat(receipt.toCompletableFuture()).isNotCompleted();
        assertThat(spool.next(10).hits()).containsExactly(hit(0));
        disk.permits.release(1);
        assertThat(receipt.toCompletableFuture().join()).isEqualTo(Receipt.KEPT);
        assertThat(spool.next(10).hits()).containsExactly(hit(0), hit(1));
    }

    @Test
    void allThatComesDuringOneForceSharesTheNext() throws Exception {
        FileHitSpool spool = open(LARGE, Sync.ALWAYS);
        append(spool, 0, 1);
        disk.permits.drainPermits();
        CompletionStage<Receipt> underWay = spool.append(hit(1));
        await().until(() -> disk.forces.get() == 2);

        List<CompletionStage<Receipt>> receipts = appendFromManyThreads(spool, 1_000);
        disk.permits.release(1);

        assertThat(underWay.toCompletableFuture().join()).isEqualTo(Receipt.KEPT);
        assertThat(receipts)
                .allSatisfy(receipt ->
                        assertThat(receipt.toCompletableFuture().join()).isEqualTo(Receipt.KEPT));
        assertThat(disk.forces).hasValue(3);
        assertThat(drain(spool)).hasSize(1_002).doesNotHaveDuplicates();
    }

    private static List<CompletionStage<Receipt>> appendFromManyThreads(FileHitSpool spool, int hits) throws Exception {
        try (var threads = Executors.newFixedThreadPool(16)) {
            List<Future<CompletionStage<Receipt>>> appended = threads.invokeAll(IntStream.range(2, hits + 2)
                    .<java.util.concurrent.Callable<CompletionStage<Receipt>>>mapToObj(i -> () -> spool.append(hit(i)))
                    .toList());
            List<CompletionStage<Receipt>> receipts = new ArrayList<>();
            for (Future<CompletionStage<Receipt>> each : appended) {
                receipts.add(each.get());
            }
            return receipts;
        }
    }

    @Test
    void aDiskThatHangsShedsHitsBeforeTheyFillTheMemory() throws IOException {
        FileHitSpool spool = open(LARGE, Sync.ALWAYS);
        append(spool, 0, 1);
        disk.permits.drainPermits();

        List<CompletionStage<Receipt>> receipts = new ArrayList<>();
        for (int i = 1; i < 20_000; i++) {
            receipts.add(spool.append(hit(i)));
        }

        assertThat(receipts.getLast().toCompletableFuture()).isCompletedWithValue(Receipt.FULL);
        disk.permits.release(1);
        long kept = receipts.stream()
                .filter(receipt -> receipt.toCompletableFuture().join() == Receipt.KEPT)
                .count();
        assertThat(kept).isBetween(5_000L, 15_000L);
        assertThat(drain(spool)).hasSize((int) kept + 1);
        assertThat(receipt(spool, 1)).isEqualTo(Receipt.KEPT);
    }

    @Test
    void aFailedForceIsRepeatedOnAnotherFileAndTheHitIsThereOnce() throws IOException {
        FileHitSpool spool = open();
        append(spool, 0, 100);

        disk.failingForces.set(1);
        append(spool, 100, 101);
        append(spool, 101, 150);

        assertThat(reports).singleElement().asString().contains("can't write", "Input/output error");
        assertThat(spool.problem()).isEmpty();
        spool.release();
        assertThat(drain(open())).isEqualTo(range(0, 150));
    }

    @Test
    void aWriteThatFailsHalfWayIsRepeatedOnAnotherFileAndTheHitIsThereOnce() throws IOException {
        FileHitSpool spool = open();
        append(spool, 0, 100);

        disk.failingWrites.set(1);
        append(spool, 100, 101);
        append(spool, 101, 150);

        spool.release();
        assertThat(drain(open())).isEqualTo(range(0, 150));
        assertThat(reports).hasSize(1);
    }

    @Test
    void aDiskThatFailsRefusesHitsAndRecoversByItself() throws IOException {
        FileHitSpool spool = open();
        append(spool, 0, 10);
        disk.failingForces.set(Integer.MAX_VALUE);

        assertThat(receipt(spool, 10)).isEqualTo(Receipt.FAILED);
        assertThat(spool.problem()).contains("Hits can't be kept: the spool can't write to its disk.");
        assertThat(reports).anySatisfy(report -> assertThat(report).contains("Input/output error"));
        assertThat(receipt(spool, 10)).isEqualTo(Receipt.FAILED);
        assertThat(spool.depth()).isEqualTo(10);

        disk.failingForces.set(0);
        await().until(() -> receipt(spool, 10) == Receipt.KEPT);
        append(spool, 11, 50);
        assertThat(spool.problem()).isEmpty();
        assertThat(drain(spool)).isEqualTo(range(0, 50));
    }

    @Test
    void aDiskThatWorksAgainIsNoticedWithoutAnyHit() throws IOException {
        FileHitSpool spool = open();
        append(spool, 0, 10);
        disk.failingForces.set(Integer.MAX_VALUE);
        assertThat(receipt(spool, 10)).isEqualTo(Receipt.FAILED);
        int forces = disk.forces.get();
        await().until(() -> disk.forces.get() > forces);
        assertThat(spool.problem()).isPresent();

        disk.failingForces.set(0);

        await().until(() -> spool.problem().isEmpty());
        append(spool, 10, 20);
        assertThat(drain(spool)).isEqualTo(range(0, 20));
        spool.release();
        assertThat(drain(open())).isEmpty();
    }

    @Test
    void aDiskWithRoomAgainIsNoticedWithoutAnyHit() throws IOException {
        FileHitSpool spool = open();
        disk.full = true;
        int kept = 0;
        while (receipt(spool, kept) == Receipt.KEPT) {
            kept++;
        }
        assertThat(spool.problem()).isPresent();

        disk.full = false;

        await().until(() -> spool.problem().isEmpty());
        append(spool, kept, kept + 10);
        spool.release();
        assertThat(drain(open())).isEqualTo(range(0, kept + 10));
    }

    @Test
    void theVeryFirstForcesMayFail() throws IOException {
        FileHitSpool spool = open();
        disk.failingForces.set(3);

        assertThat(receipt(spool, 0)).isEqualTo(Receipt.FAILED);

        await().until(() -> receipt(spool, 0) == Receipt.KEPT);
        append(spool, 1, 20);
        spool.release();
        assertThat(drain(open())).isEqualTo(range(0, 20));
    }

    @Test
    void aFullDiskRefusesHitsWhenNoPreparedRoomIsLeftAndRecoversByItself() throws IOException {
        FileHitSpool spool = open();
        append(spool, 0, 10);
        disk.full = true;

        int kept = 10;
        while (receipt(spool, kept) == Receipt.KEPT) {
            kept++;
        }

        assertThat(spool.problem()).contains("Hits can't be kept: the spool can't write to its disk.");
        assertThat(reports).anySatisfy(report -> assertThat(report).contains("No space left"));
        assertThat(receipt(spool, kept)).isEqualTo(Receipt.FAILED);
        assertThat(drain(spool)).isEqualTo(range(0, kept));
        disk.full = false;
        int next = kept;
        await().until(() -> receipt(spool, next) == Receipt.KEPT);
        assertThat(drain(spool)).containsExactly(next);
        assertThat(spool.problem()).isEmpty();
    }

    @Test
    void aSpoolOpensOnAFullDisk() throws IOException {
        disk.full = true;

        FileHitSpool spool = open();

        assertThat(spool.syncTime()).isEmpty();
        assertThat(receipt(spool, 0)).isEqualTo(Receipt.FAILED);
        disk.full = false;
        await().until(() -> receipt(spool, 0) == Receipt.KEPT);
        assertThat(drain(spool)).containsExactly(0);
    }

    @Test
    void withAnIntervalTheDiskIsForcedInTheBackgroundAndAFailureIsReported() throws IOException {
        FileHitSpool spool = open(NumberedHits.SMALL, new Sync(Duration.ofMillis(30)));
        disk.failingForces.set(1);

        append(spool, 0, 10);
        await().until(() -> !reports.isEmpty());

        assertThat(reports).singleElement().asString().contains("the last 30 ms may not be on the disk");
        int before = disk.forces.get();
        append(spool, 10, 20);
        await().until(() -> disk.forces.get() > before);
        assertThat(drain(spool)).isEqualTo(range(0, 20));
    }

    @Test
    void withAnIntervalAnIdleSpoolForcesNothing() throws IOException {
        FileHitSpool spool = open(NumberedHits.SMALL, new Sync(Duration.ofMillis(5)));
        append(spool, 0, 1);
        await().until(() -> disk.forces.get() == 1);

        await().during(Duration.ofMillis(100)).until(() -> disk.forces.get() == 1);

        assertThat(drain(spool)).containsExactly(0);
    }

    @Test
    void unreadableHitsArePassedOverAndThoseAfterThemAreNotLost() throws IOException {
        FileHitSpool spool = open();
        append(spool, 0, 100);

        disk.unreadable = true;
        assertThat(spool.next(10).hits()).isEmpty();
        disk.unreadable = false;

        append(spool, 100, 120);
        assertThat(drain(spool)).isEqualTo(range(100, 120));
        assertThat(spool.damagedHits()).isEqualTo(100);
        assertThat(reports).singleElement().asString().contains("damaged and lost: 100");
    }

    @Test
    void aFileThatIsGoneIsTriedAFewTimesAndThenPassedOver() throws IOException {
        FileHitSpool spool = open();
        append(spool, 0, 1_000);
        List<Integer> seen = new ArrayList<>();
        Files.delete(folder.resolve(Segment.nameOf(0)));

        for (int i = 0; i < 9; i++) {
            assertThatExceptionOfType(StorageUnavailable.class).isThrownBy(() -> spool.next(10));
        }
        seen.addAll(drain(spool));

        assertThat(seen).isEqualTo(range(seen.getFirst(), 1_000));
        assertThat(seen.getFirst()).isBetween(200, 500);
        assertThat(reports).hasSize(1);
    }

    @Test
    void whoIsInterruptedWhileReadingLosesNothing() throws IOException {
        FileHitSpool spool = open();
        append(spool, 0, 10);

        Thread.currentThread().interrupt();
        assertThatExceptionOfType(StorageUnavailable.class).isThrownBy(() -> spool.next(10));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(drain(spool)).isEqualTo(range(0, 10));
        assertThat(reports).isEmpty();
    }
}
