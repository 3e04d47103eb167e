package com.tachyonfuture.mailtrack.application.twin;

import com.tachyonfuture.mailtrack.application.track.IdempotencyKey;
import com.tachyonfuture.mailtrack.application.track.TrackFilter;
import com.tachyonfuture.mailtrack.application.track.TrackPosition;
import com.tachyonfuture.mailtrack.application.track.TrackSort;
import com.tachyonfuture.mailtrack.application.track.TrackSummary;
import com.tachyonfuture.mailtrack.application.track.TracksCounted;
import com.tachyonfuture.mailtrack.application.track.port.Tracks;
import com.tachyonfuture.mailtrack.application.twin.InMemoryStorage.UsedKey;
import com.tachyonfuture.mailtrack.domain.track.LetterCase;
import com.tachyonfuture.mailtrack.domain.track.SearchWords;
import com.tachyonfuture.mailtrack.domain.track.Track;
import com.tachyonfuture.mailtrack.domain.track.TrackDetails;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@link Tracks} in memory. */
public final class InMemoryTracks implements Tracks {

    private static final Comparator<TrackSummary> NEWEST_FIRST =
            Comparator.comparing(track -> TrackPosition.of(TrackSort.CREATED, track));

    private final InMemoryStorage storage;

    public InMemoryTracks(InMemoryStorage storage) {
        this.storage = storage;
    }

    @Override
    public void add(Track track) {
        synchronized (storage) {
            storage.check();
            if (storage.tracks.putIfAbsent(track.id(), track) != null) {
                throw new IllegalStateException("there is a track with this id already");
            }
        }
    }

    @Override
    public Once addOnce(Track track, IdempotencyKey key, Instant forgetBefore) {
        synchronized (storage) {
            storage.check();
            storage.keys.values().removeIf(used -> used.usedAt().isBefore(forgetBefore));
            UsedKey used = storage.keys.get(key.keyHash());
            if (used == null) {
                add(track);
                Instant usedAt = track.createdAt() == null ? Instant.EPOCH : track.createdAt();
                storage.keys.put(key.keyHash(), new UsedKey(key, track.id(), usedAt));
                return new Once(Addition.ADDED, null);
            }
            if (!used.key().equals(key)) {
                return new Once(Addition.KEY_REUSED, null);
            }
            return find(used.track())
                    .map(earlier -> new Once(Addition.REPEATED, earlier))
                    .orElseGet(() -> new Once(Addition.DELETED_SINCE, null));
        }
    }

    @Override
    public void addAll(List<Track> tracks) {
        synchronized (storage) {
            if (tracks.stream().anyMatch(track -> storage.tracks.containsKey(track.id()))) {
                throw new IllegalStateException("there is a track with one of these ids already");
            }
            tracks.forEach(this::add);
        }
    }

    @Override
    public AllOnce addAllOnce(List<Track> tracks, IdempotencyKey key, Instant forgetBefore) {
        synchronized (storage) {
            Once first = addOnce(tracks.get(0), key, forgetBefore);
            if (first.addition() == Addition.ADDED) {
                for (int i = 1; i < tracks.size(); i++) {
                    addOnce(tracks.get(i), key.part(i), forgetBefore);
                }
            }
            boolean sameRequest = first.addition() == Addition.REPEATED || first.addition() == Addition.DELETED_SINCE;
            return sameRequest ? repeated(key, tracks.size()) : new AllOnce(first.addition(), List.of());
        }
    }

    private AllOnce repeated(IdempotencyKey key, int count) {
        List<TrackSummary> left = IntStream.range(0, count)
                .mapToObj(number -> storage.keys.get(key.part(number).keyHash()))
                .flatMap(used -> used == null ? Stream.empty() : find(used.track()).stream())
                .sorted(NEWEST_FIRST)
                .toList();
        return new AllOnce(left.isEmpty() ? Addition.DELETED_SINCE : Addition.REPEATED, left);
    }

    @Override
    public List<TrackSummary> ofGroup(String messageGroupId, int limit) {
        synchronized (storage) {
            storage.check();
            return storage.tracks.values().stream()
                    .filter(track ->
                            messageGroupId.equalsIgnoreCase(track.details().messageGroupId()))
                    .map(storage::summary)
                    .sorted(NEWEST_FIRST)
                    .limit(limit)
                    .toList();
        }
    }

    @Override
    public Optional<TrackSummary> find(TrackId id) {
        synchronized (storage) {
            storage.check();
            return Optional.ofNullable(storage.tracks.get(id)).map(storage::summary);
        }
    }

