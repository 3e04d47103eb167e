package com.tachyonfuture.mailtrack.domain.access;

import com.tachyonfuture.mailtrack.domain.track.Violation;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key to the API, as its owner sees it after it was shown.
 *
 * @param label what it is for
 * @param beginning how the key begins, by which its owner may know it again
 * @param lastUsedAt give or take a minute; null when it was never used
 */
public record ApiKey(
        ApiKeyId id,
        String label,
        String beginning,
        Instant createdAt,
        @Nullable Instant lastUsedAt) {

    /** In code points. */
    public static final int LONGEST_LABEL = 100;

    /** How much of a key is shown and not secret, in characters. */
    public static final int LENGTH_OF_BEGINNING = 9;

    /** What keeps a text from being a label. */
    public static List<Violation> violationsOf(String label) {
        if (label.isBlank()) {
            return List.of(new Violation("label", "is empty"));
        }
        if (label.codePointCount(0, label.length()) > LONGEST_LABEL) {
            return List.of(new Violation("label", "has more than " + LONGEST_LABEL + " characters"));
        }
        if (label.codePoints().anyMatch(ApiKey::cannotBeShown)) {
            return List.of(new Violation("label", "has characters that can't be shown"));
        }
        return List.of();
    }

    private static boolean cannotBeShown(int codePoint) {
        return Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE;
    }
}
