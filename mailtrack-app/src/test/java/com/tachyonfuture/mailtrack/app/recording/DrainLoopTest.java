package com.tachyonfuture.mailtrack.app.recording;

import static com.tachyonfuture.mailtrack.application.contract.OpenLogContract.FAILURE;
import static com.tachyonfuture.mailtrack.application.contract.OpenLogContract.REJECTED;
import static com.tachyonfuture.mailtrack.application.contract.Samples.hit;
import static com.tachyonfuture.mailtrack.application.contract.Samples.track;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.tachyonfuture.mailtrack.application.recording.Batch;
import com.tachyonfuture.mailtrack.application.recording.DrainHits;
import com.tachyonfuture.mailtrack.application.recording.DrainPace;
import com.tachyonfuture.mailtrack.application.recording.HitCounts;
import com.tachyonfuture.mailtrack.application.recording.HitLimit;
import com.tachyonfuture.mailtrack.application.recording.ListQuarantine;
import com.tachyonfuture.mailtrack.application.recording.RecordOpen;
import com.tachyonfuture.mailtrack.application.twin.InMemoryHitSpool;
import com.tachyonfuture.mailtrack.application.twin.InMemoryStorageFixture;
import com.tachyonfuture.mailtrack.domain.address.IpAddress;
import com.tachyonfuture.mailtrack.domain.address.TrustedProxies;
import com.tachyonfuture.mailtrack.domain.recording.HitPace;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

