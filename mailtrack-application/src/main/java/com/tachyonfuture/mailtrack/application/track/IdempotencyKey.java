package com.tachyonfuture.mailtrack.application.track;

import com.tachyonfuture.mailtrack.application.Refusal;
import com.tachyonfuture.mailtrack.domain.track.TrackDetails;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What makes a creation safe to send again: the key that the client chose, and what it asked for under that key. Only
 * hashes are kept.
 *
 * @param keyHash SHA-256 of the key, 64 hexadecimal digits
 * @param requestHash SHA-256 of what was asked for, 64 hexadecimal digits
 */
public record IdempotencyKey(String keyHash, String requestHash) {

    private static final int LONGEST = 255;

    /** The key under which a client asks for a track; empty when the text can't be a key. */
    static Optional<IdempotencyKey> of(String key, TrackDetails details) {
        return of(key, content(details));
    }

    /** The key under which a client asks for several tracks; empty when the text can't be a key. */
    static Optional<IdempotencyKey> of(String key, List<TrackDetails> all) {
        return of(
                key,
                all.size() + "*" + all.stream().map(IdempotencyKey::content).collect(Collectors.joining()));
    }

    private static Optional<IdempotencyKey> of(String key, String content) {
        boolean wellFormed =
                !key.isEmpty() && key.length() <= LONGEST && key.chars().allMatch(c -> c >= 0x20 && c < 0x7f);
        return wellFormed ? Optional.of(new IdempotencyKey(hash(key), hash(content))) : Optional.empty();
    }

    /**
     * Under what one of several tracks is noted that were asked for with this key: no client can choose the same.
     *
     * @param number of the track, from 0; the first has this key itself
     */
    public IdempotencyKey part(int number) {
        return number == 0 ? this : new IdempotencyKey(hash(keyHash + "\n" + number), requestHash);
    }

    /** Refuses a text that can't be a key. */
    static Refusal refuse() {
        return Refusal.invalid("Idempotency-Key", "must have 1 to " + LONGEST + " printable ASCII characters");
    }

    /** Refuses a key that came with something else before. */
    static Refusal refuseReuse() {
        return Refusal.conflict("idempotency_key_reused", "This Idempotency-Key came with a different request before.");
    }

    /** Each part with its length before it, so that no two different requests read alike. */
    private static String content(TrackDetails details) {
        return part(details.recipient())
                + part(details.subject())
                + part(details.notes())
                + part(details.messageGroupId());
    }

    private static String part(@Nullable String text) {
        return text == null ? "-" : text.length() + ":" + text;
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
