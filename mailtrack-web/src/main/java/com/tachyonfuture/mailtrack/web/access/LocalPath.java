package com.tachyonfuture.mailtrack.web.access;

import io.micronaut.http.HttpRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// Where to go on after signing in: a path of ours and nothing else, since anybody can make a link to the login page.
record LocalPath(String value) {

    static final LocalPath ROOT = new LocalPath("/");

    /// Browsers take `//host` and `/\host` for another host, and leave out control characters before they look.
    private static final Pattern OURS = Pattern.compile("/(?![/\\\\])[!-\\[\\]-~]{0,1999}");

    /// The path that a text names; the root for everything that is none of ours.
    static LocalPath of(String text) {
        return OURS.matcher(text).matches() ? new LocalPath(text) : ROOT;
    }

    /// The path that a request asks for.
    static LocalPath of(HttpRequest<?> request) {
        URI asked = request.getUri();
        String query = asked.getRawQuery();
        return of(asked.getRawPath() + (query == null ? "" : "?" + query));
    }

    /// The login page that leads on to here, and says that what was sent was not done.
    String afterLoginAgain() {
        return LoginController.ENDED + "&next=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /// The login page that leads on to here.
    String afterLogin() {
        return equals(ROOT)
                ? LoginController.PATH
                : LoginController.PATH + "?next=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
