package com.tachyonfuture.mailtrack.application.recording;

import com.tachyonfuture.mailtrack.application.StorageUnavailable;
import com.tachyonfuture.mailtrack.application.classify.Inquiry;
import com.tachyonfuture.mailtrack.application.classify.Judging;
import com.tachyonfuture.mailtrack.application.recording.port.HitSpool;
import com.tachyonfuture.mailtrack.application.recording.port.OpenLog;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes hits from the spool, oldest first, and records them, each exactly once.
 *
 * <p>The log stores the spool's position with every batch, and the spool forgets hits only after that. So
 * whatever dies in between, the same hits come again, and the log passes over those that it has. A hit at
 * which recording fails goes to quarantine, and all others are recorded: see {@link FailedBatch}. To be
 * called by one thread at a time.
 */
public final class DrainHits {

    private final HitSpool spool;
    private final OpenLog log;
    private final Judging judging;
    private final HitCounts counts;
    private final StepTimes times;
    private final int batchSize;
    private volatile @Nullable Instant waitingSince;

    /** Judges nothing and keeps no times. */
    public DrainHits(HitSpool spool, OpenLog log, HitCounts counts, int batchSize) {
        this(spool, log, Judging.none(), counts, new StepTimes(() -> 0), batchSize);
    }

    /**
     * @param batchSize how many hits are written in one transaction at most, at least 1
     */
    public DrainHits(HitSpool spool, OpenLog log, Judging judging, HitCounts counts, StepTimes times, int batchSize) {
        if (batchSize < 1) {
            throw new IllegalArgumentException("a batch has at least one hit, not " + batchSize);
        }
        this.spool = spool;
        this.log = log;
        this.judging = judging;
        this.counts = counts;
        this.times = times;
        this.batchSize = batchSize;
    }

    /** Records one batch, as large as batches may be: see {@link #once(int)}. */
    public int once() {
        return once(batchSize);
    }

    /**
     * Records one batch; how many hits it had, 0 when the spool is empty.
     *
     * @param most how many hits it may have; it never has more than batches may have
     * @throws StorageUnavailable when the hits have to wait; none is lost
     * @throws RuntimeException when recording fails at every hit; they wait as well
     */
    public int once(int most) {
        StepTimes.Laps laps = times.begin();
        Batch batch = spool.next(Math.min(most, batchSize));
        waitingSince = batch.isEmpty() ? null : batch.hits().get(0).receivedAt();
        if (batch.isEmpty()) {
            return 0;
        }
        int hits = batch.hits().size();
        laps.end(Step.READ, hits);
        write(batch, laps);
        laps.skip();
        spool.acknowledge(batch.end());
        laps.end(Step.ACKNOWLEDGE, hits);
        laps.keep();
        return hits;
    }

    /** How many hits are in the spool still. */
    public long waiting() {
        return spool.depth();
    }

    /** When the first hit arrived that may still wait; empty when none did lately. Any thread may ask. */
    public Optional<Instant> waitingSince() {
        return Optional.ofNullable(waitingSince);
    }

    private void write(Batch batch, StepTimes.Laps laps) {
        try {
            counts.count(log.write(batch, inquiry(batch, laps)));
        } catch (StorageUnavailable unavailable) {
            throw unavailable;
        } catch (RuntimeException failure) {
            new FailedBatch(log, judging, counts).writeParts(batch, failure);
        }
    }

    /** All that can be found out without the database, and before a transaction begins. */
    private Inquiry inquiry(Batch batch, StepTimes.Laps laps) {
        int hits = batch.hits().size();
        Inquiry inquiry = judging.about(batch.hits());
        inquiry.locate();
        laps.end(Step.LOCATE, hits);
        inquiry.describe();
        laps.end(Step.DESCRIBE, hits);
        return inquiry;
    }
}
