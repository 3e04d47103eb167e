package com.tachyonfuture.mailtrack.web.access;

import com.tachyonfuture.mailtrack.web.api.ApiPaths;
import com.tachyonfuture.mailtrack.web.settings.WebSettings;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.AuthenticationFetcher;
import jakarta.inject.Singleton;
import org.reactivestreams.Publisher;

/// Knows who asks the API by the key in `X-API-Key`.
@Singleton
final class ApiKeys implements AuthenticationFetcher<HttpRequest<?>> {

    static final String HEADER = "X-API-Key";

    private static final Authentication KEY_HOLDER = Authentication.build("api-key");

    private final WebSettings settings;

    ApiKeys(WebSettings settings) {
        this.settings = settings;
    }

    @Override
    public Publisher<Authentication> fetchAuthentication(HttpRequest<?> request) {
        String key = request.getHeaders().get(HEADER);
        boolean known =
                key != null && ApiPaths.contain(request) && settings.apiKey().matches(key);
        return known ? Publishers.just(KEY_HOLDER) : Publishers.empty();
    }
}
