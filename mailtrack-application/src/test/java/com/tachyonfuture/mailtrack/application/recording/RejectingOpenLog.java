package com.tachyonfuture.mailtrack.application.recording;

import com.tachyonfuture.mailtrack.application.recording.port.OpenLog;
import java.time.Instant;

/** An {@link OpenLog} that takes no batch with a hit of one certain time in it. */
final class RejectingOpenLog implements OpenLog {

    static final Instant POISON = Instant.EPOCH;

    private final OpenLog log;

    RejectingOpenLog(OpenLog log) {
        this.log = log;
    }

    @Override
    public Written write(Batch batch) {
        if (batch.hits().stream().anyMatch(hit -> hit.receivedAt().equals(POISON))) {
            throw new BatchRejected("poison", new IllegalStateException());
        }
        return log.write(batch);
    }

    @Override
    public void skip(Batch batch) {
        log.skip(batch);
    }
}
