package com.tachyonfuture.mailtrack.application.recording;

import com.tachyonfuture.mailtrack.application.StorageUnavailable;
import com.tachyonfuture.mailtrack.application.classify.Judging;
import com.tachyonfuture.mailtrack.application.recording.HitCounts.Fate;
import com.tachyonfuture.mailtrack.application.recording.port.OpenLog;

/**
 * A batch that could not be recorded whole: it is halved until each hit at which recording fails stands alone.
 * Those are poison and go to quarantine; all others are recorded.
 *
 * <h2>Poison, or a fault of everything</h2>
 *
 * <p>When a table is missing, or a mistake of ours hits every hit, then each hit fails alone as well; the quarantine
 * is no place for all of them. So before the first one goes there, a usual hit is tried and taken back, unless a part
 * of this batch was recorded just now, which shows as much. If that fails too, the hits are not to blame: they wait
 * in the spool, in order, until recording works again. It is tried with a hit of our own making, since strangers
 * choose what lies in a batch, and could fill it with poison. That a part fails proves nothing, that it is recorded
 * does.
 */
final class FailedBatch {

    private final OpenLog log;
    private final Judging judging;
    private final HitCounts counts;
    private boolean usualHitsAreRecorded;

    FailedBatch(OpenLog log, Judging judging, HitCounts counts) {
        this.log = log;
        this.judging = judging;
        this.counts = counts;
    }

    /**
     * Records what can be recorded, and sets the rest aside.
     *
     * @param failure what was thrown when the batch was written
     * @throws StorageUnavailable when the hits have to wait
     * @throws RuntimeException the failure of a hit, when usual hits fail like it: the hits have to wait
     */
    void writeParts(Batch batch, RuntimeException failure) {
        int size = batch.hits().size();
        if (size == 1) {
            quarantine(batch, failure);
            return;
        }
        long middle = batch.start() + size / 2;
        write(batch.part(batch.start(), middle));
        write(batch.part(middle, batch.end()));
    }

    private void write(Batch batch) {
        try {
            OpenLog.Written written = log.write(batch, judging.about(batch.hits()));
            counts.count(written);
            usualHitsAreRecorded = usualHitsAreRecorded || written.opens() > 0;
        } catch (StorageUnavailable unavailable) {
            throw unavailable;
        } catch (RuntimeException failure) {
            writeParts(batch, failure);
        }
    }

    private void quarantine(Batch one, RuntimeException failure) {
        usualHitsAreRecorded = usualHitsAreRecorded || areUsualHitsRecorded();
        if (!usualHitsAreRecorded) {
            throw failure;
        }
        if (log.quarantine(one, QuarantineReason.of(failure), failure)) {
            counts.count(Fate.QUARANTINED);
        }
    }

    private boolean areUsualHitsRecorded() {
        try {
            return log.recordsUsualHits(judging.oneByOne());
        } catch (StorageUnavailable unavailable) {
            throw unavailable;
        } catch (RuntimeException sameFault) {
            return false;
        }
    }
}
