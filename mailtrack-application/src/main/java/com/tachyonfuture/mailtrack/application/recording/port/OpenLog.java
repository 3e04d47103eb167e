package com.tachyonfuture.mailtrack.application.recording.port;

import com.tachyonfuture.mailtrack.application.recording.Batch;

/** Where hits become opens. */
public interface OpenLog {

    /**
     * What a batch became.
     *
     * @param opens hits that were recorded now
     * @param unknown hits that were not, since there is no such track
     */
    record Written(int opens, int unknown) {}

    /**
     * Records a batch: opens, counters, totals and the spool's position change together or not at all. Hits before
     * the stored position were recorded earlier and are passed over, so that any batch may be written again; with a
     * gap before its start it is written as well.
     *
     * @throws com.tachyonfuture.mailtrack.application.StorageUnavailable when nobody knows whether the batch was
     *     written: write it again
     * @throws BatchRejected when the storage will not take it as it is, however often it is tried
     */
    Written write(Batch batch);

    /**
     * Passes over a hit that the storage will not take, by storing a position after it.
     *
     * @throws com.tachyonfuture.mailtrack.application.StorageUnavailable as {@link #write}
     */
    void skip(Batch batch);

    /** At least one hit of a batch can't be stored; nothing of the batch was. */
    final class BatchRejected extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public BatchRejected(String reason, Throwable cause) {
            super(reason, cause);
        }
    }
}
