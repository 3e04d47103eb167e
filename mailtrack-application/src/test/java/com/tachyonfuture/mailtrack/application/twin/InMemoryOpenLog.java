package com.tachyonfuture.mailtrack.application.twin;

import com.tachyonfuture.mailtrack.application.recording.Batch;
import com.tachyonfuture.mailtrack.application.recording.QuarantineReason;
import com.tachyonfuture.mailtrack.application.recording.QuarantinedHit;
import com.tachyonfuture.mailtrack.application.recording.port.OpenLog;
import com.tachyonfuture.mailtrack.domain.recording.Hit;
import com.tachyonfuture.mailtrack.domain.recording.IpAddress;
import com.tachyonfuture.mailtrack.domain.recording.Open;
import com.tachyonfuture.mailtrack.domain.track.Activity;
import com.tachyonfuture.mailtrack.domain.track.Track;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** {@link OpenLog} in memory. */
public final class InMemoryOpenLog implements OpenLog {

    private static final Instant QUARANTINED_AT = Instant.parse("2026-11-21T00:00:00Z");

    private final InMemoryStorage storage;

    public InMemoryOpenLog(InMemoryStorage storage) {
        this.storage = storage;
    }

    @Override
    public Written write(Batch batch) {
        synchronized (storage) {
            storage.check();
            long stored = storage.positions.getOrDefault(batch.spool(), Long.MIN_VALUE);
            if (stored >= batch.end()) {
                return new Written(0, 0);
            }
            int alreadyRecorded = stored > batch.start() ? Math.toIntExact(stored - batch.start()) : 0;
            List<Hit> hits = batch.hits().subList(alreadyRecorded, batch.hits().size());
            long recorded = hits.stream().filter(hit -> record(storage, hit)).count();
            storage.positions.put(batch.spool(), batch.end());
            return new Written((int) recorded, hits.size() - (int) recorded);
        }
    }

    @Override
    public boolean quarantine(Batch one, QuarantineReason reason, RuntimeException failure) {
        synchronized (storage) {
            storage.check();
            if (storage.positions.getOrDefault(one.spool(), Long.MIN_VALUE) >= one.end()) {
                return false;
            }
            long id = ++storage.lastQuarantinedId;
            Hit hit = one.hits().get(0);
            storage.quarantined.put(id, new QuarantinedHit(id, one.spool(), one.start(), hit, reason, QUARANTINED_AT));
            storage.positions.put(one.spool(), one.end());
            return true;
        }
    }

    @Override
    public boolean recordsUsualHits() {
        synchronized (storage) {
            storage.check();
            return true;
        }
    }

    static boolean record(InMemoryStorage storage, Hit hit) {
        Track track = storage.tracks.get(hit.trackId());
        if (track == null) {
            return false;
        }
        long id = ++storage.lastOpenId;
        String address =
                Optional.ofNullable(hit.address()).map(IpAddress::toString).orElse(null);
        var open = new Open(
                id, track.id(), hit.receivedAt(), address, hit.userAgent(), hit.referer(), null, null, null, null);
        storage.opens.put(id, open);
        Activity before = storage.activities.getOrDefault(track.id(), Activity.NONE);
        storage.activities.put(track.id(), before.and(hit.receivedAt(), open.isRead()));
        return true;
    }
}