    @Override
    public List<TrackSummary> withIds(Collection<TrackId> ids) {
        synchronized (storage) {
            storage.check();
            return ids.stream()
                    .distinct()
                    .flatMap(id -> Optional.ofNullable(storage.tracks.get(id)).stream())
                    .map(storage::summary)
                    .sorted(NEWEST_FIRST)
                    .toList();
        }
    }

    @Override
    public List<TrackSummary> page(TrackFilter filter, TrackSort sort, @Nullable TrackPosition after, int limit) {
        synchronized (storage) {
            storage.check();
            return storage.tracks.values().stream()
                    .map(storage::summary)
                    .filter(track -> matches(filter, track))
                    .filter(track ->
                            after == null || TrackPosition.of(sort, track).compareTo(after) > 0)
                    .sorted(Comparator.comparing(track -> TrackPosition.of(sort, track)))
                    .limit(limit)
                    .toList();
        }
    }

    @Override
    public List<TracksCounted> count(List<TrackFilter> filters, int most) {
        synchronized (storage) {
            storage.check();
            return filters.stream().map(filter -> count(filter, most)).toList();
        }
    }

    private TracksCounted count(TrackFilter filter, int most) {
        long number = storage.tracks.values().stream()
                .map(storage::summary)
                .filter(track -> matches(filter, track))
                .count();
        return new TracksCounted(Math.min(number, most), number <= most);
    }

    private static boolean matches(TrackFilter filter, TrackSummary summary) {
        TrackDetails details = summary.track().details();
        Instant createdAt = summary.track().createdAt();
        return (filter.words() == null || SearchWords.match(index(details), filter.words()))
                && (filter.recipient() == null || isFor(filter.recipient(), details.recipient()))
                && (filter.messageGroupId() == null || filter.messageGroupId().equals(details.messageGroupId()))
                && (filter.pinned() == null || filter.pinned() == summary.pinned())
                && (filter.stopped() == null || filter.stopped() == summary.isStopped())
                && (filter.hotAt() == null || summary.activity().isHot(filter.hotAt()))
                && (filter.quietAt() == null || summary.activity().isQuiet(filter.quietAt()))
                && (filter.read() == null || filter.read() == summary.activity().isRead())
                && (filter.state() == null || filter.state() == summary.state())
                && (filter.verdict() == null || summary.verdicts().of(filter.verdict()) > 0)
                && (filter.since() == null || (createdAt != null && !createdAt.isBefore(filter.since())))
                && (filter.until() == null || (createdAt != null && createdAt.isBefore(filter.until())));
    }

    private static boolean isFor(String wanted, @Nullable String recipient) {
        return recipient != null && LetterCase.folded(wanted).equals(LetterCase.folded(recipient));
    }

    private static String index(TrackDetails details) {
        return SearchWords.index(details.recipient(), details.subject(), details.notes());
    }

    @Override
    public boolean editNotes(TrackId id, @Nullable String notes) {
        synchronized (storage) {
            storage.check();
            return storage.tracks.computeIfPresent(id, (same, track) -> withNotes(track, notes)) != null;
        }
    }

    private static Track withNotes(Track track, @Nullable String notes) {
        TrackDetails before = track.details();
        var details = new TrackDetails(before.recipient(), before.subject(), notes, before.messageGroupId());
        return new Track(track.id(), details, track.createdAt(), track.createdFrom());
    }

    @Override
    public boolean pin(TrackId id, boolean pinned) {
        synchronized (storage) {
            storage.check();
            boolean found = storage.tracks.containsKey(id);
            if (found && pinned) {
                storage.pinned.add(id);
            } else {
                storage.pinned.remove(id);
            }
            return found;
        }
    }

    @Override
    public boolean stop(TrackId id, Instant at) {
        synchronized (storage) {
            storage.check();
            boolean found = storage.tracks.containsKey(id);
            if (found) {
                storage.stopped.putIfAbsent(id, at);
            }
            return found;
        }
    }

    @Override
    public boolean resume(TrackId id) {
        synchronized (storage) {
            storage.check();
            storage.stopped.remove(id);
            return storage.tracks.containsKey(id);
        }
    }

    @Override
    public boolean delete(TrackId id) {
        synchronized (storage) {
            storage.check();
            storage.opens.values().removeIf(open -> open.trackId().equals(id));
            storage.pinned.remove(id);
            storage.stopped.remove(id);
            return storage.tracks.remove(id) != null;
        }
    }
}
