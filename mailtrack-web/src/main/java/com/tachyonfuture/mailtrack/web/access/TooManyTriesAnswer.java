package com.tachyonfuture.mailtrack.web.access;

import com.tachyonfuture.mailtrack.application.Refusal;
import com.tachyonfuture.mailtrack.web.problem.Problems;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/// Tells those who try passwords with each request to wait.
@Singleton
final class TooManyTriesAnswer implements ExceptionHandler<TooManyTries, HttpResponse<?>> {

    private final Problems problems;
    private final Waits waits;

    TooManyTriesAnswer(Problems problems, Waits waits) {
        this.problems = problems;
        this.waits = waits;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public HttpResponse<?> handle(HttpRequest request, TooManyTries early) {
        Waits.Wait left = waits.until(early.nextTryAt());
        return problems.of(request, Refusal.tooMany("too_many_tries", left.sentence()))
                .header("Retry-After", left.inSeconds());
    }
}
