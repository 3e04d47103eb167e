package com.tachyonfuture.mailtrack.web.recording;

import com.tachyonfuture.mailtrack.domain.classify.Sign;
import com.tachyonfuture.mailtrack.web.client.OwnersMark;
import io.netty.handler.codec.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// What the headers of a request for a pixel say about it, beyond who sent it.
///
/// Both readers of requests ask here, the plain one from the bytes that came. So they agree, and nearly every request
/// is understood without making anything.
final class DeclaredSigns {

    static final List<String> PURPOSES = List.of("Sec-Purpose", "Purpose", "X-Purpose", "X-Moz");

    private static final byte[] PREFETCH = ascii("prefetch");
    private static final byte[] PRERENDER = ascii("prerender");
    private static final byte[] PREVIEW = ascii("preview");
    private static final byte[] IMAGE = ascii("image/");
    private static final byte[] PAGE = ascii("text/html");
    private static final byte[] MARK = ascii(OwnersMark.COOKIE + "=");

    private static final int PREFETCH_BIT = 1;
    private static final int IMAGE_BIT = 2;
    private static final int OWNER_BIT = 4;

    /// All that there are, each in the place of its bits.
    private static final List<Set<Sign>> SETS = List.of(
            Set.of(),
            Set.of(Sign.DECLARED_PREFETCH),
            Set.of(Sign.WANTS_IMAGE),
            Set.of(Sign.DECLARED_PREFETCH, Sign.WANTS_IMAGE),
            Set.of(Sign.OWNERS_BROWSER),
            Set.of(Sign.DECLARED_PREFETCH, Sign.OWNERS_BROWSER),
            Set.of(Sign.WANTS_IMAGE, Sign.OWNERS_BROWSER),
            Set.of(Sign.DECLARED_PREFETCH, Sign.WANTS_IMAGE, Sign.OWNERS_BROWSER));

    private DeclaredSigns() {}

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    static Set<Sign> of(PlainRequest request, OwnersMark ownersMark) {
        String cookies = request.cookies();
        return set(request.declaredPrefetch(), request.wantsImage(), cookies != null && ownersMark.isIn(cookies));
    }

    static Set<Sign> of(HttpHeaders headers, OwnersMark ownersMark) {
        boolean prefetch = PURPOSES.stream()
                .flatMap(name -> headers.getAll(name).stream())
                .map(DeclaredSigns::bytes)
                .anyMatch(value -> declarePrefetch(value, 0, value.length));
        byte[] accept = bytes(String.join(",", headers.getAll("Accept")));
        boolean owners = headers.getAll("Cookie").stream().anyMatch(isMarked(ownersMark));
        return set(prefetch, wantImage(accept, 0, accept.length), owners);
    }

    private static Predicate<String> isMarked(OwnersMark ownersMark) {
        return cookies -> {
            byte[] bytes = bytes(cookies);
            return mayMark(bytes, 0, bytes.length) && ownersMark.isIn(cookies);
        };
    }

    private static byte[] bytes(String latin1) {
        return latin1.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static Set<Sign> set(boolean prefetch, boolean image, boolean owners) {
        return SETS.get((prefetch ? PREFETCH_BIT : 0) | (image ? IMAGE_BIT : 0) | (owners ? OWNER_BIT : 0));
    }

    /// Whether a header that tells a purpose says that nobody looks yet.
    static boolean declarePrefetch(byte[] bytes, int start, int end) {
        for (int at = start; at < end; at++) {
            if (isAt(PREFETCH, bytes, at, end) || isAt(PRERENDER, bytes, at, end) || isAt(PREVIEW, bytes, at, end)) {
                return true;
            }
        }
        return false;
    }

    /// Whether `Accept` names images, and no page before them.
    static boolean wantImage(byte[] bytes, int start, int end) {
        boolean beginning = true;
        for (int at = start; at < end; at++) {
            if (beginning && isAt(IMAGE, bytes, at, end)) {
                return true;
            }
            if (beginning && isAt(PAGE, bytes, at, end)) {
                return false;
            }
            beginning = bytes[at] == ',' || (beginning && (bytes[at] == ' ' || bytes[at] == '\t'));
        }
        return false;
    }

    /// Whether cookies are worth a closer look for [the owner's mark][OwnersMark].
    static boolean mayMark(byte[] bytes, int start, int end) {
        for (int at = start; at < end; at++) {
            if (isAt(MARK, bytes, at, end)) {
                return true;
            }
        }
        return false;
    }

    /// Be it in small letters or in capitals.
    private static boolean isAt(byte[] word, byte[] bytes, int at, int end) {
        if (end - at < word.length) {
            return false;
        }
        for (int i = 0; i < word.length; i++) {
            if (word[i] != bytes[at + i] && word[i] != (bytes[at + i] | 0x20)) {
                return false;
            }
        }
        return true;
    }
}
