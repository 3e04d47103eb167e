package com.tachyonfuture.mailtrack.application.track;

import com.tachyonfuture.mailtrack.application.track.port.Tracks;
import com.tachyonfuture.mailtrack.domain.track.TrackId;

/** Deletes a track and all its opens, for good. */
public final class DeleteTrack {

    private final Tracks tracks;

    public DeleteTrack(Tracks tracks) {
        this.tracks = tracks;
    }

    /** Deletes the track with this id; false when there is none. */
    public boolean by(TrackId id) {
        return tracks.delete(id);
    }
}
