package com.tachyonfuture.mailtrack.web.problem;

import com.tachyonfuture.mailtrack.application.StorageUnavailable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/// Answers while the database is down.
@Singleton
final class UnavailableStorage implements ExceptionHandler<StorageUnavailable, HttpResponse<?>> {

    private static final String SECONDS = "5";

    private final Problems problems;

    UnavailableStorage(Problems problems) {
        this.problems = problems;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public HttpResponse<?> handle(HttpRequest request, StorageUnavailable unavailable) {
        return problems.of(request, HttpStatus.SERVICE_UNAVAILABLE).header("Retry-After", SECONDS);
    }
}
