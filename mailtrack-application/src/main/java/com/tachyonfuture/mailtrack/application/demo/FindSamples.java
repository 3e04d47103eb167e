package com.tachyonfuture.mailtrack.application.demo;

import com.tachyonfuture.mailtrack.application.demo.port.SampleTracks;

/** Tells whether what is shown is made up. */
public final class FindSamples {

    private final SampleTracks samples;

    public FindSamples(SampleTracks samples) {
        this.samples = samples;
    }

    /** Whether there are sample tracks. */
    public boolean areThere() {
        return !samples.some(1).isEmpty();
    }
}
