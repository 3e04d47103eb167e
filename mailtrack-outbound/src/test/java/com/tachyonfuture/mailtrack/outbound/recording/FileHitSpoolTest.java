package com.tachyonfuture.mailtrack.outbound.recording;

import static com.tachyonfuture.mailtrack.outbound.recording.NumberedHits.append;
import static com.tachyonfuture.mailtrack.outbound.recording.NumberedHits.drain;
import static com.tachyonfuture.mailtrack.outbound.recording.NumberedHits.open;
import static com.tachyonfuture.mailtrack.outbound.recording.NumberedHits.range;
import static com.tachyonfuture.mailtrack.outbound.recording.NumberedHits.receipt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import com.tachyonfuture.mailtrack.application.contract.HitSpoolContract;
import com.tachyonfuture.mailtrack.application.contract.Samples;
import com.tachyonfuture.mailtrack.application.recording.Batch;
import com.tachyonfuture.mailtrack.application.recording.port.HitSpool;
import com.tachyonfuture.mailtrack.application.recording.port.HitSpool.Receipt;
import com.tachyonfuture.mailtrack.domain.recording.Hit;
import com.tachyonfuture.mailtrack.outbound.recording.FileHitSpool.Limits;
import com.tachyonfuture.mailtrack.outbound.recording.FileHitSpool.Sync;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileHitSpoolTest implements HitSpoolContract {

    @TempDir
    private Path folder;

    private final List<FileHitSpool> opened = new ArrayList<>();

    @Override
    public HitSpool spool(int room) {
        try {
            return opened(
                    FileHitSpool.open(folder, new Limits(room, 64L * 1024 * 1024, 32 * 1024), Sync.ALWAYS, _ -> {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FileHitSpool opened(FileHitSpool spool) {
        opened.add(spool);
        return spool;
    }

    @AfterEach
    void release() throws IOException {
        for (FileHitSpool spool : opened) {
            spool.release();
        }
    }

    @Test
    void hitsThatWereNotDrainedAreThereAfterARestart() throws IOException {
        FileHitSpool first = opened(open(folder));
        append(first, 0, 1_000);
        long position = first.next(300).end();
        first.acknowledge(position);
        first.release();

        FileHitSpool second = opened(open(folder));

        assertThat(second.depth()).isEqualTo(1_000 - position);
        assertThat(second.next(10).start()).isEqualTo(position);
        append(second, 1_000, 1_100);
        assertThat(drain(second)).isEqualTo(range((int) position, 1_100));
        assertThat(second.depth()).isZero();
    }

    @Test
    void hitsKeepTheNameOfTheRunThatTookThemAndNewOnesHaveANewOne() throws IOException {
        FileHitSpool first = opened(open(folder));
        append(first, 0, 10);
        Batch before = first.next(100);
        first.release();

        FileHitSpool second = opened(open(folder));
        append(second, 10, 20);
        Batch old = second.next(100);
        second.acknowledge(old.end());
        Batch fresh = second.next(100);

        assertThat(old).isEqualTo(before);
        assertThat(fresh.start()).isEqualTo(old.end());
        assertThat(fresh.spool())
                .isNotEqualTo(old.spool())
                .hasSizeLessThanOrEqualTo(64)
                .isPrintable();
        assertThat(fresh.hits()).hasSize(10);
    }

    @Test
    void whatIsNewInAFolderThatWasRestoredFromABackupIsNotTakenForWhatTheDatabaseHas() throws IOException {
        FileHitSpool original = opened(open(folder));
        append(original, 0, 10);
        Path backup = Files.createDirectory(folder.resolveSibling(folder.getFileName() + "-backup"));
        for (Path file : segments()) {
            Files.copy(file, backup.resolve(file.getFileName()));
        }
        append(original, 10, 20);
        Batch recorded = original.next(100);

        FileHitSpool restored = opened(open(backup));
        append(restored, 30, 40);
        Batch old = restored.next(100);
        restored.acknowledge(old.end());
        Batch fresh = restored.next(100);

        assertThat(old.spool()).isEqualTo(recorded.spool());
        assertThat(old.hits()).isEqualTo(recorded.hits().subList(0, 10));
        assertThat(fresh.start()).isEqualTo(recorded.start() + 10);
        assertThat(fresh.spool()).isNotEqualTo(recorded.spool());
    }

    @Test
    void aSegmentIsDeletedWhenAllItsHitsAreAcknowledged() throws IOException {
        FileHitSpool spool = opened(open(folder));
        append(spool, 0, 2_000);
        int before = segments().size();

        List<Integer> drained = drain(spool);

        assertThat(drained).isEqualTo(range(0, 2_000));
        assertThat(before).isGreaterThan(4);
        assertThat(segments()).hasSize(1);
    }

    @Test
    void aSpoolThatWasDrainedAndClosedLeavesNoHitsBehindAndGoesOnCounting() throws IOException {
        FileHitSpool first = opened(open(folder));
        append(first, 0, 50);
        first.close();
        drain(first);
        first.release();

        List<Path> left = segments();
        FileHitSpool second = opened(open(folder));
        append(second, 50, 51);

        assertThat(left).isEmpty();
        assertThat(second.next(10).start()).isEqualTo(50);
    }

    @Test
    void closingKeepsWhatWasAcceptedAndNotAnswered() throws IOException {
        FileHitSpool spool = opened(open(folder));
        var last = spool.append(NumberedHits.hit(0));
        for (int i = 1; i < 80; i++) {
            last = spool.append(NumberedHits.hit(i));
        }

        spool.close();

        assertThat(last.toCompletableFuture()).isCompletedWithValue(Receipt.KEPT);
        assertThat(drain(spool)).isEqualTo(range(0, 80));
    }

    @Test
    void acknowledgingInTheMiddleOfABatchGoesOnBehindIt() throws IOException {
        FileHitSpool spool = opened(open(folder));
        append(spool, 0, 1_000);
        spool.next(100);

        spool.acknowledge(37);

        assertThat(spool.next(1).start()).isEqualTo(37);
        assertThat(drain(spool)).isEqualTo(range(37, 1_000));
    }

    @Test
    void acknowledgingWhatWasNotReadYetGoesOnBehindIt() throws IOException {
        FileHitSpool spool = opened(open(folder));
        append(spool, 0, 1_000);

        spool.acknowledge(777);
        spool.acknowledge(5);

        assertThat(drain(spool)).isEqualTo(range(777, 1_000));
    }

    @Test
    void aFullDiskAllowanceShedsHitsUntilSegmentsAreFreed() throws IOException {
        FileHitSpool spool = opened(
                FileHitSpool.open(folder, new Limits(1_000_000, 4 * 32 * 1024, 32 * 1024), Sync.ALWAYS, _ -> {}));
        int kept = 0;
        while (receipt(spool, kept) == Receipt.KEPT) {
            kept++;
        }

        assertThat(receipt(spool, 0)).isEqualTo(Receipt.FULL);
        assertThat(spool.problem())
                .contains("Hits can soon not be kept: the spool has reached its limit, or its disk is full.");
        assertThat(bytesOnDisk()).isLessThanOrEqualTo(4 * 32 * 1024);
        assertThat(drain(spool)).isEqualTo(range(0, kept));
        int next = kept;
        await().until(() -> receipt(spool, next) == Receipt.KEPT);
        assertThat(drain(spool)).containsExactly(next);
        assertThat(spool.problem()).isEmpty();
    }

    @Test
    void aLimitOfHitsThatIsReachedIsAProblemUntilSomeAreAcknowledged() throws IOException {
        FileHitSpool spool =
                opened(FileHitSpool.open(folder, new Limits(3, 64L * 1024 * 1024, 32 * 1024), Sync.ALWAYS, _ -> {}));
        append(spool, 0, 2);
        assertThat(spool.problem()).isEmpty();

        append(spool, 2, 3);

        assertThat(spool.problem()).contains("Hits can't be kept: as many wait as may.");
        spool.acknowledge(1);
        assertThat(spool.problem()).isEmpty();
    }

    @Test
    void longHitsOfStrangersMakeShortBatches() throws IOException {
        FileHitSpool spool = opened(FileHitSpool.open(
                folder, new Limits(1_000_000, 64L * 1024 * 1024, 16 * 1024 * 1024), Sync.ALWAYS, _ -> {}));
        var longest = new Hit(Samples.id(1), Samples.NOON, null, "\uD83D\uDE00".repeat(1_000), "\u20AC".repeat(2_000));
        for (int i = 0; i < 300; i++) {
            spool.append(longest);
        }
        assertThat(spool.append(longest).toCompletableFuture().join()).isEqualTo(Receipt.KEPT);

        Batch batch = spool.next(10_000);

        assertThat(batch.hits()).hasSizeBetween(150, 250);
        spool.acknowledge(batch.end());
        assertThat(spool.next(10_000).start()).isEqualTo(batch.end());
    }

    @Test
    void aSecondSpoolInTheSameFolderIsRefused() throws IOException {
        FileHitSpool spool = opened(open(folder));

        assertThatIOException().isThrownBy(() -> open(folder)).withMessageContaining("in use by another Mailtrack");

        assertThat(receipt(spool, 1)).isEqualTo(Receipt.KEPT);
    }

    @Test
    void withAnIntervalHitsAreKeptAtOnceAndReadableAtOnce() throws IOException {
        FileHitSpool spool =
                opened(FileHitSpool.open(folder, NumberedHits.SMALL, new Sync(Duration.ofMillis(20)), _ -> {}));

        append(spool, 0, 1_000);

        assertThat(drain(spool)).isEqualTo(range(0, 1_000));
        append(spool, 1_000, 2_000);
        spool.release();
        assertThat(drain(opened(open(folder)))).isEqualTo(range(1_000, 2_000));
    }

    @Test
    void theSyncTimeIsMeasured() throws IOException {
        FileHitSpool spool = opened(open(folder));

        assertThat(spool.syncTime())
                .hasValueSatisfying(time -> assertThat(time).isPositive().isLessThan(Duration.ofSeconds(10)));
        assertThat(folder.resolve("sync-time")).doesNotExist();
    }

    @Test
    void nobodyElseMayReadTheFolder() throws IOException {
        Path made = folder.resolve("made");
        opened(open(made));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
                .isEqualTo("rwx------");
    }

    @Test
    void limitsThatMakeNoSenseAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Limits(0, 1L << 30, 1 << 20));
        assertThatIllegalArgumentException().isThrownBy(() -> new Limits(1, 1L << 30, 1_000));
        assertThatIllegalArgumentException().isThrownBy(() -> new Limits(1, 1L << 20, 1 << 20));
        assertThatIllegalArgumentException().isThrownBy(() -> new Sync(Duration.ofMillis(-1)));
    }

    private List<Path> segments() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".hits")).toList();
        }
    }

    private long bytesOnDisk() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("acknowledged"))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
