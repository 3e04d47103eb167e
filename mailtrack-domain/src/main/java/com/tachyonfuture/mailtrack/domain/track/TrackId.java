package com.tachyonfuture.mailtrack.domain.track;

import java.util.Locale;
import java.util.Optional;

/**
 * The identity of a track, and all that its pixel's address says: a random UUID in every track that we make, 1 to 36
 * characters in those that we took over.
 *
 * <p>Two ids are equal when they differ in nothing but case, because the databases that keep them compare so.
 */
public record TrackId(String value) implements Comparable<TrackId> {

    private static final int LONGEST = 36;

    public TrackId {
        if (value.isEmpty() || value.codePointCount(0, value.length()) > LONGEST) {
            throw new IllegalArgumentException("a track id has 1 to " + LONGEST + " characters");
        }
    }

    /** The id that a text from outside stands for; empty when no track can have it. */
    public static Optional<TrackId> parse(String text) {
        if (text.isEmpty() || text.length() > LONGEST || !text.chars().allMatch(TrackId::belongs)) {
            return Optional.empty();
        }
        return Optional.of(new TrackId(text));
    }

    /** The id that a text of our own stands for, such as a cursor; ids that we took over may have any characters. */
    public static Optional<TrackId> read(String text) {
        boolean fits = !text.isEmpty() && text.codePointCount(0, text.length()) <= LONGEST;
        return fits ? Optional.of(new TrackId(text)) : Optional.empty();
    }

    private static boolean belongs(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TrackId that && folded().equals(that.folded());
    }

    @Override
    public int hashCode() {
        return folded().hashCode();
    }

    @Override
    public int compareTo(TrackId other) {
        return folded().compareTo(other.folded());
    }

    @Override
    public String toString() {
        return value;
    }

    private String folded() {
        return value.toLowerCase(Locale.ROOT);
    }
}
