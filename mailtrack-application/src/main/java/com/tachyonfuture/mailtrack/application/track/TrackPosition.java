package com.tachyonfuture.mailtrack.application.track;

import com.tachyonfuture.mailtrack.application.Cursors;
import com.tachyonfuture.mailtrack.domain.track.Track;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a track stands in the list: newest first, those without a date last, by descending id where dates are equal.
 */
public record TrackPosition(@Nullable Instant createdAt, TrackId id) implements Comparable<TrackPosition> {

    private static final String UNDATED = "-";

    private static final Comparator<TrackPosition> NEWEST_FIRST = Comparator.comparing(
                    TrackPosition::createdAt, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()))
            .thenComparing(TrackPosition::id)
            .reversed();

    public static TrackPosition of(Track track) {
        return new TrackPosition(track.createdAt(), track.id());
    }

    /** The position that a cursor stands for; empty when it was not made by {@link #cursor()}. */
    static Optional<TrackPosition> parse(String cursor) {
        return Cursors.decode(cursor, "track").flatMap(parts -> {
            if (parts.size() != 2) {
                return Optional.empty();
            }
            Optional<Instant> createdAt = parts.get(0).equals(UNDATED)
                    ? Optional.empty()
                    : Cursors.number(parts.get(0)).map(micros -> Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
            if (createdAt.isEmpty() && !parts.get(0).equals(UNDATED)) {
                return Optional.empty();
            }
            return TrackId.parse(parts.get(1)).map(id -> new TrackPosition(createdAt.orElse(null), id));
        });
    }

    String cursor() {
        String date = createdAt == null ? UNDATED : String.valueOf(ChronoUnit.MICROS.between(Instant.EPOCH, createdAt));
        return Cursors.encode("track", date, id.value());
    }

    @Override
    public int compareTo(TrackPosition other) {
        return NEWEST_FIRST.compare(this, other);
    }
}
