package com.tachyonfuture.mailtrack.web.access;

import com.tachyonfuture.mailtrack.web.client.Cookies;
import com.tachyonfuture.mailtrack.web.settings.SigningKey;
import com.tachyonfuture.mailtrack.web.settings.WebSettings;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.cookie.SameSite;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/// Knows the browsers that the owner has signed in with before, so that strangers who try passwords do not keep the
/// owner out. Says nothing of who uses such a browser now.
///
/// Each has a cookie with a name that was made up for it, and our signature of that name. It stays when the owner
/// signs out.
@Singleton
final class KnownBrowsers {

    static final String COOKIE = "mailtrack_browser";

    private static final Duration KEPT_FOR = Duration.ofDays(365);
    private static final int BYTES_OF_NAME = 16;
    private static final int BYTES_OF_SIGNATURE = 32;

    private final SecureRandom random = new SecureRandom();
    private final SigningKey key;
    private final Cookies cookies;

    KnownBrowsers(WebSettings settings, Cookies cookies) {
        this.key = settings.browserKey();
        this.cookies = cookies;
    }

    /// The name of the browser; empty when it is not known.
    Optional<String> nameIn(HttpRequest<?> request) {
        return cookies.all(request, COOKIE).stream()
                .flatMap(cookie -> nameIn(cookie).stream())
                .findFirst();
    }

    private Optional<String> nameIn(String cookie) {
        byte[] bytes = decode(cookie);
        if (bytes.length != BYTES_OF_NAME + BYTES_OF_SIGNATURE) {
            return Optional.empty();
        }
        String name = encode(Arrays.copyOf(bytes, BYTES_OF_NAME));
        byte[] signature = Arrays.copyOfRange(bytes, BYTES_OF_NAME, bytes.length);
        return MessageDigest.isEqual(signature, sign(name)) ? Optional.of(name) : Optional.empty();
    }

    private byte[] sign(String name) {
        return key.sign("browser " + name);
    }

    /// Makes the browser known from now on.
    void remember(HttpRequest<?> request, MutableHttpResponse<?> response) {
        String name = nameIn(request).orElseGet(this::newName);
        cookies.keep(request, response, COOKIE, signed(name), SameSite.Lax, KEPT_FOR);
    }

    private String newName() {
        var bytes = new byte[BYTES_OF_NAME];
        random.nextBytes(bytes);
        return encode(bytes);
    }

    private String signed(String name) {
        byte[] bytes = Arrays.copyOf(decode(name), BYTES_OF_NAME + BYTES_OF_SIGNATURE);
        System.arraycopy(sign(name), 0, bytes, BYTES_OF_NAME, BYTES_OF_SIGNATURE);
        return encode(bytes);
    }

    private static String encode(byte[] bytes) {
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
