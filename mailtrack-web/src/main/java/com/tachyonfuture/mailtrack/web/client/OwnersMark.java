package com.tachyonfuture.mailtrack.web.client;

import com.tachyonfuture.mailtrack.web.settings.SigningKey;
import com.tachyonfuture.mailtrack.web.settings.WebSettings;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;

/// Marks the browser in which the owner signed in, so that pixels know it: who reads webmail there is the owner.
///
/// The session's cookie can't do that. Browsers send it to us from our own pages only, and that must stay so. So
/// this is a cookie of its own, which goes with requests for pixels and no others, from the pages of any site.
/// All that it says is when it ends, with our signature. It opens nothing: who steals it can make their own views
/// pass for the owner's.
///
/// To know it takes no storage: pixels are served while there is none. So a browser that is signed out from elsewhere
/// keeps its mark until that ends.
@Singleton
public final class OwnersMark {

    /// The cookie's name. A `__Host-` before it would have it sent everywhere.
    public static final String COOKIE = "mailtrack_own";

    /// More come from nobody but an attacker, who would have us compute.
    private static final int MOST = 4;

    private static final int BYTES_OF_END = Long.BYTES;
    private static final int BYTES_OF_SIGNATURE = 32;

    private final SigningKey key;
    private final Cookies cookies;
    private final InstantSource clock;
    private final String pixels;

    public OwnersMark(WebSettings settings, Cookies cookies, InstantSource clock) {
        this.key = settings.browserKey();
        this.cookies = cookies;
        this.clock = clock;
        this.pixels = cookiePath(settings.basePath() + "/p/");
    }

    /// A cookie's path ends at a semicolon, so where there is one, only what is before that part of the path counts.
    private static String cookiePath(String path) {
        int semicolon = path.indexOf(';');
        return semicolon < 0 ? path : path.substring(0, path.lastIndexOf('/', semicolon) + 1);
    }

    /// Marks the browser that sent a request, for so long.
    public void put(HttpRequest<?> request, MutableHttpResponse<?> response, Duration age) {
        long end = clock.instant().plus(age).getEpochSecond();
        cookies.keepForAllSites(request, response, pixels, COOKIE, signed(end), age);
    }

    /// Takes the mark away.
    public void remove(HttpRequest<?> request, MutableHttpResponse<?> response) {
        cookies.keepForAllSites(request, response, pixels, COOKIE, "", Duration.ZERO);
    }

    /// Whether one of the cookies that a request brings in one line is our mark, and has not ended.
    public boolean isIn(String line) {
        return Arrays.stream(line.split(";"))
                .map(String::strip)
                .filter(cookie -> cookie.startsWith(COOKIE + "="))
                .limit(MOST)
                .anyMatch(cookie -> isOurs(cookie.substring(COOKIE.length() + 1)));
    }

    private boolean isOurs(String value) {
        byte[] bytes = decode(value);
        if (bytes.length != BYTES_OF_END + BYTES_OF_SIGNATURE) {
            return false;
        }
        long end = ByteBuffer.wrap(bytes).getLong();
        byte[] signature = Arrays.copyOfRange(bytes, BYTES_OF_END, bytes.length);
        return clock.instant().getEpochSecond() < end && MessageDigest.isEqual(signature, sign(end));
    }

    private byte[] sign(long end) {
        return key.sign("owner until " + end);
    }

    private String signed(long end) {
        byte[] bytes = ByteBuffer.allocate(BYTES_OF_END + BYTES_OF_SIGNATURE)
                .putLong(end)
                .put(sign(end))
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] decode(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException none) {
            return new byte[0];
        }
    }
}
