package com.tachyonfuture.mailtrack.web.access;

import com.tachyonfuture.mailtrack.web.settings.WebSettings;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.http.server.annotation.PreMatching;

/// Lets scripts of the configured origins use the API from a browser, and nobody else's. Nothing that the API says
/// is to be kept by anybody on the way.
@ServerFilter("/api/**")
final class CrossOrigin implements Ordered {

    private static final String METHODS = "GET, HEAD, POST, DELETE";
    private static final String HEADERS = "X-API-Key, Idempotency-Key, Content-Type";
    private static final String EXPOSED = "Location, Link, X-Next-Page, Idempotent-Replayed, Retry-After";
    private static final String SECONDS = "3600";

    private final WebSettings settings;

    CrossOrigin(WebSettings settings) {
        this.settings = settings;
    }

    /// Browsers ask in advance, and can't show a key then.
    @RequestFilter
    @PreMatching
    @Nullable
    MutableHttpResponse<?> askedInAdvance(HttpRequest<?> request) {
        boolean asking = request.getMethod() == HttpMethod.OPTIONS
                && request.getHeaders().contains("Access-Control-Request-Method")
                && isAllowed(request);
        return asking
                ? allow(request, HttpResponse.noContent())
                        .header("Access-Control-Allow-Methods", METHODS)
                        .header("Access-Control-Allow-Headers", HEADERS)
                        .header("Access-Control-Max-Age", SECONDS)
                : null;
    }

    @ResponseFilter
    void mark(HttpRequest<?> request, MutableHttpResponse<?> response) {
        response.header("Cache-Control", "no-store");
        if (isAllowed(request)) {
            allow(request, response).header("Access-Control-Expose-Headers", EXPOSED);
        }
    }

    private boolean isAllowed(HttpRequest<?> request) {
        String origin = request.getHeaders().get("Origin");
        return origin != null && settings.corsOrigins().contains(origin);
    }

    private static MutableHttpResponse<?> allow(HttpRequest<?> request, MutableHttpResponse<?> response) {
        return response.header(
                        "Access-Control-Allow-Origin", request.getHeaders().get("Origin"))
                .header("Vary", "Origin");
    }

    @Override
    public int getOrder() {
        return ServerFilterPhase.FIRST.order();
    }
}
