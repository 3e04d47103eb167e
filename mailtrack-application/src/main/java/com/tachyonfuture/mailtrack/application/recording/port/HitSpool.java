package com.tachyonfuture.mailtrack.application.recording.port;

import com.tachyonfuture.mailtrack.application.recording.Batch;
import com.tachyonfuture.mailtrack.domain.recording.Hit;
import java.util.concurrent.CompletionStage;

/**
 * Keeps accepted hits in order until they are in the database. Many threads append; one drains.
 *
 * <p>Each hit has a position, one more than that of the hit before; positions are never used twice under one name.
 */
public interface HitSpool {

    /** What became of a hit. */
    enum Receipt {
        /** It is kept as safely as this spool can. */
        KEPT,
        /** The spool has reached a limit: the hit was not kept. */
        FULL,
        /** The spool can't write, or is closed: the hit was not kept. */
        FAILED
    }

    /**
     * Keeps a hit. Never blocks and never fails: the answer comes when the hit is kept or surely is not, on the
     * calling thread or another.
     */
    CompletionStage<Receipt> append(Hit hit);

    /**
     * The oldest hits that were not acknowledged, without removing them: asked again, it begins with the same ones.
     * Empty when there are none. May block to read.
     *
     * @param limit how many at most, at least 1
     */
    Batch next(int limit);

    /** Forgets all hits before a position: they are in the database, or were set aside. */
    void acknowledge(long position);

    /** How many hits wait to be acknowledged. */
    long depth();

    /** Refuses hits from now on, as failed. Those that wait can still be drained. */
    void close();
}
