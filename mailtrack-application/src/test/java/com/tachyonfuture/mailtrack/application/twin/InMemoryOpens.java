package com.tachyonfuture.mailtrack.application.twin;

import com.tachyonfuture.mailtrack.application.recording.RecentRead;
import com.tachyonfuture.mailtrack.application.recording.port.Opens;
import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.domain.recording.Open;
import com.tachyonfuture.mailtrack.domain.track.TrackDetails;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@link Opens} in memory. */
public final class InMemoryOpens implements Opens {

    private final InMemoryStorage storage;

    public InMemoryOpens(InMemoryStorage storage) {
        this.storage = storage;
    }

    @Override
    public List<Open> of(TrackId track, long before, int limit) {
        synchronized (storage) {
            storage.check();
            return storage.opens.headMap(before, false).descendingMap().values().stream()
                    .filter(open -> open.trackId().equals(track))
                    .limit(limit)
                    .toList();
        }
    }

    @Override
    public List<Open> latestReads(TrackId track, int among, int limit) {
        return of(track, Long.MAX_VALUE, among).stream()
                .filter(Open::isCounted)
                .limit(limit)
                .toList();
    }

    @Override
    public List<Open> inPeriod(Instant since, long afterId, @Nullable Instant until, int limit) {
        synchronized (storage) {
            storage.check();
            return storage.opens.values().stream()
                    .filter(open -> isIn(Objects.requireNonNullElse(open.openedAt(), Instant.MIN), since, until))
                    .filter(open -> !since.equals(open.openedAt()) || open.id() > afterId)
                    .sorted(Comparator.comparing((Open open) -> Objects.requireNonNull(open.openedAt()))
                            .thenComparingLong(Open::id))
                    .limit(limit)
                    .toList();
        }
    }

    @Override
    public Stretch inPeriod(
            Verdict verdict, Instant since, long afterId, @Nullable Instant until, int among, int limit) {
        List<Open> next = inPeriod(since, afterId, until, among);
        Open last = next.size() < among ? null : next.get(among - 1);
        return new Stretch(
                next.stream()
                        .filter(open -> isJudged(open, verdict))
                        .limit(limit)
                        .toList(),
                last == null ? null : new End(Objects.requireNonNull(last.openedAt()), last.id()));
    }

    private static boolean isJudged(Open open, Verdict verdict) {
        return open.judgement() != null && open.judgement().verdict() == verdict;
    }

    private static boolean isIn(Instant time, Instant since, @Nullable Instant until) {
        return !time.isBefore(since) && (until == null || time.isBefore(until));
    }

    @Override
    public List<Open> latestOf(Collection<TrackId> tracks, int limit) {
        synchronized (storage) {
            return tracks.stream()
                    .flatMap(track -> of(track, Long.MAX_VALUE, limit).stream())
                    .sorted(Comparator.comparingLong(Open::id).reversed())
                    .toList();
        }
    }

    @Override
    public List<RecentRead> readsSince(Instant since, int limit) {
        synchronized (storage) {
            storage.check();
            return reads().filter(read -> !read.openedAt().isBefore(since))
                    .limit(limit)
                    .toList();
        }
    }

    @Override
    public Optional<RecentRead> latestRead() {
        synchronized (storage) {
            storage.check();
            return reads().reduce((earlier, later) -> later);
        }
    }

    private Stream<RecentRead> reads() {
        return storage.opens.values().stream()
                .filter(open -> open.isCounted() && open.openedAt() != null)
                .map(this::read)
                .sorted(Comparator.comparing(RecentRead::openedAt).thenComparingLong(RecentRead::openId));
    }

    private RecentRead read(Open open) {
        TrackDetails details =
                Objects.requireNonNull(storage.tracks.get(open.trackId())).details();
        return new RecentRead(
                open.id(),
                Objects.requireNonNull(open.openedAt()),
                open.trackId(),
                details.recipient(),
                details.subject(),
                open.readersPlace().country(),
                open.readersPlace().city());
    }
}
