package com.tachyonfuture.mailtrack.application;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The opaque text that says where the next page starts: what it is a cursor of, then its parts. */
public final class Cursors {

    /** Holds a text of 255 characters of four bytes each, the longest date, and an id of 36 such characters. */
    private static final int LONGEST = 2_400;

    /** In no id and no number. */
    private static final String SEPARATOR = "\u001f";

    private Cursors() {}

    public static String encode(String kind, String... parts) {
        return part(kind + SEPARATOR + String.join(SEPARATOR, parts));
    }

    /** The parts of a cursor of that kind; empty for any other text. */
    public static Optional<List<String>> decode(String cursor, String kind) {
        if (cursor.length() > LONGEST) {
            return Optional.empty();
        }
        return text(cursor)
                .map(text -> Arrays.asList(text.split(SEPARATOR, -1)))
                .filter(parts -> parts.get(0).equals(kind))
                .map(parts -> parts.subList(1, parts.size()));
    }

    /** A part that stands for any text. */
    public static String part(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The text that a part made by {@link #part} stands for; empty for any other. */
    public static Optional<String> text(String part) {
        try {
            return Optional.of(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** The number that a part stands for; at most 18 digits, so that it fits every clock and every id. */
    public static Optional<Long> number(String part) {
        String digits = part.startsWith("-") ? part.substring(1) : part;
        boolean number =
                !digits.isEmpty() && digits.length() <= 18 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Optional.of(Long.valueOf(part)) : Optional.empty();
    }
}
