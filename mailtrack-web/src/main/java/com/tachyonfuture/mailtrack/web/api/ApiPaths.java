package com.tachyonfuture.mailtrack.web.api;

import io.micronaut.http.HttpRequest;

/// Which paths are for programs that have a key, existing or not: the API's, and that of the metrics.
public final class ApiPaths {

    private ApiPaths() {}

    /// Whether a request is for the API or for the metrics.
    public static boolean contain(HttpRequest<?> request) {
        return contain(request.getPath());
    }

    /// Whether a path is the API's or that of the metrics.
    public static boolean contain(String path) {
        return path.equals("/api") || path.startsWith("/api/") || areMetrics(path);
    }

    /// Whether a request is for the metrics.
    public static boolean areMetrics(HttpRequest<?> request) {
        return areMetrics(request.getPath());
    }

    private static boolean areMetrics(String path) {
        return path.equals("/metrics") || path.startsWith("/metrics/");
    }
}
