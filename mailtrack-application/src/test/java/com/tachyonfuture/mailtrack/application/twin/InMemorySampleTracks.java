package com.tachyonfuture.mailtrack.application.twin;

import com.tachyonfuture.mailtrack.application.demo.SampleMark;
import com.tachyonfuture.mailtrack.application.demo.port.SampleTracks;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import java.util.List;

/** {@link SampleTracks} in memory. */
public final class InMemorySampleTracks implements SampleTracks {

    private final InMemoryStorage storage;

    public InMemorySampleTracks(InMemoryStorage storage) {
        this.storage = storage;
    }

    @Override
    public List<TrackId> some(int limit) {
        synchronized (storage) {
            storage.check();
            return storage.tracks.keySet().stream()
                    .filter(SampleMark::isOn)
                    .limit(limit)
                    .toList();
        }
    }

    @Override
    public boolean areOthersThere() {
        synchronized (storage) {
            storage.check();
            return !storage.tracks.keySet().stream().allMatch(SampleMark::isOn);
        }
    }
}
