package com.tachyonfuture.mailtrack.web.access;

import com.tachyonfuture.mailtrack.application.access.KeepSessions;
import com.tachyonfuture.mailtrack.domain.access.SecretHash;
import com.tachyonfuture.mailtrack.domain.access.Session;
import com.tachyonfuture.mailtrack.web.client.Cookies;
import com.tachyonfuture.mailtrack.web.client.OwnersMark;
import com.tachyonfuture.mailtrack.web.form.Forms;
import com.tachyonfuture.mailtrack.web.live.LiveAddress;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.cookie.SameSite;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/// The session of the browser that sends a request, which it shows by a cookie.
///
/// `SameSite` is `Lax`, not `Strict`: the owner follows links from alert mails, and would have to sign in again each
/// time. Nothing is changed by a `GET`, and forms have proofs of their own, see [Forms].
@Singleton
final class BrowserSession {

    static final String COOKIE = "mailtrack_session";

    private static final String ATTRIBUTE = "mailtrack.access.session";

    /// Nothing else is worth a look into the storage.
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{16,128}");

    private final KeepSessions keepSessions;
    private final KnownBrowsers knownBrowsers;
    private final OwnersMark ownersMark;
    private final Cookies cookies;

    BrowserSession(KeepSessions keepSessions, KnownBrowsers knownBrowsers, OwnersMark ownersMark, Cookies cookies) {
        this.keepSessions = keepSessions;
        this.knownBrowsers = knownBrowsers;
        this.ownersMark = ownersMark;
        this.cookies = cookies;
    }

    /// Whether a request brings anything that might be a session.
    boolean isClaimedBy(HttpRequest<?> request) {
        return !cookies.all(request, COOKIE).isEmpty();
    }

    /// Finds the session, and remembers it for this request. Waits for the storage.
    Optional<Session> find(HttpRequest<?> request) {
        return cookies.all(request, COOKIE).stream()
                .filter(token -> TOKEN.matcher(token).matches())
                .flatMap(token -> session(request, token).stream().peek(_ -> Forms.bind(request, token)))
                .findFirst()
                .map(session -> {
                    request.setAttribute(ATTRIBUTE, session);
                    return session;
                });
    }

    /// A page that listens comes again and again, whether anybody looks at it or not.
    private Optional<Session> session(HttpRequest<?> request, String token) {
        return LiveAddress.isOf(request) ? keepSessions.findUnattended(token) : keepSessions.find(token);
    }

    /// The session that was found before; empty for those who sign in with each request.
    static Optional<SecretHash> of(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, Session.class).map(Session::token);
    }

    /// Begins a new one, and ends the one that there was: whoever knew its token does not know this one.
    MutableHttpResponse<?> begin(HttpRequest<?> request, MutableHttpResponse<?> response, String token) {
        of(request).ifPresent(keepSessions::end);
        knownBrowsers.remember(request, response);
        Duration longest = keepSessions.limits().absolute();
        ownersMark.put(request, response, longest);
        cookies.keep(request, response, COOKIE, token, SameSite.Lax, longest);
        return response;
    }

    /// Ends it.
    MutableHttpResponse<?> end(HttpRequest<?> request, MutableHttpResponse<?> response) {
        of(request).ifPresent(keepSessions::end);
        ownersMark.remove(request, response);
        cookies.remove(request, response, COOKIE);
        return response;
    }
}
