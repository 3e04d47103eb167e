package com.tachyonfuture.mailtrack.application.twin;

import com.tachyonfuture.mailtrack.application.classify.Judge;
import com.tachyonfuture.mailtrack.application.classify.JudgedHit;
import com.tachyonfuture.mailtrack.application.recording.QuarantinedHit;
import com.tachyonfuture.mailtrack.application.recording.port.Quarantine;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** {@link Quarantine} in memory. */
public final class InMemoryQuarantine implements Quarantine {

    private final InMemoryStorage storage;

    public InMemoryQuarantine(InMemoryStorage storage) {
        this.storage = storage;
    }

    @Override
    public List<QuarantinedHit> after(long id, int limit) {
        synchronized (storage) {
            storage.check();
            return storage.quarantined.tailMap(id, false).values().stream()
                    .limit(limit)
                    .toList();
        }
    }

    @Override
    public long count() {
        synchronized (storage) {
            storage.check();
            return storage.quarantined.size();
        }
    }

    @Override
    public Replay replay(long id, Judge judge) {
        synchronized (storage) {
            storage.check();
            QuarantinedHit found = storage.quarantined.get(id);
            if (found == null) {
                return Replay.NOT_THERE;
            }
            Optional<JudgedHit> judged = InMemoryOpenLog.judge(storage, found.hit(), judge);
            if (judged.isEmpty()) {
                return Replay.NO_SUCH_TRACK;
            }
            storage.quarantined.remove(id);
            if (InMemoryOpenLog.isStopped(storage, found.hit())) {
                return Replay.STOPPED;
            }
            InMemoryOpenLog.record(storage, judged.get());
            return Replay.RECORDED;
        }
    }

    @Override
    public int discard(Collection<Long> ids) {
        synchronized (storage) {
            storage.check();
            return Math.toIntExact(ids.stream()
                    .map(storage.quarantined::remove)
                    .filter(Objects::nonNull)
                    .count());
        }
    }
}
