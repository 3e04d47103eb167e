package com.tachyonfuture.mailtrack.application.recording.port;

import com.tachyonfuture.mailtrack.application.classify.Judge;
import com.tachyonfuture.mailtrack.application.recording.QuarantinedHit;
import java.util.Collection;
import java.util.List;

/** The hits that were set aside, since they could not be recorded. Every method may block, and throws {@code StorageUnavailable}. */
public interface Quarantine {

    /** What became of a hit that was tried again. */
    enum Replay {
        /** It is an open now, and no longer here. */
        RECORDED,
        /** There is no such track; the hit stays here. */
        NO_SUCH_TRACK,
        /** The track had been stopped when the hit arrived; it is no open, and no longer here. */
        STOPPED,
        /** There was no hit with this id. */
        NOT_THERE
    }

    /**
     * The hits after one, in ascending order of their ids.
     *
     * @param id only those with a larger one
     * @param limit how many at most
     */
    List<QuarantinedHit> after(long id, int limit);

    /** How many hits there are. */
    long count();

    /**
     * Makes an open of a hit, with its original time, as {@link OpenLog#write} does, and takes it out of here,
     * in one transaction: it never counts twice, however often this is called and by whom.
     *
     * @throws OpenLog.BatchRejected when the storage will still not take it; the hit stays here
     */
    Replay replay(long id, Judge judge);

    /** Forgets hits for good; how many of them were there. */
    int discard(Collection<Long> ids);
}
