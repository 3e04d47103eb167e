package com.tachyonfuture.mailtrack.application.twin;

import com.tachyonfuture.mailtrack.application.contract.HitSpoolContract;
import com.tachyonfuture.mailtrack.application.recording.port.HitSpool;

final class InMemoryHitSpoolTest implements HitSpoolContract {

    @Override
    public HitSpool spool(int room) {
        return new InMemoryHitSpool(room);
    }
}
