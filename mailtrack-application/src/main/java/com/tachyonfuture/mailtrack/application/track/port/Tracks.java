package com.tachyonfuture.mailtrack.application.track.port;

import com.tachyonfuture.mailtrack.application.track.IdempotencyKey;
import com.tachyonfuture.mailtrack.application.track.TrackFilter;
import com.tachyonfuture.mailtrack.application.track.TrackPosition;
import com.tachyonfuture.mailtrack.application.track.TrackSort;
import com.tachyonfuture.mailtrack.application.track.TrackSummary;
import com.tachyonfuture.mailtrack.application.track.TracksCounted;
import com.tachyonfuture.mailtrack.domain.track.Track;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All tracks. Every method may block, and throws {@code StorageUnavailable} when the storage can't be reached; then
 * nothing was changed, or the change was made whole.
 */
public interface Tracks {

    /** What became of a track that was to be added once. */
    enum Addition {
        /** It is stored, and the key with it. */
        ADDED,
        /** The same was asked for under this key before; {@link Once#earlier()} is the track made then. */
        REPEATED,
        /** Something else was asked for under this key before; nothing was stored. */
        KEY_REUSED,
        /** The same was asked for under this key before, and the track made then has been deleted since. */
        DELETED_SINCE
    }

    /**
     * The outcome of {@link #addOnce}.
     *
     * @param earlier the track of the first time; null unless repeated
     */
    record Once(Addition addition, @Nullable TrackSummary earlier) {}

    /** Stores a new track, whose id nobody has yet. */
    void add(Track track);

    /**
     * Stores a new track unless one was stored under the same key since a certain time, in one step, whoever else
     * does the same at that moment.
     *
     * @param forgetBefore keys used earlier than this are forgotten
     */
    Once addOnce(Track track, IdempotencyKey key, Instant forgetBefore);

    /**
     * The outcome of {@link #addAllOnce}.
     *
     * @param earlier the tracks of the first time that are left, in their order; empty unless repeated
     */
    record AllOnce(Addition addition, List<TrackSummary> earlier) {}

    /** Stores new tracks, all or none, whose ids nobody has yet. */
    void addAll(List<Track> tracks);

    /**
     * Stores new tracks, all or none, unless as many were stored under the same key since a certain time, in one step,
     * whoever else does the same at that moment. {@code DELETED_SINCE} means that none of them is left.
     *
     * @param tracks at least one
     * @param forgetBefore keys used earlier than this are forgotten
     */
    AllOnce addAllOnce(List<Track> tracks, IdempotencyKey key, Instant forgetBefore);

    /**
     * Tracks of one message, the newest first.
     *
     * @param messageGroupId what they have in common, in any case
     * @param limit how many at most
     */
    List<TrackSummary> ofGroup(String messageGroupId, int limit);

    /** One track; empty when there is none. */
    Optional<TrackSummary> find(TrackId id);

    /**
     * Those of some tracks that there are, the newest first.
     *
     * @param ids at most 1000
     */
    List<TrackSummary> withIds(Collection<TrackId> ids);

    /**
     * Tracks in an order.
     *
     * @param after leaves out all up to and including this position, which is one of that order; null: from the start
     * @param limit how many at most
     */
    List<TrackSummary> page(TrackFilter filter, TrackSort sort, @Nullable TrackPosition after, int limit);

    /**
     * How many tracks match each of some filters by a group, or by being hot or quiet.
     *
     * @param most so many tracks at most are looked at for each filter, so that it takes no longer where there are more
     * @return in the order of the filters
     */
    List<TracksCounted> count(List<TrackFilter> filters, int most);

    /**
     * Replaces the owner's notes on a track, by which it is then found; false when there is none.
     *
     * @param notes null for none
     */
    boolean editNotes(TrackId id, @Nullable String notes);

    /** Says whether the owner wants to see a track first; false when there is none. */
    boolean pin(TrackId id, boolean pinned);

    /**
     * Records nothing for a track any more that arrives from a time on; what arrived before is recorded still. One that
     * is stopped already stays as it is.
     *
     * @return false when there is none
     */
    boolean stop(TrackId id, Instant at);

    /** Records for a track again; false when there is none. */
    boolean resume(TrackId id);

    /** Removes a track with all its opens; false when there is none. */
    boolean delete(TrackId id);
}
