package com.tachyonfuture.mailtrack.domain.track;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the owner says of a track. Every part may be missing, none is interpreted: a recipient is free text.
 *
 * @param recipient at most 255 code points
 * @param subject at most 500 code points
 * @param notes at most 65,535 bytes of UTF-8
 * @param messageGroupId what several tracks of one message have in common, at most 36 code points
 */
public record TrackDetails(
        @Nullable String recipient,
        @Nullable String subject,
        @Nullable String notes,
        @Nullable String messageGroupId) {

    public static final int LONGEST_RECIPIENT = 255;
    public static final int LONGEST_SUBJECT = 500;
    public static final int LONGEST_NOTES_BYTES = 65_535;
    public static final int LONGEST_GROUP = 36;

    /** What keeps these details from being stored; empty when nothing does. */
    public List<Violation> violations() {
        var found = new ArrayList<Violation>();
        checkLength("recipient", recipient, LONGEST_RECIPIENT, found);
        checkLength("subject", subject, LONGEST_SUBJECT, found);
        checkBytes("notes", notes, found);
        checkLength("message_group_id", messageGroupId, LONGEST_GROUP, found);
        return List.copyOf(found);
    }

    private static void checkLength(String field, @Nullable String text, int longest, List<Violation> found) {
        if (text == null || isBroken(field, text, found)) {
            return;
        }
        int length = text.codePointCount(0, text.length());
        if (length > longest) {
            found.add(new Violation(field, "has " + length + " characters; at most " + longest + " are allowed"));
        }
    }

    private static void checkBytes(String field, @Nullable String text, List<Violation> found) {
        if (text == null || isBroken(field, text, found)) {
            return;
        }
        int length = text.getBytes(StandardCharsets.UTF_8).length;
        if (length > LONGEST_NOTES_BYTES) {
            found.add(new Violation(
                    field, "has " + length + " bytes in UTF-8; at most " + LONGEST_NOTES_BYTES + " are allowed"));
        }
    }

    /** Half a surrogate pair is no character: no database keeps it, so it is refused rather than replaced. */
    private static boolean isBroken(String field, String text, List<Violation> found) {
        boolean broken = text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
        if (broken) {
            found.add(new Violation(field, "contains half of a surrogate pair, which is not a character"));
        }
        return broken;
    }
}
