package com.tachyonfuture.mailtrack.web.access;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.WwwAuthenticateChallengeProvider;
import jakarta.inject.Singleton;

/// Says on a 401 what is asked for; `Basic` would open a window in browsers.
@Singleton
final class ApiKeyChallenge implements WwwAuthenticateChallengeProvider<HttpRequest<?>> {

    @Override
    public String getWwwAuthenticateChallenge(@Nullable HttpRequest<?> request) {
        return "ApiKey";
    }
}
