package com.tachyonfuture.mailtrack.domain.recipient;

import com.tachyonfuture.mailtrack.domain.track.LetterCase;
import com.tachyonfuture.mailtrack.domain.track.TrackDetails;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which recipient it is: the same for all texts that differ in nothing but case, as {@link LetterCase} says. It fits
 * into addresses, however long the text is and whatever is in it.
 *
 * @param value half of the SHA-256 of the text without case, in hexadecimal digits
 */
public record RecipientKey(String value) implements Comparable<RecipientKey> {

    private static final int DIGITS = 32;
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{" + DIGITS + "}");

    public RecipientKey {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a key has " + DIGITS + " hexadecimal digits");
        }
    }

    /** The key of what a track has as its recipient; empty where that is nobody, or nothing that a track may have. */
    public static Optional<RecipientKey> of(@Nullable String recipient) {
        return recipient == null || recipient.isBlank() || isTooLong(recipient)
                ? Optional.empty()
                : Optional.of(new RecipientKey(hash(LetterCase.folded(recipient))));
    }

    private static boolean isTooLong(String recipient) {
        return recipient.codePointCount(0, recipient.length()) > TrackDetails.LONGEST_RECIPIENT;
    }

    /** The key that a text spells; empty for any other text. */
    public static Optional<RecipientKey> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new RecipientKey(text)) : Optional.empty();
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    @Override
    public int compareTo(RecipientKey other) {
        return value.compareTo(other.value);
    }
}
