package com.tachyonfuture.mailtrack.web.access;

import com.tachyonfuture.mailtrack.web.api.ApiPaths;
import com.tachyonfuture.mailtrack.web.settings.WebSettings;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.authentication.BasicAuthUtils;
import io.micronaut.security.authentication.UsernamePasswordCredentials;
import io.micronaut.security.filters.AuthenticationFetcher;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.reactivestreams.Publisher;

/// Knows the owner by name and password, which browsers send with each request for a page (HTTP Basic). Never opens
/// the API, which no browser may enter on its own.
@Singleton
final class OwnerSignIn implements AuthenticationFetcher<HttpRequest<?>> {

    private final WebSettings settings;

    OwnerSignIn(WebSettings settings) {
        this.settings = settings;
    }

    @Override
    public Publisher<Authentication> fetchAuthentication(HttpRequest<?> request) {
        boolean known = !ApiPaths.contain(request)
                && credentials(request).filter(this::areTheOwners).isPresent();
        return known ? Publishers.just(Authentication.build(settings.owner().username())) : Publishers.empty();
    }

    private boolean areTheOwners(UsernamePasswordCredentials credentials) {
        String name = credentials.getUsername();
        String password = credentials.getPassword();
        return name != null && password != null && settings.owner().matches(name, password);
    }

    private static Optional<UsernamePasswordCredentials> credentials(HttpRequest<?> request) {
        return request.getHeaders().getAuthorization().flatMap(BasicAuthUtils::parseCredentials);
    }
}
