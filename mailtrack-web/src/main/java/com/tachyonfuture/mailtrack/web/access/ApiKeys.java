package com.tachyonfuture.mailtrack.web.access;

import com.tachyonfuture.mailtrack.application.access.CheckApiKey;
import com.tachyonfuture.mailtrack.web.api.ApiPaths;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.AuthenticationFetcher;
import jakarta.inject.Singleton;
import java.util.List;
import org.reactivestreams.Publisher;

/// Knows who asks the API by the key in `X-API-Key`.
@Singleton
final class ApiKeys implements AuthenticationFetcher<HttpRequest<?>> {

    static final String HEADER = "X-API-Key";

    private static final String ROLE = "api";

    /// Whoever has a key, whichever it is. Known by the role, since the owner may have any name.
    private static final Authentication HOLDER = Authentication.build("api-key", List.of(ROLE));

    private final CheckApiKey checkApiKey;
    private final WaitingCalls waitingCalls;

    ApiKeys(CheckApiKey checkApiKey, WaitingCalls waitingCalls) {
        this.checkApiKey = checkApiKey;
        this.waitingCalls = waitingCalls;
    }

    @Override
    public Publisher<Authentication> fetchAuthentication(HttpRequest<?> request) {
        String key = request.getHeaders().get(HEADER);
        return key == null || !ApiPaths.contain(request)
                ? Publishers.empty()
                : waitingCalls.of(() -> checkApiKey.by(key).map(_ -> HOLDER));
    }

    /// Whether somebody came in with a key.
    static boolean isHolder(Authentication authentication) {
        return authentication.getRoles().contains(ROLE);
    }
}
