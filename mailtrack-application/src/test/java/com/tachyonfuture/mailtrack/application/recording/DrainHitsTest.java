package com.tachyonfuture.mailtrack.application.recording;

import static com.tachyonfuture.mailtrack.application.contract.OpenLogContract.FAILURE;
import static com.tachyonfuture.mailtrack.application.contract.Samples.NOON;
import static com.tachyonfuture.mailtrack.application.contract.Samples.UNJUDGED;
import static com.tachyonfuture.mailtrack.application.contract.Samples.hit;
import static com.tachyonfuture.mailtrack.application.contract.Samples.id;
import static com.tachyonfuture.mailtrack.application.contract.Samples.track;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tachyonfuture.mailtrack.application.StorageUnavailable;
import com.tachyonfuture.mailtrack.application.classify.Judging;
import com.tachyonfuture.mailtrack.application.recording.HitCounts.Fate;
import com.tachyonfuture.mailtrack.application.recording.QuarantineReason.Code;
import com.tachyonfuture.mailtrack.application.recording.port.OpenLog;
import com.tachyonfuture.mailtrack.application.recording.port.OpenLog.BatchRejected;
import com.tachyonfuture.mailtrack.application.twin.InMemoryHitSpool;
import com.tachyonfuture.mailtrack.application.twin.InMemoryNetworks;
import com.tachyonfuture.mailtrack.application.twin.InMemoryStorageFixture;
import com.tachyonfuture.mailtrack.domain.classify.Client;
import com.tachyonfuture.mailtrack.domain.classify.Evidence;
import com.tachyonfuture.mailtrack.domain.classify.Judgement;
import com.tachyonfuture.mailtrack.domain.classify.Place;
import com.tachyonfuture.mailtrack.domain.classify.Rule;
import com.tachyonfuture.mailtrack.domain.classify.RuleBook;
import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.domain.recording.Hit;
import com.tachyonfuture.mailtrack.domain.recording.Open;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class DrainHitsTest {

    private static final Hit POISON = hit(track(1), Instant.EPOCH);

    private final InMemoryStorageFixture storage = new InMemoryStorageFixture();
    private final InMemoryHitSpool spool = new InMemoryHitSpool(100);
    private final HitCounts counts = new HitCounts();
    private final DrainHits drainHits = new DrainHits(spool, storage.openLog(), counts, 2);

    @BeforeEach
    void aTrack() {
        storage.tracks().add(track(1));
    }

    @Test
    void hitsAreRecordedBatchByBatchUntilTheSpoolIsEmpty() {
        spoolHits(3);

        assertThat(drainHits.once()).isEqualTo(2);
        assertThat(drainHits.once()).isEqualTo(1);
        assertThat(drainHits.once()).isZero();

        assertThat(recorded()).isEqualTo(3);
        assertThat(spool.depth()).isZero();
        assertThat(counts.of(Fate.RECORDED)).isEqualTo(3);
    }

    @Test
    void hitsForNoTrackAreCounted() {
        spool.append(hit(track(2)));

        drainHits.once();

        assertThat(counts.of(Fate.UNKNOWN_TRACK)).isEqualTo(1);
        assertThat(spool.depth()).isZero();
    }

    @Test
    void whileTheStorageIsDownHitsWaitAndKeepTheirTimes() {
        spoolHits(1);
        storage.storage().goDown();

        assertThatThrownBy(drainHits::once).isInstanceOf(StorageUnavailable.class);
        assertThat(spool.depth()).isEqualTo(1);

        storage.storage().comeBack();
        drainHits.once();
        assertThat(storage.opens().of(id(1), Long.MAX_VALUE, 10))
                .extracting(Open::openedAt)
                .containsExactly(NOON);
    }

    @Test
    void whatWaitedForHoursIsRecordedOldestFirstWithItsTimes() {
        storage.storage().goDown();
        for (int hour = 0; hour < 7; hour++) {
            spool.append(hit(track(1), NOON.plus(Duration.ofHours(hour))));
            assertThatThrownBy(drainHits::once).isInstanceOf(StorageUnavailable.class);
        }

        storage.storage().comeBack();
        assertThat(drainHits.once()).isEqualTo(2);
        assertThat(storage.opens().of(id(1), Long.MAX_VALUE, 10))
                .extracting(Open::openedAt)
                .containsExactly(NOON.plus(Duration.ofHours(1)), NOON);

        while (drainHits.once() > 0) {
            assertThat(drainHits.waiting()).isLessThan(7);
        }
        assertThat(storage.opens().of(id(1), Long.MAX_VALUE, 10))
                .extracting(Open::openedAt)
                .first()
                .isEqualTo(NOON.plus(Duration.ofHours(6)));
        assertThat(recorded()).isEqualTo(7);
    }

    @Test
    void hitsAreJudgedByWhatTheyFetchTogether() {
        var tracksAtOnce = new ArrayList<Integer>();
        spoolHits(1);
        spool.append(hit(track(2)));
        storage.tracks().add(track(2));

        judgingDrain(evidence -> tracksAtOnce.add(evidence.tracksAtOnce())).once();

        assertThat(tracksAtOnce).containsExactly(2, 2);
        assertThat(storage.totals().current().verdicts().of(Verdict.UNDECIDED)).isEqualTo(2);
    }

    @Test
    void aHitAtWhichARuleFailsGoesToQuarantineAndTheOthersAreRecorded() {
        spoolHits(1);
        spool.append(new Hit(id(1), NOON, null, "strange", null));
        spool.append(hit(track(1), NOON.plusSeconds(1)));

        judgingDrain(evidence -> failAt("strange", evidence)).once();

        assertThat(storage.quarantine().after(0, 10))
                .singleElement()
                .satisfies(set -> assertThat(set.hit().userAgent()).isEqualTo("strange"));
        assertThat(recorded()).isEqualTo(2);
    }

    @Test
    void whenARuleFailsAtEveryHitTheyWait() {
        spoolHits(2);

        assertThatThrownBy(() -> judgingDrain(evidence -> {
                            throw new IllegalStateException("a mistake in a rule");
                        })
                        .once())
                .hasMessage("a mistake in a rule");

        assertThat(spool.depth()).isEqualTo(2);
        assertThat(storage.quarantine().count()).isZero();
    }

    private static void failAt(String userAgent, Evidence evidence) {
        if (userAgent.equals(evidence.userAgent())) {
            throw new IllegalStateException("a mistake in a rule");
        }
    }

    private DrainHits judgingDrain(Consumer<Evidence> rule) {
        var judging = new Judging(
                address -> Place.UNKNOWN,
                new InMemoryNetworks(),
                userAgent -> Client.UNKNOWN,
                address -> false,
                new RuleBook(1, List.of(new Rule() {
                    @Override
                    public Optional<Judgement> judge(Evidence evidence) {
                        rule.accept(evidence);
                        return Optional.empty();
                    }

                    @Override
                    public String inWords() {
                        return "Looks, and leaves it to others.";
                    }
                })));
        return new DrainHits(spool, storage.openLog(), judging, counts, new StepTimes(() -> 0), 10);
    }

    @Test
    void whatIsDoneWithoutTheStorageIsTimed() {
        var nanos = new AtomicLong();
        var times = new StepTimes(() -> nanos.addAndGet(5));
        spoolHits(2);

        new DrainHits(spool, storage.openLog(), Judging.none(), counts, times, 10).once();

        assertThat(times.of(Step.READ)).isEqualTo(new StepTimes.Taken(1, 2, Duration.ofNanos(5)));
        assertThat(times.of(Step.LOCATE)).isEqualTo(new StepTimes.Taken(1, 2, Duration.ofNanos(5)));
        assertThat(times.of(Step.DESCRIBE)).isEqualTo(new StepTimes.Taken(1, 2, Duration.ofNanos(5)));
        assertThat(times.of(Step.ACKNOWLEDGE)).isEqualTo(new StepTimes.Taken(1, 2, Duration.ofNanos(5)));
    }

    @Test
    void aBatchThatIsReadAgainSinceTheStorageWasDownCountsOnce() {
        var times = new StepTimes(() -> 0);
        var drain = new DrainHits(spool, storage.openLog(), Judging.none(), counts, times, 10);
        spoolHits(2);
        storage.storage().goDown();
        assertThatThrownBy(drain::once).isInstanceOf(StorageUnavailable.class);

        storage.storage().comeBack();
        drain.once();

        assertThat(times.of(Step.READ)).isEqualTo(new StepTimes.Taken(1, 2, Duration.ZERO));
    }

    @Test
    void lookingIntoAnEmptySpoolIsNoStep() {
        var times = new StepTimes(() -> 0);

        new DrainHits(spool, storage.openLog(), Judging.none(), counts, times, 10).once();

        assertThat(times.of(Step.READ).batches()).isZero();
    }

    @Test
    void aBatchThatWasWrittenButNotAcknowledgedIsNotRecordedTwice() {
        spoolHits(2);
        storage.openLog().write(spool.next(2), UNJUDGED);

        drainHits.once();

        assertThat(recorded()).isEqualTo(2);
        assertThat(spool.depth()).isZero();
    }

    @Test
    void aHitThatCannotBeStoredGoesToQuarantineAloneAndIsCounted() {
        spoolHits(5);
        spool.append(POISON);
        spoolHits(3);

        assertThat(drainInto(failingAt(POISON)).once()).isEqualTo(9);

        assertThat(recorded()).isEqualTo(8);
        assertThat(counts.of(Fate.QUARANTINED)).isEqualTo(1);
        assertThat(counts.of(Fate.RECORDED)).isEqualTo(8);
        assertThat(spool.depth()).isZero();
        assertThat(storage.quarantine().after(0, 10)).singleElement().satisfies(quarantined -> {
            assertThat(quarantined.hit()).isEqualTo(POISON);
            assertThat(quarantined.position()).isEqualTo(5);
            assertThat(quarantined.reason()).isEqualTo(new QuarantineReason(Code.REJECTED, "poison"));
        });
    }

    @Test
    void soDoesAHitThatMeetsAMistakeOfOursWhoseMessageStaysInTheLog() {
        var log = new FailingOpenLog(
                storage.openLog(), POISON::equals, () -> new ArithmeticException("at reader@example.com"));
        spool.append(POISON);
        spoolHits(2);

        assertThat(drainInto(log).once()).isEqualTo(3);

        assertThat(recorded()).isEqualTo(2);
        assertThat(storage.quarantine().after(0, 10))
                .singleElement()
                .extracting(QuarantinedHit::reason)
                .isEqualTo(new QuarantineReason(Code.FAULT, "recording it fails (java.lang.ArithmeticException)"));
    }

    @Test
    void nothingButPoisonDoesNotHoldUpWhatComesAfter() {
        for (int i = 0; i < 30; i++) {
            spool.append(POISON);
        }
        DrainHits drain = drainInto(failingAt(POISON));

        assertThat(drain.once()).isEqualTo(10);
        assertThat(drain.once()).isEqualTo(10);
        assertThat(drain.once()).isEqualTo(10);
        spoolHits(1);
        drain.once();

        assertThat(recorded()).isEqualTo(1);
        assertThat(counts.of(Fate.QUARANTINED)).isEqualTo(30);
    }

    @Test
    void whenEveryHitFailsTheyAllWaitAndAreRecordedLater() {
        for (var failure : List.of(new BatchRejected("all", null), new IllegalStateException("no such table"))) {
            spoolHits(5);
            var log = new FailingOpenLog(storage.openLog(), hit -> true, () -> failure);
            DrainHits drain = drainInto(log);

            assertThatThrownBy(drain::once).isSameAs(failure);
            assertThatThrownBy(drain::once).isSameAs(failure);
            assertThat(spool.depth()).isEqualTo(5);
            assertThat(storage.quarantine().count()).isZero();

            log.recover();
            drain.once();
            assertThat(spool.depth()).isZero();
        }
        assertThat(recorded()).isEqualTo(10);
    }

    @Test
    void aPartOfTheBatchThatIsRecordedProvesThatUsualHitsAre() {
        Hit usual = UsualHit.of(id(1));
        var log = new FailingOpenLog(
                storage.openLog(),
                hit -> hit.equals(POISON) || hit.equals(usual),
                () -> new BatchRejected("poison", null));
        spoolHits(2);
        spool.append(POISON);
        spool.append(POISON);

        assertThat(drainInto(log).once()).isEqualTo(4);

        assertThat(recorded()).isEqualTo(2);
        assertThat(counts.of(Fate.QUARANTINED)).isEqualTo(2);
        assertThat(log.askedForUsualHits()).isZero();
    }

    @Test
    void aPartOfTheBatchThatIsForNoTrackProvesNothing() {
        var log = new FailingOpenLog(
                storage.openLog(), hit -> hit.trackId().equals(id(1)), () -> new BatchRejected("all", null));
        spool.append(hit(track(2)));
        spoolHits(1);
        DrainHits drain = drainInto(log);

        assertThatThrownBy(drain::once).isInstanceOf(BatchRejected.class);

        assertThat(storage.quarantine().count()).isZero();
        assertThat(spool.depth()).isEqualTo(2);
    }

    @Test
    void poisonWaitsWhileTheStorageIsDown() {
        var log = new FailingOpenLog(storage.openLog(), POISON::equals, () -> {
            storage.storage().goDown();
            return new BatchRejected("poison", null);
        });
        spool.append(POISON);
        DrainHits drain = drainInto(log);

        assertThatThrownBy(drain::once).isInstanceOf(StorageUnavailable.class);
        assertThat(spool.depth()).isEqualTo(1);
        assertThat(counts.of(Fate.QUARANTINED)).isZero();
    }

    @Test
    void poisonThatWasSetAsideButNotAcknowledgedIsCountedOnce() {
        spool.append(POISON);
        storage.openLog().quarantine(spool.next(1), new QuarantineReason(Code.REJECTED, "poison"), FAILURE);

        drainInto(failingAt(POISON)).once();

        assertThat(storage.quarantine().count()).isEqualTo(1);
        assertThat(counts.of(Fate.QUARANTINED)).isZero();
        assertThat(spool.depth()).isZero();
    }

    private OpenLog failingAt(Hit poison) {
        return new FailingOpenLog(storage.openLog(), poison::equals, () -> new BatchRejected("poison", null));
    }

    private DrainHits drainInto(OpenLog log) {
        return new DrainHits(spool, log, counts, 10);
    }

    @Test
    void itIsKnownSinceWhenTheFirstHitHasWaited() {
        assertThat(drainHits.waitingSince()).isEmpty();
        spool.append(hit(track(1), NOON));
        storage.storage().goDown();
        assertThatThrownBy(drainHits::once).isInstanceOf(StorageUnavailable.class);
        spool.append(hit(track(1), NOON.plusSeconds(60)));

        assertThat(drainHits.waitingSince()).contains(NOON);

        storage.storage().comeBack();
        drainHits.once();
        drainHits.once();
        assertThat(drainHits.waitingSince()).isEmpty();
    }

    @Test
    void aBatchOfNothingIsRefused() {
        OpenLog log = storage.openLog();

        assertThatThrownBy(() -> new DrainHits(spool, log, counts, 0)).hasMessageContaining("at least one hit");
    }

    private void spoolHits(int number) {
        for (int i = 0; i < number; i++) {
            spool.append(hit(track(1)));
        }
    }

    private long recorded() {
        return storage.totals().current().opens();
    }
}
