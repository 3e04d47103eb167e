package com.tachyonfuture.mailtrack.outbound.recording;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tachyonfuture.mailtrack.application.contract.HitSpoolContract;
import com.tachyonfuture.mailtrack.application.recording.port.HitSpool;
import org.junit.jupiter.api.Test;

final class MemoryHitSpoolTest implements HitSpoolContract {

    @Override
    public HitSpool spool(int room) {
        return new MemoryHitSpool("memory", room);
    }

    @Test
    void aSpoolWithoutRoomIsRefused() {
        assertThatThrownBy(() -> new MemoryHitSpool("memory", 0)).hasMessageContaining("at least one hit");
    }
}
