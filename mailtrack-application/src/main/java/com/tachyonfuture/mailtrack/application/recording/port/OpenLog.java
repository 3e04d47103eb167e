package com.tachyonfuture.mailtrack.application.recording.port;

import com.tachyonfuture.mailtrack.application.classify.Judge;
import com.tachyonfuture.mailtrack.application.recording.Batch;
import com.tachyonfuture.mailtrack.application.recording.QuarantineReason;

/** Where hits become opens. */
public interface OpenLog {

    /**
     * What a batch became.
     *
     * @param opens hits that were recorded now
     * @param unknown hits that were not, since there is no such track
     * @param stopped hits that were not, since their track had been stopped when they arrived
     */
    record Written(int opens, int unknown, int stopped) {

        /** Where no track is stopped. */
        public Written(int opens, int unknown) {
            this(opens, unknown, 0);
        }
    }

    /**
     * Records a batch: opens, counters, totals and the spool's position change together or not at all. Hits before
     * the stored position were recorded earlier and are passed over, so that any batch may be written again; with a
     * gap before its start it is written as well. What arrived for a track when it was stopped is passed over too.
     *
     * <p>Each hit for a known track is judged, and is marked as a repeat when the same viewer has an open of that track
     * within the repeat window, before or after, that is none itself, wherever and in whatever order they were
     * recorded.
     *
     * @param judge is asked once it is known when and from where a hit's track was created; what it throws comes out
     *     here
     * @throws com.tachyonfuture.mailtrack.application.StorageUnavailable when nobody knows whether the batch was
     *     written: write it again
     * @throws BatchRejected when the storage will not take it as it is, however often it is tried
     */
    Written write(Batch batch, Judge judge);

    /**
     * Sets a hit aside at which recording fails: it is kept in the {@link Quarantine}, and the spool's position
     * raised beyond it, both or neither. Any hit can be kept there. One before the stored position was seen to
     * earlier and is passed over.
     *
     * @param one a batch of this one hit
     * @param failure what the reason tells, for the log
     * @return whether it was set aside now
     * @throws com.tachyonfuture.mailtrack.application.StorageUnavailable as {@link #write}
     */
    boolean quarantine(Batch one, QuarantineReason reason, RuntimeException failure);

    /**
     * Whether a {@linkplain com.tachyonfuture.mailtrack.application.recording.UsualHit usual hit} would be
     * recorded now: it is tried with one for some track, which is taken back, and where that fails with one for
     * another, a few times. True as well where there is no track, for then no hit is recorded. Throws like
     * {@link #write}.
     */
    boolean recordsUsualHits(Judge judge);

    /** At least one hit of a batch can't be stored; nothing of the batch was. */
    final class BatchRejected extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public BatchRejected(String reason, Throwable cause) {
            super(reason, cause);
        }
    }
}
