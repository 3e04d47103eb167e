package com.tachyonfuture.mailtrack.application.recording;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.recording.HitCounts.Fate;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class DrainPaceTest {

    private static final int BATCH = 8_000;
    private static final long ROOM = 1_000_000;
    private static final Duration FLUSH = Duration.ofMillis(100);

    private final HitCounts counts = new HitCounts();
    private final DrainPace pace = new DrainPace(counts, BATCH, FLUSH, ROOM);
    private long now = -7_000_000_000L;

    @BeforeEach
    void firstLook() {
        pause(0, 0);
    }

    @Test
    void fewHitsWaitForOthers() {
        assertThat(pause(30, 0)).isEqualTo(FLUSH);
        assertThat(pause(BATCH, BATCH - 1)).isEqualTo(FLUSH);
    }

    @Test
    void whilePixelsAreQuietTheNextBatchIsDueAtOnce() {
        comeIn(1_000);

        assertThat(pause(BATCH, BATCH)).isZero();
        assertThat(pause(BATCH, ROOM / 2)).isZero();
    }

    @Test
    void whilePixelsAreBusyFiveThousandHitsAreRecordedASecond() {
        comeIn(30_000);

        assertThat(pause(BATCH, BATCH)).isBetween(Duration.ofMillis(1570), Duration.ofMillis(1601));
        assertThat(pause(BATCH / 2, BATCH)).isBetween(Duration.ofMillis(780), Duration.ofMillis(801));
    }

    @Test
    void thenBatchesAreShortAndLongerTheFullerTheSpool() {
        assertThat(pace.batch()).isEqualTo(BATCH);

        comeIn(30_000);

        assertThat(pace.batch()).isEqualTo(2_500);
        pause(BATCH, ROOM * 3 / 10);
        assertThat(pace.batch()).isBetween(5_000, 5_150);
        pause(BATCH, ROOM * 95 / 100);
        assertThat(pace.batch()).isEqualTo(BATCH);
    }

    @Test
    void hitsThatWaitForTheDiskAreNotAskedForWithoutPause() {
        assertThat(pause(0, BATCH)).isEqualTo(FLUSH);

        comeIn(30_000);

        assertThat(pause(0, BATCH)).isEqualTo(FLUSH);
    }

    @Test
    void theTimeThatTheBatchTookIsPartOfThat() {
        comeIn(30_000);
        long began = now;
        pass(Duration.ofMillis(60));

        assertThat(pace.pauseAfter(BATCH, BATCH, began, now))
                .isBetween(Duration.ofMillis(1509), Duration.ofMillis(1541));

        pass(Duration.ofMillis(1550));
        assertThat(pace.pauseAfter(BATCH, BATCH, began, now)).isZero();
    }

    @Test
    void theFullerTheSpoolTheShorterThePause() {
        comeIn(30_000);

        Duration almostEmpty = pause(BATCH, BATCH);
        Duration halfFull = pause(BATCH, ROOM / 2);

        assertThat(halfFull).isBetween(almostEmpty.dividedBy(5), almostEmpty.dividedBy(3));
    }

    @Test
    void anAlmostFullSpoolIsEmptiedAsFastAsPossible() {
        comeIn(30_000);

        assertThat(pause(BATCH, ROOM * 95 / 100)).isZero();
        assertThat(pause(BATCH, ROOM * 2)).isZero();
    }

    @Test
    void soonAfterTheLastHitsItGoesOnAtFullSpeed() {
        comeIn(30_000);
        assertThat(pause(BATCH, ROOM / 10)).isPositive();

        pass(Duration.ofMillis(250));

        assertThat(pause(BATCH, ROOM / 10)).isZero();
    }

    @Test
    void aLoadThatLastsDoesNotFillTheSpool() {
        long waiting = 0;
        long most = 0;
        int inASecond = 25_000;
        Duration batchTakes = Duration.ofMillis(25);

        for (long end = now + TimeUnit.MINUTES.toNanos(30); now < end; ) {
            long began = now;
            int hits = (int) Math.min(pace.batch(), waiting);
            pass(batchTakes);
            waiting -= hits;
            pass(pace.pauseAfter(hits, waiting, began, now));
            long came = (now - began) * inASecond / TimeUnit.SECONDS.toNanos(1);
            counts.count(Fate.ACCEPTED, came);
            waiting += came;
            most = Math.max(most, waiting);
        }

        assertThat(most).isBetween(ROOM / 10, ROOM * 2 / 3);
    }

    /** For as long as it takes to notice. */
    private void comeIn(int hitsInASecond) {
        counts.count(Fate.ACCEPTED, hitsInASecond);
        pass(Duration.ofSeconds(1));
        pause(0, 0);
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }

    /** After a batch that took no time. */
    private Duration pause(int hits, long waiting) {
        return pace.pauseAfter(hits, waiting, now, now);
    }
}
