package com.tachyonfuture.mailtrack.domain.recording;

import com.tachyonfuture.mailtrack.domain.address.IpAddress;
import com.tachyonfuture.mailtrack.domain.classify.Sign;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request for a pixel as it arrived, not judged yet.
 *
 * <p>What the other side may choose freely is cut to a size that is always stored: evidence beyond it proves nothing.
 *
 * @param receivedAt to the microsecond
 * @param userAgent at most {@value #LONGEST_USER_AGENT} code points
 * @param referer at most {@value #LONGEST_REFERER} code points
 * @param signs what else the request said about itself
 */
public record Hit(
        TrackId trackId,
        Instant receivedAt,
        @Nullable IpAddress address,
        @Nullable String userAgent,
        @Nullable String referer,
        Set<Sign> signs) {

    public static final int LONGEST_USER_AGENT = 1_000;
    public static final int LONGEST_REFERER = 2_000;

    public Hit {
        userAgent = clamp(userAgent, LONGEST_USER_AGENT);
        referer = clamp(referer, LONGEST_REFERER);
        signs = Set.copyOf(signs);
    }

    /** One whose request said nothing else about itself. */
    public Hit(
            TrackId trackId,
            Instant receivedAt,
            @Nullable IpAddress address,
            @Nullable String userAgent,
            @Nullable String referer) {
        this(trackId, receivedAt, address, userAgent, referer, Set.of());
    }

    private static @Nullable String clamp(@Nullable String text, int longest) {
        if (text == null) {
            return null;
        }
        if (text.length() <= longest) {
            return withoutHalfCharacters(text);
        }
        boolean fits = text.codePointCount(0, text.length()) <= longest;
        return withoutHalfCharacters(fits ? text : text.substring(0, text.offsetByCodePoints(0, longest)));
    }

    private static String withoutHalfCharacters(String text) {
        if (!hasSurrogates(text)) {
            return text;
        }
        var replaced = new StringBuilder();
        text.codePoints().map(c -> isHalf(c) ? '\uFFFD' : c).forEach(replaced::appendCodePoint);
        return replaced.toString();
    }

    /** Nearly no text has any, and streams cost more than the rest of a hit. */
    private static boolean hasSurrogates(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isHalf(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }
}
