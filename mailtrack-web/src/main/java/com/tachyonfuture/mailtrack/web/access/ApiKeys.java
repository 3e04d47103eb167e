package com.tachyonfuture.mailtrack.web.access;

import com.tachyonfuture.mailtrack.application.access.CheckApiKey;
import com.tachyonfuture.mailtrack.domain.access.ApiKeyId;
import com.tachyonfuture.mailtrack.web.api.ApiPaths;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.AuthenticationFetcher;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.reactivestreams.Publisher;

/// Knows who asks the API by the key in `X-API-Key`. A Prometheus server may send it as a bearer token, which is what
/// all its versions can do.
@Singleton
final class ApiKeys implements AuthenticationFetcher<HttpRequest<?>> {

    static final String HEADER = "X-API-Key";

    private static final String ROLE = "api";

    private static final Pattern BEARER = Pattern.compile("(?i:Bearer) +(\\S+) *");

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
        Optional<String> key = ApiPaths.contain(request) ? keyIn(request) : Optional.empty();
        return key.isEmpty()
                ? Publishers.empty()
                : waitingCalls.of(() -> find(request, key.get()).map(_ -> HOLDER));
    }

    private static Optional<String> keyIn(HttpRequest<?> request) {
        Optional<String> key = Optional.ofNullable(request.getHeaders().get(HEADER));
        return ApiPaths.areMetrics(request) ? key.or(() -> bearerToken(request)) : key;
    }

    private static Optional<String> bearerToken(HttpRequest<?> request) {
        return Optional.ofNullable(request.getHeaders().get("Authorization"))
                .map(BEARER::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1));
    }

    /// The metrics are wanted most when the database is away.
    private Optional<ApiKeyId> find(HttpRequest<?> request, String key) {
        return ApiPaths.areMetrics(request) ? checkApiKey.byLastKnown(key) : checkApiKey.by(key);
    }

    /// Whether somebody came in with a key.
    static boolean isHolder(Authentication authentication) {
        return authentication.getRoles().contains(ROLE);
    }
}
