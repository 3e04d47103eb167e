package com.tachyonfuture.mailtrack.application.twin;

import com.tachyonfuture.mailtrack.application.live.Arrival;
import com.tachyonfuture.mailtrack.application.live.port.Arrivals;
import com.tachyonfuture.mailtrack.application.track.TrackSummary;
import com.tachyonfuture.mailtrack.domain.recording.Open;
import java.util.List;
import java.util.Objects;

/** {@link Arrivals} in memory. */
public final class InMemoryArrivals implements Arrivals {

    private final InMemoryStorage storage;

    public InMemoryArrivals(InMemoryStorage storage) {
        this.storage = storage;
    }

    @Override
    public long latest() {
        synchronized (storage) {
            storage.check();
            return storage.opens.isEmpty() ? 0 : storage.opens.lastKey();
        }
    }

    @Override
    public List<Arrival> after(long id, int limit) {
        synchronized (storage) {
            storage.check();
            return storage.opens.tailMap(id, false).values().stream()
                    .limit(limit)
                    .map(this::arrival)
                    .toList();
        }
    }

    private Arrival arrival(Open open) {
        TrackSummary track = storage.summary(Objects.requireNonNull(storage.tracks.get(open.trackId())));
        var judgement = open.judgement();
        return new Arrival(
                open.id(),
                open.trackId(),
                open.openedAt(),
                judgement == null ? null : judgement.verdict(),
                open.isCounted(),
                track.track().details().recipient(),
                track.track().details().subject(),
                track.activity().opens(),
                track.activity().reads());
    }
}
