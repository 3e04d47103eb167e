package com.tachyonfuture.mailtrack.outbound.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tachyonfuture.mailtrack.application.contract.HitSpoolContract;
import com.tachyonfuture.mailtrack.application.contract.Samples;
import com.tachyonfuture.mailtrack.application.recording.port.HitSpool;
import com.tachyonfuture.mailtrack.application.recording.port.HitSpool.Receipt;
import com.tachyonfuture.mailtrack.domain.recording.Hit;
import org.junit.jupiter.api.Test;

final class MemoryHitSpoolTest implements HitSpoolContract {

    @Override
    public HitSpool spool(int room) {
        return new MemoryHitSpool("memory", room, Long.MAX_VALUE);
    }

    @Test
    void longHitsFillASpoolEarlierThanShortOnes() {
        Hit longest = new Hit(Samples.id(1), Samples.NOON, null, "a".repeat(1_000), "r".repeat(2_000));
        Hit shortest = new Hit(Samples.id(1), Samples.NOON, null, null, null);

        assertThat(howManyFit(longest)).isEqualTo(15);
        assertThat(howManyFit(shortest)).isEqualTo(390);
    }

    @Test
    void whatWasDrainedMakesRoomForAsManyBytes() {
        var spool = new MemoryHitSpool("memory", 1_000, 1_000);
        Hit hit = new Hit(Samples.id(1), Samples.NOON, null, "a".repeat(300), null);

        for (int i = 0; i < 10; i++) {
            assertThat(spool.append(hit).toCompletableFuture()).isCompletedWithValue(Receipt.KEPT);
            assertThat(spool.append(hit).toCompletableFuture()).isCompletedWithValue(Receipt.FULL);
            spool.acknowledge(spool.next(10).end());
        }
    }

    private static int howManyFit(Hit hit) {
        var spool = new MemoryHitSpool("memory", 1_000_000, 100_000);
        int kept = 0;
        while (spool.append(hit).toCompletableFuture().join() == Receipt.KEPT) {
            kept++;
        }
        return kept;
    }

    @Test
    void aSpoolWithoutRoomIsRefused() {
        assertThatThrownBy(() -> new MemoryHitSpool("memory", 0, 1_000)).hasMessageContaining("at least one hit");
    }
}
