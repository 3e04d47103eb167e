package com.tachyonfuture.mailtrack.web.recording;

import com.tachyonfuture.mailtrack.web.problem.Problems;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.annotation.PreMatching;

/// Answers those who want anything of a pixel but to fetch it.
@ServerFilter("/p/**")
final class PixelMethods {

    private final Problems problems;

    PixelMethods(Problems problems) {
        this.problems = problems;
    }

    @RequestFilter
    @PreMatching
    HttpResponse<?> refuse(HttpRequest<?> request) {
        return problems.of(request, HttpStatus.METHOD_NOT_ALLOWED).header("Allow", "GET, HEAD");
    }
}
