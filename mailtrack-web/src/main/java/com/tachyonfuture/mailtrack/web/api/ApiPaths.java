package com.tachyonfuture.mailtrack.web.api;

import io.micronaut.http.HttpRequest;

/// Which paths are the API's, existing or not.
public final class ApiPaths {

    private ApiPaths() {}

    /// Whether a request is for the API.
    public static boolean contain(HttpRequest<?> request) {
        return contain(request.getPath());
    }

    /// Whether a path is the API's.
    public static boolean contain(String path) {
        return path.equals("/api") || path.startsWith("/api/");
    }
}
