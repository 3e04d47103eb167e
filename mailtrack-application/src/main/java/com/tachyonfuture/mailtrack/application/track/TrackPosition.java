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
        return Cursors.decode(cursor, "track")
                .filter(parts -> parts.size() == 2)
                .flatMap(parts -> {
                    Optional<TrackId> id = TrackId.parse(parts.get(1));
                    if (parts.get(0).equals(UNDATED)) {
                        return id.map(undated -> new TrackPosition(null, undated));
                    }
                    Optional<Instant> createdAt =
                            Cursors.number(parts.get(0)).map(micros -> Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
                    return createdAt.flatMap(instant -> id.map(dated -> new TrackPosition(instant, dated)));
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
