package com.tachyonfuture.mailtrack.application.track;

import com.tachyonfuture.mailtrack.domain.classify.VerdictCounts;
import com.tachyonfuture.mailtrack.domain.track.Activity;
import com.tachyonfuture.mailtrack.domain.track.Track;
import com.tachyonfuture.mailtrack.domain.track.TrackState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A track and what happened to it, as lists show it.
 *
 * @param pinned whether the owner wants to see it first
 * @param stoppedAt since when nothing is recorded for it; null while it is
 */
public record TrackSummary(
        Track track,
        Activity activity,
        VerdictCounts verdicts,
        boolean pinned,
        @Nullable Instant stoppedAt) {

    /** Neither pinned nor stopped. */
    public TrackSummary(Track track, Activity activity, VerdictCounts verdicts) {
        this(track, activity, verdicts, false, null);
    }

    /** Where no open was judged. */
    public TrackSummary(Track track, Activity activity) {
        this(track, activity, VerdictCounts.NONE);
    }

    /** What is known of the track, in a word. */
    public TrackState state() {
        return activity.state();
    }

    /** When something happened last: an open, or else the creation; null where nobody knows. */
    public @Nullable Instant activeAt() {
        return activity.lastOpenedAt() == null ? track.createdAt() : activity.lastOpenedAt();
    }

    /** A track that nothing fetched yet. */
    public static TrackSummary untouched(Track track) {
        return new TrackSummary(track, Activity.NONE);
    }

    public boolean isStopped() {
        return stoppedAt != null;
    }
}
