package com.tachyonfuture.mailtrack.web.access;

import com.tachyonfuture.mailtrack.application.access.CheckOwner;
import com.tachyonfuture.mailtrack.web.api.ApiPaths;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.AuthenticationFetcher;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.reactivestreams.Publisher;

/// Knows the owner on pages: by the session of the browser, or else by name and password, which proxies and scripts
/// send with each request (HTTP Basic). Never opens the API, which no browser may enter on its own.
@Singleton
final class KnownOwner implements AuthenticationFetcher<HttpRequest<?>> {

    /// What is the same for everybody: it must not wait for the storage, or fail with it.
    private static final List<String> PUBLIC = List.of("/assets/", "/health", "/p/");

    private final BrowserSession browserSession;
    private final CheckOwner checkOwner;
    private final Claims claims;
    private final WaitingCalls waitingCalls;

    KnownOwner(BrowserSession browserSession, CheckOwner checkOwner, Claims claims, WaitingCalls waitingCalls) {
        this.browserSession = browserSession;
        this.checkOwner = checkOwner;
        this.claims = claims;
        this.waitingCalls = waitingCalls;
    }

    @Override
    public Publisher<Authentication> fetchAuthentication(HttpRequest<?> request) {
        boolean somebody = browserSession.isClaimedBy(request)
                || BasicCredentials.in(request).isPresent();
        return ApiPaths.contain(request) || isPublic(request) || !somebody
                ? Publishers.empty()
                : waitingCalls.of(() -> find(request));
    }

    private static boolean isPublic(HttpRequest<?> request) {
        return PUBLIC.stream().anyMatch(request.getPath()::startsWith);
    }

    private Optional<Authentication> find(HttpRequest<?> request) {
        boolean known = browserSession.find(request).isPresent()
                || BasicCredentials.in(request)
                        .filter(credentials -> areTheOwners(request, credentials))
                        .isPresent();
        return known ? Optional.of(Authentication.build(checkOwner.ownerName())) : Optional.empty();
    }

    private boolean areTheOwners(HttpRequest<?> request, BasicCredentials credentials) {
        CheckOwner.Answer answer = checkOwner.by(claims.of(request, credentials.name(), credentials.password()));
        return switch (answer.outcome()) {
            case OWNER -> true;
            case STRANGER -> false;
            case TOO_SOON -> throw new TooManyTries(Objects.requireNonNull(answer.nextTryAt()));
        };
    }
}
