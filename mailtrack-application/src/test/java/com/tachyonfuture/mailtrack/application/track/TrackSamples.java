package com.tachyonfuture.mailtrack.application.track;

import com.tachyonfuture.mailtrack.domain.track.TrackId;

/** Proves that a test-jar reaches the other modules. */
public final class TrackSamples {

    private TrackSamples() {}

    public static TrackId sample() {
        return new TrackId("sample");
    }
}
