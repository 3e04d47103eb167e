package com.tachyonfuture.mailtrack.web.access;

import com.tachyonfuture.mailtrack.web.api.ApiPaths;
import com.tachyonfuture.mailtrack.web.live.LiveAddress;
import com.tachyonfuture.mailtrack.web.problem.Problems;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.security.authentication.AuthorizationException;
import io.micronaut.security.authentication.DefaultAuthorizationExceptionHandler;
import jakarta.inject.Singleton;

/// Answers those who are not signed in: sends people with a browser to the login page, and tells programs by a 401
/// what is asked for. A browser that gets a 401 would ask for name and password in a window of its own.
@Singleton
@Replaces(DefaultAuthorizationExceptionHandler.class)
final class SignInRequired implements ExceptionHandler<AuthorizationException, MutableHttpResponse<?>> {

    /// Proxies and scripts know it.
    private static final String FOR_PAGES = "Basic realm=\"Mailtrack\", charset=\"UTF-8\"";

    /// No browser asks for name and password of its own accord when it hears of this.
    private static final String FOR_LISTENERS = "Session";

    private static final String FOR_API = "ApiKey";

    private static final String FOR_METRICS = "Bearer realm=\"Mailtrack\"";

    private final Problems problems;

    SignInRequired(Problems problems) {
        this.problems = problems;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public MutableHttpResponse<?> handle(HttpRequest request, AuthorizationException exception) {
        HttpRequest<?> asked = request;
        return isForPeople(asked) ? toLogin(asked) : unauthorized(asked);
    }

    /// Whoever sends credentials is to hear that they are wrong.
    private static boolean isForPeople(HttpRequest<?> request) {
        return !ApiPaths.contain(request)
                && !request.getHeaders().contains(BasicCredentials.HEADER)
                && Problems.isForPeople(request);
    }

    /// What a form brought is lost, and nothing was done with it; the login page says so.
    private static MutableHttpResponse<?> toLogin(HttpRequest<?> request) {
        boolean form = request.getMethod() != HttpMethod.GET && request.getMethod() != HttpMethod.HEAD;
        LocalPath next = LocalPath.of(request);
        return HttpResponse.status(HttpStatus.SEE_OTHER)
                .header("Location", form ? next.afterLoginAgain() : next.afterLogin());
    }

    /// 401 for everybody, the owner included who tries to open the API: only the key does.
    private MutableHttpResponse<?> unauthorized(HttpRequest<?> request) {
        return problems.of(request, HttpStatus.UNAUTHORIZED).header("WWW-Authenticate", challenge(request));
    }

    private static String challenge(HttpRequest<?> request) {
        if (ApiPaths.areMetrics(request)) {
            return FOR_METRICS;
        }
        if (LiveAddress.isOf(request) && !request.getHeaders().contains(BasicCredentials.HEADER)) {
            return FOR_LISTENERS;
        }
        return ApiPaths.contain(request) ? FOR_API : FOR_PAGES;
    }
}
