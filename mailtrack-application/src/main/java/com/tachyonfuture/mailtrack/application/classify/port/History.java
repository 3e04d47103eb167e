package com.tachyonfuture.mailtrack.application.classify.port;

import com.tachyonfuture.mailtrack.application.classify.Difference;
import com.tachyonfuture.mailtrack.application.classify.Reviewer;
import com.tachyonfuture.mailtrack.domain.address.IpAddress;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import java.util.List;
import java.util.Optional;

/**
 * All opens that were recorded, to be judged again, track by track and some at a time, beside the recording of new
 * ones. Every method may block, and throws {@code StorageUnavailable}.
 *
 * <p>There is one run over history at a time. How far it came is stored with what it changed, so that it goes on where
 * it was interrupted, and those who go on with it at the same time share the work.
 */
public interface History {

    /** Which tracks a run takes. */
    enum Scope {
        ALL,
        /** Those with opens that were never judged. Their other opens are judged as well, since repeats depend on all. */
        NEVER_JUDGED
    }

    /**
     * A run over history.
     *
     * @param ruleBook the version of the rules that judge; newer than was asked for where those go on
     * @param resumed whether it was begun earlier, and goes on
     */
    record Run(Scope scope, int ruleBook, boolean resumed, Walk walk) {}

    /** Goes through tracks. For one thread. */
    @FunctionalInterface
    interface Walk {

        /**
         * Judges the next opens again, in one transaction: what becomes of them, the counters and the position change
         * together or not at all. When the run has begun anew since the step before, nothing is done: the reviewer may
         * know what was so before.
         */
        Stage next(Reviewer reviewer);
    }

    /**
     * What a step of a walk came to.
     *
     * @param difference of the opens of this step
     */
    record Stage(State state, Difference difference) {}

    /** Whether a walk goes on. */
    enum State {
        /** There may be more to do. */
        MORE,
        /** Somebody else does the next step just now; nothing was done. */
        BUSY,
        /** Nothing is left. */
        FINISHED,
        /** Another run, by other rules, is in place of this one; nothing was done. */
        REPLACED
    }

    /**
     * Begins a run, in place of any other. Goes on with the last one instead where that is not finished, has the same
     * rules, and takes these tracks too. One by newer rules that is not finished stays.
     */
    Run begin(Scope scope, int ruleBook);

    /** Begins with all tracks, whatever run there is. Where one by newer rules is not finished, those judge. */
    Run beginAnew(int ruleBook);

    /** What the last run takes, if it is not finished. */
    Optional<Scope> unfinished();

    /** What the last run came to so far, whoever did it. */
    Difference outcome();

    /** How many opens were never judged. */
    long neverJudged();

    /** Goes through all tracks, and changes nothing. */
    Walk trial();

    /** Goes through one track, whatever run there is. */
    Walk through(TrackId track);

    /**
     * Tracks with opens from an address, those first that it fetched last.
     *
     * @param limit how many at most; of very many opens, only the latest are looked at
     */
    Fetched fetchedFrom(IpAddress address, int limit);

    /**
     * Tracks that an address fetched.
     *
     * @param complete whether these are all; false when there are more, or when not all opens were looked at
     */
    record Fetched(List<TrackId> tracks, boolean complete) {

        public Fetched {
            tracks = List.copyOf(tracks);
        }
    }
}
