package com.tachyonfuture.mailtrack.web.access;

import com.tachyonfuture.mailtrack.web.api.ApiPaths;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.WwwAuthenticateChallengeProvider;
import jakarta.inject.Singleton;

/// Says on a 401 what is asked for. On a page `Basic` makes browsers ask their user; for the API that would be wrong.
@Singleton
final class Challenges implements WwwAuthenticateChallengeProvider<HttpRequest<?>> {

    @Override
    public String getWwwAuthenticateChallenge(@Nullable HttpRequest<?> request) {
        boolean page = request != null && !ApiPaths.contain(request);
        return page ? "Basic realm=\"Mailtrack\", charset=\"UTF-8\"" : "ApiKey";
    }
}
