package com.tachyonfuture.mailtrack.web.api;

import com.tachyonfuture.mailtrack.web.settings.WebDefaults;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.body.ByteBody;
import io.micronaut.http.exceptions.HttpStatusException;

/// The bodies of requests, as they came.
public final class Bodies {

    private Bodies() {}

    /// All of the body, empty when there is none. Waits for it, so it is for virtual threads only.
    ///
    /// @throws HttpStatusException when it is no JSON, is packed, or says that it is too long
    public static byte[] readJson(HttpRequest<?> request) {
        if (!isJson(request.getHeaders().get("Content-Type"))
                || request.getHeaders().contains("Content-Encoding")) {
            throw new HttpStatusException(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "not plain JSON");
        }
        ByteBody body = ((ServerHttpRequest<?>) request).byteBody();
        if (body.expectedLength().orElse(0) > WebDefaults.LARGEST_BODY) {
            throw new HttpStatusException(HttpStatus.REQUEST_ENTITY_TOO_LARGE, "not even begun to read");
        }
        try (var whole = body.buffer().join()) {
            return whole.toByteArray();
        }
    }

    /// The framework takes a type that it can't read for none.
    private static boolean isJson(@Nullable String type) {
        return type == null || type.split(";", 2)[0].strip().equalsIgnoreCase("application/json");
    }
}
