package com.tachyonfuture.mailtrack.application.track;

import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.domain.classify.VerdictCounts;
import com.tachyonfuture.mailtrack.domain.track.Activity;
import com.tachyonfuture.mailtrack.domain.track.Track;
import com.tachyonfuture.mailtrack.domain.track.TrackState;

/** A track and what happened to it, as lists show it. */
public record TrackSummary(Track track, Activity activity, VerdictCounts verdicts) {

    /** Where no open was judged. */
    public TrackSummary(Track track, Activity activity) {
        this(track, activity, VerdictCounts.NONE);
    }

    /** What is known of the track, in a word. */
    public TrackState state() {
        return activity.state(verdicts.of(Verdict.SELF));
    }

    /** A track that nothing fetched yet. */
    public static TrackSummary untouched(Track track) {
        return new TrackSummary(track, Activity.NONE);
    }
}
