package com.tachyonfuture.mailtrack.application.demo;

import com.tachyonfuture.mailtrack.application.demo.port.SampleTracks;
import com.tachyonfuture.mailtrack.application.track.port.Tracks;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import java.util.List;

/** Removes the sample tracks with their opens, and nothing else, whatever was added to them or beside them. */
public final class RemoveSamples {

    private static final int AT_ONCE = 100;

    private final SampleTracks samples;
    private final Tracks tracks;

    public RemoveSamples(SampleTracks samples, Tracks tracks) {
        this.samples = samples;
        this.tracks = tracks;
    }

    /** Removes all of them; how many there were. What fails in between can be tried again. */
    public int all() {
        int removed = 0;
        for (List<TrackId> some = samples.some(AT_ONCE); !some.isEmpty(); some = samples.some(AT_ONCE)) {
            for (TrackId id : some) {
                removed += tracks.delete(id) ? 1 : 0;
            }
        }
        return removed;
    }
}
