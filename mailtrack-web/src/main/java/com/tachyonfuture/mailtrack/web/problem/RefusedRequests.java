package com.tachyonfuture.mailtrack.web.problem;

import com.tachyonfuture.mailtrack.web.api.RefusedRequest;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/// Answers what was refused.
@Singleton
final class RefusedRequests implements ExceptionHandler<RefusedRequest, HttpResponse<?>> {

    private final Problems problems;

    RefusedRequests(Problems problems) {
        this.problems = problems;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public HttpResponse<?> handle(HttpRequest request, RefusedRequest refused) {
        return problems.of(request, refused.refusal());
    }
}
