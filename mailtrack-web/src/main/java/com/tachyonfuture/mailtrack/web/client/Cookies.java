package com.tachyonfuture.mailtrack.web.client;

import com.tachyonfuture.mailtrack.web.settings.WebSettings;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import io.netty.handler.codec.http.cookie.ServerCookieDecoder;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/// What browsers keep for us. No script sees it, and no other host gets it or can set it: behind TLS its name begins
/// with `__Host-`, which browsers hold to that. But for [the owner's mark][OwnersMark], which others may set in vain.
@Singleton
public final class Cookies {

    /// More of one name come from nobody but an attacker.
    private static final int MOST = 4;

    private static final String ONLY_THIS_HOST = "__Host-";

    private final WebSettings settings;
    private final Clients clients;

    public Cookies(WebSettings settings, Clients clients) {
        this.settings = settings;
        this.clients = clients;
    }

    /// The values that a request brings for one name, most of the time none or one. A neighbor at the same domain can
    /// add others where there is no TLS.
    public List<String> all(HttpRequest<?> request, String name) {
        String sent = nameIn(request, name);
        return request.getHeaders().getAll("Cookie").stream()
                .flatMap(line -> ServerCookieDecoder.STRICT.decodeAll(line).stream())
                .filter(cookie -> cookie.name().equals(sent))
                .map(io.netty.handler.codec.http.cookie.Cookie::value)
                .limit(MOST)
                .toList();
    }

    /// Has a value kept until the browser is closed.
    public void keep(
            HttpRequest<?> request, MutableHttpResponse<?> response, String name, String value, SameSite sameSite) {
        response.cookie(cookie(request, name, value, sameSite));
    }

    /// Has a value kept for so long.
    public void keep(
            HttpRequest<?> request,
            MutableHttpResponse<?> response,
            String name,
            String value,
            SameSite sameSite,
            Duration age) {
        response.cookie(cookie(request, name, value, sameSite).maxAge(age));
    }

    /// Has a value kept for so long that goes with requests below a path only, but from the pages of other sites too.
    /// Browsers do the latter over TLS only.
    void keepForAllSites(
            HttpRequest<?> request,
            MutableHttpResponse<?> response,
            String path,
            String name,
            String value,
            Duration age) {
        boolean secure = isSecure(request);
        response.cookie(Cookie.of(name, value)
                .httpOnly(true)
                .secure(secure)
                .sameSite(secure ? SameSite.None : SameSite.Lax)
                .path(path)
                .maxAge(age));
    }

    /// Has it thrown away.
    public void remove(HttpRequest<?> request, MutableHttpResponse<?> response, String name) {
        response.cookie(cookie(request, name, "", SameSite.Lax).maxAge(Duration.ZERO));
    }

    private Cookie cookie(HttpRequest<?> request, String name, String value, SameSite sameSite) {
        return Cookie.of(nameIn(request, name), value)
                .httpOnly(true)
                .secure(isSecure(request))
                .sameSite(sameSite)
                .path("/");
    }

    private String nameIn(HttpRequest<?> request, String name) {
        return isSecure(request) ? ONLY_THIS_HOST + name : name;
    }

    private boolean isSecure(HttpRequest<?> request) {
        return settings.cookieSecure().orElseGet(() -> clients.areOverTls(request));
    }
}
