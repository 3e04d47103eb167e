package com.tachyonfuture.mailtrack.web.api;

import io.micronaut.http.MutableHttpResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// The address of the page after this one, built up from what was asked for.
public final class NextPage {

    private final StringBuilder url;
    private char separator = '?';

    /// @param address the list's own, without a query
    public NextPage(String address) {
        this.url = new StringBuilder(address);
    }

    /// Asks for the same; null: it was not asked for.
    public NextPage with(String name, @Nullable String value) {
        if (value != null) {
            url.append(separator).append(name).append('=').append(encode(value));
            separator = '&';
        }
        return this;
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /// Tells it in the headers; without a cursor there is no next page and nothing to tell.
    public <T> MutableHttpResponse<T> addTo(MutableHttpResponse<T> response, @Nullable String cursor) {
        if (cursor == null) {
            return response;
        }
        String next = with("cursor", cursor).toString();
        return response.header("Link", "<" + next + ">; rel=\"next\"").header("X-Next-Page", next);
    }

    @Override
    public String toString() {
        return url.toString();
    }
}
