package com.tachyonfuture.mailtrack.application.twin;

import com.tachyonfuture.mailtrack.application.stats.Counts;
import com.tachyonfuture.mailtrack.application.stats.port.Totals;
import com.tachyonfuture.mailtrack.domain.recording.Open;

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
                    storage.verdicts(open -> true));
        }
    }
}
