package com.tachyonfuture.mailtrack.application.twin;

import com.tachyonfuture.mailtrack.application.stats.Counts;
import com.tachyonfuture.mailtrack.application.stats.TrackCounts;
import com.tachyonfuture.mailtrack.application.stats.port.Totals;
import com.tachyonfuture.mailtrack.application.track.TrackSummary;
import com.tachyonfuture.mailtrack.domain.recording.Open;
import java.util.List;
import java.util.function.Predicate;

/** {@link Totals} in memory: counted anew each time, which is what the kept counters must agree with. */
public final class InMemoryTotals implements Totals {

    private final InMemoryStorage storage;

    public InMemoryTotals(InMemoryStorage storage) {
        this.storage = storage;
    }

    @Override
    public Counts current() {
        synchronized (storage) {
            storage.check();
            return new Counts(
                    storage.tracks.size(),
                    storage.opens.size(),
                    storage.opens.values().stream().filter(Open::isCounted).count(),
                    storage.opens.values().stream()
                            .map(Open::trackId)
                            .distinct()
                            .count(),
                    storage.verdicts(open -> true),
                    states());
        }
    }

    private TrackCounts states() {
        List<TrackSummary> tracks =
                storage.tracks.values().stream().map(storage::summary).toList();
        return new TrackCounts(
                count(tracks, track -> track.activity().isDelivered()),
                count(tracks, track -> track.activity().isRead()),
                count(tracks, TrackSummary::pinned),
                count(tracks, TrackSummary::isStopped));
    }

    private static long count(List<TrackSummary> tracks, Predicate<TrackSummary> which) {
        return tracks.stream().filter(which).count();
    }
}
