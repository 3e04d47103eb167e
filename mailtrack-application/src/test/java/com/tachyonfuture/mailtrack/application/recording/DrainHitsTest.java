package com.tachyonfuture.mailtrack.application.recording;

import static com.tachyonfuture.mailtrack.application.contract.Samples.NOON;
import static com.tachyonfuture.mailtrack.application.contract.Samples.hit;
import static com.tachyonfuture.mailtrack.application.contract.Samples.id;
import static com.tachyonfuture.mailtrack.application.contract.Samples.track;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tachyonfuture.mailtrack.application.StorageUnavailable;
import com.tachyonfuture.mailtrack.application.recording.HitCounts.Fate;
import com.tachyonfuture.mailtrack.application.recording.port.OpenLog;
import com.tachyonfuture.mailtrack.application.twin.InMemoryHitSpool;
import com.tachyonfuture.mailtrack.application.twin.InMemoryStorageFixture;
import com.tachyonfuture.mailtrack.domain.recording.Open;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class DrainHitsTest {

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
    void aBatchThatWasWrittenButNotAcknowledgedIsNotRecordedTwice() {
        spoolHits(2);
        storage.openLog().write(spool.next(2));

        drainHits.once();

        assertThat(recorded()).isEqualTo(2);
        assertThat(spool.depth()).isZero();
    }

    @Test
    void aHitThatCannotBeStoredIsPassedOverAloneAndCounted() {
        var picky = new DrainHits(spool, new RejectingOpenLog(storage.openLog()), counts, 10);
        spoolHits(5);
        spool.append(hit(track(1), RejectingOpenLog.POISON));
        spoolHits(3);

        assertThat(picky.once()).isEqualTo(9);

        assertThat(recorded()).isEqualTo(8);
        assertThat(counts.of(Fate.REJECTED)).isEqualTo(1);
        assertThat(counts.of(Fate.RECORDED)).isEqualTo(8);
        assertThat(spool.depth()).isZero();
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
