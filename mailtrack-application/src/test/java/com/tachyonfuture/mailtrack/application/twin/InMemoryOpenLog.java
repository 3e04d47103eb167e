package com.tachyonfuture.mailtrack.application.twin;

import com.tachyonfuture.mailtrack.application.classify.Judge;
import com.tachyonfuture.mailtrack.application.classify.Judged;
import com.tachyonfuture.mailtrack.application.classify.JudgedHit;
import com.tachyonfuture.mailtrack.application.classify.Origin;
import com.tachyonfuture.mailtrack.application.recording.Batch;
import com.tachyonfuture.mailtrack.application.recording.QuarantineReason;
import com.tachyonfuture.mailtrack.application.recording.QuarantinedHit;
import com.tachyonfuture.mailtrack.application.recording.UsualHit;
import com.tachyonfuture.mailtrack.application.recording.port.OpenLog;
import com.tachyonfuture.mailtrack.domain.address.IpAddress;
import com.tachyonfuture.mailtrack.domain.recording.Hit;
import com.tachyonfuture.mailtrack.domain.recording.Open;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** {@link OpenLog} in memory. */
public final class InMemoryOpenLog implements OpenLog {

    private static final Instant QUARANTINED_AT = Instant.parse("2026-11-21T00:00:00Z");

    private final InMemoryStorage storage;

    public InMemoryOpenLog(InMemoryStorage storage) {
        this.storage = storage;
    }

    @Override
    public Written write(Batch batch, Judge judge) {
        synchronized (storage) {
            storage.check();
            long stored = storage.positions.getOrDefault(batch.spool(), Long.MIN_VALUE);
            if (stored >= batch.end()) {
                return new Written(0, 0);
            }
            int alreadyRecorded = stored > batch.start() ? Math.toIntExact(stored - batch.start()) : 0;
            List<Hit> hits = batch.hits().subList(alreadyRecorded, batch.hits().size());
            List<Hit> known = hits.stream()
                    .filter(hit -> storage.tracks.containsKey(hit.trackId()))
                    .toList();
            List<JudgedHit> judged = known.stream()
                    .filter(hit -> !isStopped(storage, hit))
                    .flatMap(hit -> judge(storage, hit, judge).stream())
                    .toList();
            judged.forEach(hit -> record(storage, hit));
            storage.positions.put(batch.spool(), batch.end());
            return new Written(judged.size(), hits.size() - known.size(), known.size() - judged.size());
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
    public boolean recordsUsualHits(Judge judge) {
        synchronized (storage) {
            storage.check();
            return storage.tracks.keySet().stream().findFirst().map(UsualHit::of).stream()
                    .allMatch(hit ->
                            judge.judge(hit, new Origin(null, null)).hit().equals(hit));
        }
    }

    /** Whether its track had been stopped when it arrived. */
    static boolean isStopped(InMemoryStorage storage, Hit hit) {
        Instant stoppedAt = storage.stopped.get(hit.trackId());
        return stoppedAt != null && !hit.receivedAt().isBefore(stoppedAt);
    }

    /** Empty when there is no such track. Comes before recording, so that a judge that fails leaves nothing behind. */
    static Optional<JudgedHit> judge(InMemoryStorage storage, Hit hit, Judge judge) {
        return Optional.ofNullable(storage.tracks.get(hit.trackId()))
                .map(track -> judge.judge(hit, new Origin(track.createdAt(), track.createdFrom())));
    }

    static void record(InMemoryStorage storage, JudgedHit judged) {
        Hit hit = judged.hit();
        TrackId track =
                Objects.requireNonNull(storage.tracks.get(hit.trackId())).id();
        Open open = open(++storage.lastOpenId, track, judged, isRepeat(storage, judged));
        storage.opens.put(open.id(), open);
    }

    private static boolean isRepeat(InMemoryStorage storage, JudgedHit hit) {
        Judged judged = hit.judged();
        return judged != null
                && storage.views.isRepeat(judged.viewer(), hit.hit().receivedAt());
    }

    private static Open open(long id, TrackId track, JudgedHit judged, boolean repeat) {
        Hit hit = judged.hit();
        return new Open(
                id,
                track,
                hit.receivedAt(),
                Optional.ofNullable(hit.address()).map(IpAddress::toString).orElse(null),
                hit.userAgent(),
                hit.referer(),
                hit.signs(),
                judged.description(),
                Optional.ofNullable(judged.judged()).map(Judged::judgement).orElse(null),
                repeat,
                null,
                null);
    }
}
