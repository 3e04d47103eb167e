package com.tachyonfuture.mailtrack.application.track;

import com.tachyonfuture.mailtrack.application.track.port.Tracks;
import com.tachyonfuture.mailtrack.domain.track.TrackId;

/** Marks tracks that the owner wants to see first. */
public final class PinTrack {

    private final Tracks tracks;

    public PinTrack(Tracks tracks) {
        this.tracks = tracks;
    }

    /** Pins the track with this id; false when there is none. */
    public boolean by(TrackId id) {
        return tracks.pin(id, true);
    }

    /** Takes the pin off the track with this id; false when there is none. */
    public boolean undo(TrackId id) {
        return tracks.pin(id, false);
    }
}
