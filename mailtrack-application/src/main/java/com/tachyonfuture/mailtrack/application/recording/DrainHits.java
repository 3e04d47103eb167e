package com.tachyonfuture.mailtrack.application.recording;

import com.tachyonfuture.mailtrack.application.recording.HitCounts.Fate;
import com.tachyonfuture.mailtrack.application.recording.port.HitSpool;
import com.tachyonfuture.mailtrack.application.recording.port.OpenLog;
import com.tachyonfuture.mailtrack.application.recording.port.OpenLog.BatchRejected;

/**
 * Takes hits from the spool, oldest first, and records them, each exactly once.
 *
 * <p>The log stores the spool's position with every batch, and the spool forgets hits only after that. So whatever
 * dies in between, the same hits come again, and the log passes over those that it has. A batch that the log rejects
 * is halved until the hit that it can't take stands alone; that one is passed over and counted, all others are
 * recorded. To be called by one thread at a time.
 */
public final class DrainHits {

    private final HitSpool spool;
    private final OpenLog log;
    private final HitCounts counts;
    private final int batchSize;

    /**
     * @param batchSize how many hits are written in one transaction at most, at least 1
     */
    public DrainHits(HitSpool spool, OpenLog log, HitCounts counts, int batchSize) {
        if (batchSize < 1) {
            throw new IllegalArgumentException("a batch has at least one hit, not " + batchSize);
        }
        this.spool = spool;
        this.log = log;
        this.counts = counts;
        this.batchSize = batchSize;
    }

    /**
     * Records one batch; how many hits it had, 0 when the spool is empty.
     *
     * @throws com.tachyonfuture.mailtrack.application.StorageUnavailable when the hits have to wait; none is lost
     */
    public int once() {
        Batch batch = spool.next(batchSize);
        if (!batch.isEmpty()) {
            write(batch);
            spool.acknowledge(batch.end());
        }
        return batch.hits().size();
    }

    private void write(Batch batch) {
        try {
            OpenLog.Written written = log.write(batch);
            counts.count(Fate.RECORDED, written.opens());
            counts.count(Fate.UNKNOWN_TRACK, written.unknown());
        } catch (BatchRejected rejected) {
            writeParts(batch);
        }
    }

    private void writeParts(Batch batch) {
        int size = batch.hits().size();
        if (size == 1) {
            log.skip(batch);
            counts.count(Fate.REJECTED);
            return;
        }
        long middle = batch.start() + size / 2;
        write(batch.part(batch.start(), middle));
        write(batch.part(middle, batch.end()));
    }
}
