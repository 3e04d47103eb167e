package com.tachyonfuture.mailtrack.web.access;

import com.tachyonfuture.mailtrack.application.Refusal;
import com.tachyonfuture.mailtrack.web.problem.Problems;
import com.tachyonfuture.mailtrack.web.words.Language;
import com.tachyonfuture.mailtrack.web.words.Wording;
import com.tachyonfuture.mailtrack.web.words.Words;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/// Tells those who try passwords with each request to wait.
@Singleton
final class TooManyTriesAnswer implements ExceptionHandler<TooManyTries, HttpResponse<?>> {

    private final Problems problems;
    private final Waits waits;
    private final Wording wording;

    TooManyTriesAnswer(Problems problems, Waits waits, Wording wording) {
        this.problems = problems;
        this.waits = waits;
        this.wording = wording;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public HttpResponse<?> handle(HttpRequest request, TooManyTries early) {
        HttpRequest<?> asked = request;
        Words words = Problems.isForPeople(asked) ? wording.of(asked) : wording.in(Language.ENGLISH);
        Waits.Wait left = waits.until(early.nextTryAt());
        return problems.of(request, Refusal.tooMany("too_many_tries", left.sentence(words)))
                .header("Retry-After", left.inSeconds());
    }
}