final class DrainLoopTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    private final InMemoryStorageFixture storage = new InMemoryStorageFixture();
    private final InMemoryHitSpool spool = new InMemoryHitSpool(3);
    private final HitCounts counts = new HitCounts();
    private final AtomicLong nanoClock = new AtomicLong();
    private final QuarantineSize quarantineSize =
            new QuarantineSize(new ListQuarantine(storage.quarantine()), nanoClock::get);
    private final LossReport losses = new LossReport(counts, quarantineSize, nanoClock::get);
    private final AtomicInteger revivals = new AtomicInteger();
    private final AtomicBoolean revivable = new AtomicBoolean();
    private final DrainLoop loop = new DrainLoop(
            new DrainHits(spool, storage.openLog(), counts, 2),
            new DrainPace(counts, 2, Duration.ofMillis(5), 3),
            losses,
            this::revive);

    private void revive() {
        revivals.incrementAndGet();
        if (revivable.get()) {
            storage.storage().comeBack();
        }
    }

    @BeforeEach
    void aTrack() {
        storage.tracks().add(track(1));
    }

    @Test
    void hitsAreRecordedSoonAfterTheyArrive() throws Exception {
        loop.start();

        spool.append(hit(track(1)));

        await().atMost(LONG).until(() -> storage.totals().current().opens() == 1);
        assertThat(loop.finish(LONG)).isTrue();
    }

    @Test
    void aStopDoesNotWaitUntilTheNextBatchIsDue() throws Exception {
        var seldom = new DrainPace(counts, 2, Duration.ofHours(1), 3);
        var slow = new DrainLoop(new DrainHits(spool, storage.openLog(), counts, 2), seldom, losses, this::revive);
        slow.start();
        spool.append(hit(track(1)));
        spool.append(hit(track(1)));

        assertThat(slow.finish(LONG)).isTrue();

        assertThat(storage.totals().current().opens()).isEqualTo(2);
    }

    @Test
    void recordingGoesOnWhenTheDatabaseIsBack() throws Exception {
        storage.storage().goDown();
        loop.start();
        spool.append(hit(track(1)));
        await().atMost(LONG).until(() -> revivals.get() > 0);

        storage.storage().comeBack();

        await().atMost(LONG).until(() -> storage.totals().current().opens() == 1);
        assertThat(loop.finish(LONG)).isTrue();
    }

    @Test
    void theDatabaseIsLookedAfterEvenWhileNothingIsFetched() throws Exception {
        loop.start();

        await().atMost(LONG).until(() -> revivals.get() > 0);

        assertThat(loop.finish(LONG)).isTrue();
    }

    @Test
    void whatStillWaitsAtTheStopIsRecorded() throws Exception {
        for (int i = 0; i < 3; i++) {
            spool.append(hit(track(1)));
        }

        assertThat(loop.finish(LONG)).isTrue();

        assertThat(storage.totals().current().opens()).isEqualTo(3);
    }

    @Test
    void aDatabaseThatIsGoneAtTheStopIsBroughtBack() throws Exception {
        revivable.set(true);
        spool.append(hit(track(1)));
        storage.storage().goDown();

        assertThat(loop.finish(LONG)).isTrue();

        assertThat(revivals).hasValue(1);
        assertThat(storage.totals().current().opens()).isEqualTo(1);
    }

    @Test
    void whatComesBetweenTheEndOfTheLoopAndTheClosingOfTheSpoolIsRecordedToo() throws Exception {
        loop.start();
        assertThat(loop.finish(LONG)).isTrue();
        spool.append(hit(track(1)));
        spool.close();

        assertThat(loop.finish(LONG)).isTrue();

        assertThat(storage.totals().current().opens()).isEqualTo(1);
    }

    @Test
    void aDatabaseThatStaysAwayIsGivenUpInTheEnd() throws Exception {
        spool.append(hit(track(1)));
        storage.storage().goDown();

        assertThat(loop.finish(Duration.ofMillis(200))).isFalse();

        assertThat(spool.depth()).isEqualTo(1);
    }

    @Test
    void hitsThatWereTooManyOfOneAddressAreToldLikeOtherLosses() {
        var limit = HitLimit.of(new HitPace(1, 1), new TrustedProxies(List.of()), 0, () -> 0);
        var limited = new RecordOpen(new InMemoryHitSpool(5), InstantSource.system(), counts, limit);
        var address = IpAddress.parse("192.0.2.1").orElseThrow();

        var told = toldDuring(() -> {
            for (int i = 0; i < 3; i++) {
                limited.from(new RecordOpen.Request("abc", address, null, null));
            }
            losses.tell();
        });

        assertThat(told)
                .containsExactly("Hits that were not recorded: 2. Why: an address sent more than"
                        + " MAILTRACK_HITS_PER_SECOND and MAILTRACK_HITS_BURST allow.");
    }

    @Test
    void lossesAreToldOnceAMinuteWithTheirReason() {
        var told = toldDuring(() -> {
            losses.tell();
            shed(2);
            losses.tell();
            shed(1);
            losses.tell();
            nanoClock.set(TimeUnit.SECONDS.toNanos(61));
            losses.tell();
        });

        assertThat(told)
                .containsExactly(
                        "Hits that were not recorded: 2. Why: as many wait already as MAILTRACK_SPOOL_LIMIT"
                                + " allows, or the disk can't keep up.",
                        "Hits that were not recorded: 1. Why: as many wait already as MAILTRACK_SPOOL_LIMIT"
                                + " allows, or the disk can't keep up.");
    }

    @Test
    void hitsThatAreInQuarantineAtTheStartAreToldOnceAndCountedEachMinute() {
        setAside(0);
        setAside(1);

        var told = toldDuring(QuarantineSize.class, () -> {
            losses.tell();
            setAside(2);
            losses.tell();
        });

        assertThat(told)
                .containsExactly("Hits in quarantine: 2. The command quarantine shows them, and tries them again.");
        assertThat(quarantineSize.lastCounted()).hasValue(2);

        nanoClock.set(TimeUnit.SECONDS.toNanos(61));
        losses.tell();
        assertThat(quarantineSize.lastCounted()).hasValue(3);
    }

    @Test
    void whileTheDatabaseIsAwayTheQuarantineIsAsLargeAsItWasAndUnknownBefore() {
        storage.storage().goDown();
        losses.tell();
        assertThat(quarantineSize.lastCounted()).isEmpty();

        storage.storage().comeBack();
        nanoClock.set(TimeUnit.SECONDS.toNanos(11));
        losses.tell();
        assertThat(quarantineSize.lastCounted()).hasValue(0);

        storage.storage().goDown();
        nanoClock.set(TimeUnit.SECONDS.toNanos(80));
        losses.tell();
        assertThat(quarantineSize.lastCounted()).hasValue(0);
    }

    private void setAside(long position) {
        storage.openLog().quarantine(new Batch("sample", position, List.of(hit(track(1)))), REJECTED, FAILURE);
    }

    private static List<String> toldDuring(Runnable work) {
        return toldDuring(LossReport.class, work);
    }

    private static List<String> toldDuring(Class<?> teller, Runnable work) {
        var told = new ListAppender<ILoggingEvent>();
        var logger = (Logger) LoggerFactory.getLogger(teller);
        told.start();
        logger.addAppender(told);
        try {
            work.run();
        } finally {
            logger.detachAppender(told);
        }
        return told.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    private void shed(int hits) {
        var full = new RecordOpen(new InMemoryHitSpool(0), InstantSource.system(), counts);
        for (int i = 0; i < hits; i++) {
            full.from(new RecordOpen.Request("abc", null, null, null));
        }
    }
}
