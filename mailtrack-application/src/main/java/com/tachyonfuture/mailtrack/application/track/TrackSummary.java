package com.tachyonfuture.mailtrack.application.track;

import com.tachyonfuture.mailtrack.domain.track.Activity;
import com.tachyonfuture.mailtrack.domain.track.Track;

/** A track and what happened to it, as lists show it. */
public record TrackSummary(Track track, Activity activity) {

    /** A track that nothing fetched yet. */
    public static TrackSummary untouched(Track track) {
        return new TrackSummary(track, Activity.NONE);
    }
}
