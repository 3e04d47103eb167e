package com.tachyonfuture.mailtrack.application.twin;

import com.tachyonfuture.mailtrack.application.recipient.Recipient;
import com.tachyonfuture.mailtrack.application.recipient.RecipientPosition;
import com.tachyonfuture.mailtrack.application.recipient.RecipientSort;
import com.tachyonfuture.mailtrack.application.recipient.port.Recipients;
import com.tachyonfuture.mailtrack.application.track.TrackPosition;
import com.tachyonfuture.mailtrack.application.track.TrackSort;
import com.tachyonfuture.mailtrack.application.track.TrackSummary;
import com.tachyonfuture.mailtrack.domain.recipient.RecipientKey;
import com.tachyonfuture.mailtrack.domain.recipient.RecipientName;
import com.tachyonfuture.mailtrack.domain.track.Activity;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@link Recipients} in memory: counted anew each time. */
public final class InMemoryRecipients implements Recipients {

    private static final Comparator<RecipientPosition> GREATEST_FIRST = Comparator.comparing(
                    RecipientPosition::number, Comparator.nullsFirst(Comparator.<Long>naturalOrder()))
            .thenComparing(RecipientPosition::key)
            .reversed();

    private static final Comparator<RecipientPosition> BY_NAME = Comparator.comparing(
                    (RecipientPosition position) -> position.name().getBytes(StandardCharsets.UTF_8),
                    Arrays::compareUnsigned)
            .thenComparing(RecipientPosition::key);

    private final InMemoryStorage storage;

    public InMemoryRecipients(InMemoryStorage storage) {
        this.storage = storage;
    }

    @Override
    public List<Recipient> page(RecipientSort sort, String prefix, @Nullable RecipientPosition after, int limit) {
        synchronized (storage) {
            storage.check();
            RecipientSort order = prefix.isEmpty() ? sort : RecipientSort.NAME;
            Comparator<RecipientPosition> comparator = order == RecipientSort.NAME ? BY_NAME : GREATEST_FIRST;
            return all().filter(one -> RecipientName.folded(one.name()).startsWith(prefix))
                    .filter(one -> after == null || comparator.compare(RecipientPosition.of(one, order), after) > 0)
                    .sorted(Comparator.comparing(one -> RecipientPosition.of(one, order), comparator))
                    .limit(limit)
                    .toList();
        }
    }

    @Override
    public Optional<Recipient> find(RecipientKey key) {
        synchronized (storage) {
            storage.check();
            return all().filter(one -> one.key().equals(key)).findFirst();
        }
    }

    @Override
    public List<Duration> timesToFirstRead(Recipient recipient, int newest) {
        synchronized (storage) {
            storage.check();
            return tracks(recipient.key())
                    .limit(newest)
                    .flatMap(track -> Stream.ofNullable(timeToFirstRead(track)))
                    .toList();
        }
    }

    private static @Nullable Duration timeToFirstRead(TrackSummary summary) {
        Instant createdAt = summary.track().createdAt();
        Instant readAt = summary.activity().firstReadAt();
        return createdAt == null || readAt == null ? null : Duration.between(createdAt, readAt);
    }

    private Stream<Recipient> all() {
        return storage.tracks.values().stream()
                .flatMap(track -> RecipientKey.of(track.details().recipient()).stream())
                .collect(Collectors.toMap(key -> key, key -> key, (one, other) -> one, TreeMap::new))
                .keySet()
                .stream()
                .map(key -> recipient(key, tracks(key).toList()));
    }

    /** The newest first. */
    private Stream<TrackSummary> tracks(RecipientKey key) {
        return storage.tracks.values().stream()
                .filter(track -> RecipientKey.of(track.details().recipient())
                        .filter(key::equals)
                        .isPresent())
                .map(storage::summary)
                .sorted(Comparator.comparing(summary -> TrackPosition.of(TrackSort.CREATED, summary)));
    }

    private static Recipient recipient(RecipientKey key, List<TrackSummary> tracks) {
        return new Recipient(
                key,
                Objects.requireNonNull(tracks.get(0).track().details().recipient()),
                tracks.size(),
                count(tracks, Activity::isDelivered),
                count(tracks, Activity::isRead),
                tracks.stream().mapToLong(track -> track.activity().reads()).sum(),
                tracks.stream()
                        .flatMap(track -> Stream.ofNullable(track.activity().lastReadAt()))
                        .max(Comparator.naturalOrder())
                        .orElse(null));
    }

    private static long count(List<TrackSummary> tracks, Predicate<Activity> counts) {
        return tracks.stream().map(TrackSummary::activity).filter(counts).count();
    }
}
