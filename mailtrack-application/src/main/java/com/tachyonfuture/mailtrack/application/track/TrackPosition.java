package com.tachyonfuture.mailtrack.application.track;

import com.tachyonfuture.mailtrack.application.Cursors;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a track stands in a list of some order. It stays where it is when the track moves or goes, so that the next
 * page begins where this one ended.
 *
 * @param recipient null unless the order asks for it, and where there is none
 * @param reads 0 unless the order asks for it
 * @param at the time that the order asks for; null where nobody knows it
 */
public record TrackPosition(
        TrackSort sort,
        @Nullable String recipient,
        long reads,
        @Nullable Instant at,
        TrackId id) implements Comparable<TrackPosition> {

    private static final String NONE = "-";

    /** Before a text, so that an empty one, or a dash, is not taken for none. */
    private static final String SOME = "+";

    private static final Comparator<TrackPosition> BY_TIME = Comparator.comparing(
                    TrackPosition::at, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()))
            .thenComparing(TrackPosition::id);

    private static final Comparator<TrackPosition> NEWEST_FIRST = BY_TIME.reversed();

    private static final Comparator<TrackPosition> MOST_READ_FIRST =
            Comparator.comparingLong(TrackPosition::reads).reversed().thenComparing(NEWEST_FIRST);

    private static final Comparator<TrackPosition> BY_RECIPIENT = Comparator.comparing(
                    TrackPosition::recipient, Comparator.nullsFirst(String.CASE_INSENSITIVE_ORDER))
            .thenComparing(BY_TIME);

    public static TrackPosition of(TrackSort sort, TrackSummary summary) {
        Instant createdAt = summary.track().createdAt();
        TrackId id = summary.track().id();
        return switch (sort) {
            case ACTIVE -> new TrackPosition(sort, null, 0, summary.activeAt(), id);
            case CREATED -> new TrackPosition(sort, null, 0, createdAt, id);
            case READS -> new TrackPosition(sort, null, summary.activity().reads(), createdAt, id);
            case RECIPIENT -> new TrackPosition(sort, summary.track().details().recipient(), 0, createdAt, id);
        };
    }

    /** The position that a cursor stands for; empty when it was not made by {@link #cursor()} for that order. */
    static Optional<TrackPosition> parse(TrackSort sort, String cursor) {
        return Cursors.decode(cursor, kind(sort)).flatMap(parts -> parse(sort, parts));
    }

    private static Optional<TrackPosition> parse(TrackSort sort, List<String> parts) {
        return switch (sort) {
            case ACTIVE, CREATED ->
                parts.size() == 2 ? parse(sort, null, 0, parts.get(0), parts.get(1)) : Optional.empty();
            case READS ->
                parts.size() == 3
                        ? Cursors.number(parts.get(0))
                                .flatMap(reads -> parse(sort, null, reads, parts.get(1), parts.get(2)))
                        : Optional.empty();
            case RECIPIENT -> parts.size() == 3 ? parseByRecipient(sort, parts) : Optional.empty();
        };
    }

    private static Optional<TrackPosition> parse(
            TrackSort sort, @Nullable String recipient, long reads, String date, String id) {
        Optional<TrackId> known = TrackId.parse(id);
        if (date.equals(NONE)) {
            return known.map(undated -> new TrackPosition(sort, recipient, reads, null, undated));
        }
        return Cursors.number(date)
                .map(micros -> Instant.EPOCH.plus(micros, ChronoUnit.MICROS))
                .flatMap(at -> known.map(dated -> new TrackPosition(sort, recipient, reads, at, dated)));
    }

    private static Optional<TrackPosition> parseByRecipient(TrackSort sort, List<String> parts) {
        String recipient = parts.get(0);
        if (recipient.equals(NONE)) {
            return parse(sort, null, 0, parts.get(1), parts.get(2));
        }
        return Optional.of(recipient)
                .filter(part -> part.startsWith(SOME))
                .flatMap(part -> Cursors.text(part.substring(1)))
                .flatMap(text -> parse(sort, text, 0, parts.get(1), parts.get(2)));
    }

    String cursor() {
        String date = at == null ? NONE : String.valueOf(ChronoUnit.MICROS.between(Instant.EPOCH, at));
        return switch (sort) {
            case ACTIVE, CREATED -> Cursors.encode(kind(sort), date, id.value());
            case READS -> Cursors.encode(kind(sort), String.valueOf(reads), date, id.value());
            case RECIPIENT ->
                Cursors.encode(kind(sort), recipient == null ? NONE : SOME + Cursors.part(recipient), date, id.value());
        };
    }

    private static String kind(TrackSort sort) {
        return sort == TrackSort.CREATED ? "track" : "track-" + sort.code();
    }

    @Override
    public int compareTo(TrackPosition other) {
        return switch (sort) {
            case ACTIVE, CREATED -> NEWEST_FIRST.compare(this, other);
            case READS -> MOST_READ_FIRST.compare(this, other);
            case RECIPIENT -> BY_RECIPIENT.compare(this, other);
        };
    }
}
