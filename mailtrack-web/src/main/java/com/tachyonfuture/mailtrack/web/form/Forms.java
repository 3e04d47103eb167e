package com.tachyonfuture.mailtrack.web.form;

import com.tachyonfuture.mailtrack.application.Refusal;
import com.tachyonfuture.mailtrack.web.api.RefusedRequest;
import io.micronaut.http.HttpRequest;
import io.netty.handler.codec.http.QueryStringDecoder;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/// Reads forms, and only those that came from one of our own pages.
@Singleton
public final class Forms {

    /// The name of the hidden field that proves where a form comes from.
    public static final String TOKEN_FIELD = "form_token";

    private static final int MOST_FIELDS = 64;

    /// The proof that a page puts into its forms.
    public String token(HttpRequest<?> request) {
        return "";
    }

    /// The form that a request brought.
    ///
    /// @param body as it was sent, `application/x-www-form-urlencoded`
    /// @throws RefusedRequest when it can't be read, or does not come from one of our pages
    public Form read(HttpRequest<?> request, String body) {
        try {
            Map<String, String> fields = new QueryStringDecoder(body, StandardCharsets.UTF_8, false, MOST_FIELDS)
                    .parameters().entrySet().stream()
                            .collect(Collectors.toMap(
                                    Map.Entry::getKey, field -> field.getValue().getFirst()));
            return new Form(fields);
        } catch (IllegalArgumentException e) {
            throw new RefusedRequest(Refusal.invalid("form", "can't be read"));
        }
    }
}
