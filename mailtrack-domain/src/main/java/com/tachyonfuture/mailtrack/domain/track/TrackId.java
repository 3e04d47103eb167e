package com.tachyonfuture.mailtrack.domain.track;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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
        if (!fits(value)) {
            throw new IllegalArgumentException("a track id has 1 to " + LONGEST + " characters");
        }
    }

    /**
     * The id that a text stands for; empty when no track can have it. Ids that we took over may have any characters.
     */
    public static Optional<TrackId> parse(String text) {
        return fits(text) ? Optional.of(new TrackId(text)) : Optional.empty();
    }

    private static boolean fits(String text) {
        return !text.isEmpty() && text.codePointCount(0, text.length()) <= LONGEST;
    }

    /** The id as one part of the path of an address: all that means something there is encoded. */
    public String inPath() {
        return URLEncoder.encode(value, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
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
