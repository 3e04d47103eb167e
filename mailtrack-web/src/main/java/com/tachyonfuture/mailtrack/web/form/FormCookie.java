package com.tachyonfuture.mailtrack.web.form;

import com.tachyonfuture.mailtrack.web.client.Cookies;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.cookie.SameSite;

/// Gives a browser the secret that the forms of the page with it were made from. No form of another site brings it
/// back. A link does: it would otherwise get a new one, and the forms in other tabs would be worth nothing.
@ServerFilter(Filter.MATCH_ALL_PATTERN)
final class FormCookie {

    private final Cookies cookies;

    FormCookie(Cookies cookies) {
        this.cookies = cookies;
    }

    @ResponseFilter
    void give(HttpRequest<?> request, MutableHttpResponse<?> response) {
        request.getAttribute(Forms.NEW_SECRET, String.class)
                .ifPresent(secret -> cookies.keep(request, response, Forms.COOKIE, secret, SameSite.Lax));
    }
}
