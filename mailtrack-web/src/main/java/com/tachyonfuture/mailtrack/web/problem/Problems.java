package com.tachyonfuture.mailtrack.web.problem;

import com.tachyonfuture.mailtrack.application.Refusal;
import com.tachyonfuture.mailtrack.web.api.ApiPaths;
import com.tachyonfuture.mailtrack.web.page.Pages;
import com.tachyonfuture.mailtrack.web.words.Wording;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;

/// Tells errors: to programs as `application/problem+json`, to people with a browser as a small page. Whatever goes
/// wrong anywhere comes through here, in the framework as well as in our own code.
@Singleton
public final class Problems implements ErrorResponseProcessor<Object> {

    private static final MediaType PROBLEM_JSON = MediaType.of("application/problem+json");

    private final Pages pages;
    private final Wording wording;

    Problems(Pages pages, Wording wording) {
        this.pages = pages;
        this.wording = wording;
    }

    /// The answer to a request that was refused.
    public MutableHttpResponse<Object> of(HttpRequest<?> request, Refusal refusal) {
        return tell(request, Problem.of(refusal));
    }

    /// The answer of which there is nothing to say but its status.
    public MutableHttpResponse<Object> of(HttpRequest<?> request, HttpStatus status) {
        return tell(request, problem(request, status.getCode()));
    }

    /// The answer to a request for which there is no room, and may be later.
    public MutableHttpResponse<Object> full(HttpRequest<?> request, String code, String detail) {
        return tell(request, Problem.full(code, detail));
    }

    /// What the framework found to be wrong: its status and headers stay, its words do not.
    @Override
    public MutableHttpResponse<Object> processResponse(ErrorContext context, MutableHttpResponse<?> found) {
        HttpRequest<?> request = context.getRequest();
        MutableHttpResponse<Object> told = tell(request, problem(request, found.code()));
        if (told.code() == HttpStatus.REQUEST_ENTITY_TOO_LARGE.getCode()) {
            told.header("Connection", "close");
        }
        found.getHeaders().forEach((name, values) -> {
            if (!name.equalsIgnoreCase("Content-Type")) {
                values.forEach(value -> told.header(name, value));
            }
        });
        return told;
    }

    private static Problem problem(HttpRequest<?> request, int found) {
        int status = status(request, found);
        return ApiPaths.contain(request) ? Problem.of(status) : Problem.ofPage(status);
    }

    /// The framework has one status for all that is too long to be read.
    private static int status(HttpRequest<?> request, int found) {
        Throwable unread = request instanceof NettyHttpRequest<?> read
                ? read.getNativeRequest().decoderResult().cause()
                : null;
        return switch (unread) {
            case TooLongHttpLineException _ -> 414;
            case TooLongHttpHeaderException _ -> 431;
            case TooLongFrameException _ -> 413;
            case null, default -> found;
        };
    }

    private MutableHttpResponse<Object> tell(HttpRequest<?> request, Problem problem) {
        if (isForPeople(request)) {
            return pages.show(
                    request, HttpStatus.valueOf(problem.status()), "error", ErrorView.of(problem, wording.of(request)));
        }
        MutableHttpResponse<Object> response = HttpResponse.status(problem.status(), problem.title());
        if (request.getMethod() != HttpMethod.HEAD) {
            response.contentType(PROBLEM_JSON).body(json(request, problem));
        }
        return response;
    }

    /// Whether somebody sits before a browser and reads the answer.
    public static boolean isForPeople(HttpRequest<?> request) {
        List<String> accepted = request.getHeaders().getAll("Accept");
        return accepted.stream()
                        .anyMatch(types -> types.toLowerCase(Locale.ROOT).contains("text/html"))
                && !ApiPaths.contain(request);
    }

    private static ProblemJson json(HttpRequest<?> request, Problem problem) {
        return new ProblemJson(
                "about:blank",
                problem.title(),
                problem.status(),
                problem.detail(),
                request.getPath(),
                problem.code(),
                problem.violations().stream().map(ProblemJson.FieldJson::of).toList());
    }
}
