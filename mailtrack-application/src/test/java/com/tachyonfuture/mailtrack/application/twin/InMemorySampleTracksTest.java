package com.tachyonfuture.mailtrack.application.twin;

import com.tachyonfuture.mailtrack.application.contract.SampleTracksContract;
import com.tachyonfuture.mailtrack.application.demo.port.SampleTracks;

final class InMemorySampleTracksTest extends InMemoryStorageFixture implements SampleTracksContract {

    @Override
    public SampleTracks sampleTracks() {
        return new InMemorySampleTracks(storage());
    }
}
