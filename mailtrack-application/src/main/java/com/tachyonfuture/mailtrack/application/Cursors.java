package com.tachyonfuture.mailtrack.application;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The opaque text that says where the next page starts: what it is a cursor of, then its parts. */
public final class Cursors {

    /** Holds the longest date and an id of 36 characters of four bytes each. */
    private static final int LONGEST = 256;

    /** In no id and no number. */
    private static final String SEPARATOR = "\u001f";

    private Cursors() {}

    public static String encode(String kind, String... parts) {
        String text = kind + SEPARATOR + String.join(SEPARATOR, parts);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The parts of a cursor of that kind; empty for any other text. */
    public static Optional<List<String>> decode(String cursor, String kind) {
        if (cursor.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            List<String> parts = Arrays.asList(text.split(SEPARATOR, -1));
            return parts.get(0).equals(kind) ? Optional.of(parts.subList(1, parts.size())) : Optional.empty();
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
