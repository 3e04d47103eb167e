package com.tachyonfuture.mailtrack.web.live;

import io.micronaut.http.HttpRequest;

/// Where pages listen for new opens.
public final class LiveAddress {

    static final String PATH = "/events";

    private LiveAddress() {}

    /// Whether a request is for it.
    public static boolean isOf(HttpRequest<?> request) {
        return request.getPath().equals(PATH);
    }
}
