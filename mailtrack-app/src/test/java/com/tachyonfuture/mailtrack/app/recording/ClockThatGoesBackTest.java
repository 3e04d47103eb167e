package com.tachyonfuture.mailtrack.app.recording;

import static com.tachyonfuture.mailtrack.application.contract.Samples.NOON;
import static com.tachyonfuture.mailtrack.application.contract.Samples.track;
import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.recording.DrainHits;
import com.tachyonfuture.mailtrack.application.recording.HitCounts;
import com.tachyonfuture.mailtrack.application.recording.HitLimit;
import com.tachyonfuture.mailtrack.application.recording.RecordOpen;
import com.tachyonfuture.mailtrack.application.recording.RecordOpen.Outcome;
import com.tachyonfuture.mailtrack.domain.address.IpAddress;
import com.tachyonfuture.mailtrack.domain.address.TrustedProxies;
import com.tachyonfuture.mailtrack.domain.recording.HitPace;
import com.tachyonfuture.mailtrack.mysql.MysqlFixture;
import com.tachyonfuture.mailtrack.outbound.recording.FileHitSpool;
import com.tachyonfuture.mailtrack.outbound.recording.FileHitSpool.Limits;
import com.tachyonfuture.mailtrack.outbound.recording.FileHitSpool.Sync;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Somebody corrects the machine's clock by an hour while hits come, wait and are recorded; with the spool
/// on disk and a real database.
@Tag("slow")
final class ClockThatGoesBackTest extends MysqlFixture {

    private static final Limits LIMITS = new Limits(1_000, 1024 * 1024, 64 * 1024);
    private static final Duration HOUR = Duration.ofHours(1);

    @TempDir
    private Path folder;

    private final AtomicReference<Instant> clock = new AtomicReference<>(NOON);
    private final AtomicLong nanoClock = new AtomicLong();
    private final HitCounts counts = new HitCounts();
    private HitLimit limit = HitLimit.none();

    @BeforeEach
    void aTrack() {
        tracks().add(track(1));
    }

    @Test
    void everyHitIsRecordedWithTheTimeOfItsClockAndInTheOrderOfItsArrival() throws Exception {
        withSpool(spool -> {
            hitAt(spool, NOON);
            hitAt(spool, NOON.plusSeconds(5));
            assertThat(drain(spool, 2).once()).isEqualTo(2);
            hitAt(spool, NOON.minus(HOUR));
        });
        withSpool(spool -> {
            hitAt(spool, NOON.minus(HOUR).minusSeconds(5));
            hitAt(spool, NOON.plus(HOUR));
            assertThat(drain(spool, 500).once()).isEqualTo(1);
            assertThat(drain(spool, 500).once()).isEqualTo(2);
            assertThat(drain(spool, 500).once()).isZero();
        });

        assertThat(texts(
                        "SELECT TIMESTAMPDIFF(SECOND, '2026-11-20 12:00:00.123456', opened_at) FROM opens ORDER BY id"))
                .containsExactly("0", "5", "-3600", "-3605", "3600");
        var activity = tracks().find(track(1).id()).orElseThrow().activity();
        assertThat(activity.opens()).isEqualTo(5);
        assertThat(activity.firstOpenedAt()).isEqualTo(NOON.minus(HOUR).minusSeconds(5));
        assertThat(activity.lastOpenedAt()).isEqualTo(NOON.plus(HOUR));
        assertThat(totals().current().opens()).isEqualTo(5);
    }

    @Test
    void whoSendsTooManyHasToWaitAsLongAsEver() throws Exception {
        limit = HitLimit.of(new HitPace(1, 2), new TrustedProxies(List.of()), 0, nanoClock::get);

        withSpool(spool -> {
            assertThat(hitAt(spool, NOON)).isEqualTo(Outcome.ACCEPTED);
            assertThat(hitAt(spool, NOON.minus(HOUR))).isEqualTo(Outcome.ACCEPTED);
            assertThat(hitAt(spool, NOON.plus(HOUR))).isEqualTo(Outcome.LIMITED);
            nanoClock.addAndGet(Duration.ofSeconds(1).toNanos());
            assertThat(hitAt(spool, NOON.minus(HOUR))).isEqualTo(Outcome.ACCEPTED);
        });
    }

    /// One run of the program.
    private void withSpool(Run run) throws IOException {
        var spool = FileHitSpool.open(folder, LIMITS, Sync.ALWAYS, report -> {
            throw new AssertionError(report);
        });
        try {
            run.with(spool);
        } finally {
            spool.release();
        }
    }

    private interface Run {
        void with(FileHitSpool spool);
    }

    private Outcome hitAt(FileHitSpool spool, Instant time) {
        clock.set(time);
        var recordOpen = new RecordOpen(spool, clock::get, counts, limit);
        var reader = IpAddress.parse("192.0.2.1").orElseThrow();
        return recordOpen
                .from(new RecordOpen.Request(track(1).id().value(), reader, null, null))
                .toCompletableFuture()
                .join();
    }

    private DrainHits drain(FileHitSpool spool, int batchSize) {
        return new DrainHits(spool, openLog(), counts, batchSize);
    }
}
