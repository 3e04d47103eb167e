package com.tachyonfuture.mailtrack.application.recipient;

import com.tachyonfuture.mailtrack.application.Cursors;
import com.tachyonfuture.mailtrack.domain.recipient.RecipientKey;
import com.tachyonfuture.mailtrack.domain.recipient.RecipientName;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a recipient stands in a list.
 *
 * @param number what the list is sorted by: points, tracks, or microseconds since 1970; null where nobody knows when
 *     they read, and in a list of names
 * @param name the name as it is compared; empty in other lists
 * @param key decides between equals: descending, and ascending in a list of names
 */
public record RecipientPosition(
        RecipientSort sort, @Nullable Long number, String name, RecipientKey key) {

    private static final String KIND = "recipient";
    private static final String NONE = "-";

    public static RecipientPosition of(Recipient recipient, RecipientSort sort) {
        return switch (sort) {
            case LAST_READ -> new RecipientPosition(sort, micros(recipient.lastReadAt()), "", recipient.key());
            case SENT -> new RecipientPosition(sort, recipient.sent(), "", recipient.key());
            case SCORE ->
                new RecipientPosition(sort, (long) recipient.engagement().score(), "", recipient.key());
            case NAME -> new RecipientPosition(sort, null, RecipientName.folded(recipient.name()), recipient.key());
        };
    }

    private static @Nullable Long micros(@Nullable Instant at) {
        return at == null ? null : ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    /** When the recipient read last, in a list that is sorted by that. */
    public @Nullable Instant lastReadAt() {
        return number == null ? null : Instant.EPOCH.plus(number, ChronoUnit.MICROS);
    }

    String cursor() {
        return Cursors.encode(KIND, sort.code(), number == null ? NONE : number.toString(), name, key.value());
    }

    /** The position that a cursor stands for; empty when it was not made for a list in that order. */
    static Optional<RecipientPosition> parse(RecipientSort sort, String cursor) {
        return Cursors.decode(cursor, KIND)
                .filter(parts -> parts.size() == 4 && parts.get(0).equals(sort.code()))
                .flatMap(parts -> parse(sort, parts));
    }

    private static Optional<RecipientPosition> parse(RecipientSort sort, List<String> parts) {
        Optional<RecipientKey> key = RecipientKey.parse(parts.get(3));
        if (parts.get(1).equals(NONE)) {
            boolean allowed = sort == RecipientSort.LAST_READ || sort == RecipientSort.NAME;
            return key.filter(its -> allowed).map(its -> new RecipientPosition(sort, null, parts.get(2), its));
        }
        return Cursors.number(parts.get(1))
                .filter(number -> sort != RecipientSort.NAME)
                .flatMap(number -> key.map(its -> new RecipientPosition(sort, number, "", its)));
    }
}
