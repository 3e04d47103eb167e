package com.tachyonfuture.mailtrack.application.track;

import com.tachyonfuture.mailtrack.application.track.port.Tracks;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** Ends the recording of a track's opens, without its image being answered in another way, and begins it again. */
public final class StopTrack {

    private final Tracks tracks;
    private final InstantSource clock;

    public StopTrack(Tracks tracks, InstantSource clock) {
        this.tracks = tracks;
        this.clock = clock;
    }

    /** Stops the track with this id, from now on; false when there is none. */
    public boolean by(TrackId id) {
        return tracks.stop(id, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    /** Lets the track with this id go on; false when there is none. */
    public boolean undo(TrackId id) {
        return tracks.resume(id);
    }
}
