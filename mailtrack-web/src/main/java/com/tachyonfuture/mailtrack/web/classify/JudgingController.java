package com.tachyonfuture.mailtrack.web.classify;

import com.tachyonfuture.mailtrack.application.classify.ExplainJudging;
import com.tachyonfuture.mailtrack.web.page.Pages;
import com.tachyonfuture.mailtrack.web.words.Wording;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

/// The page that says how opens are judged.
@Controller("/judging")
@Secured(SecurityRule.IS_AUTHENTICATED)
final class JudgingController {

    private final ExplainJudging explainJudging;
    private final Wording wording;
    private final Pages pages;

    JudgingController(ExplainJudging explainJudging, Wording wording, Pages pages) {
        this.explainJudging = explainJudging;
        this.wording = wording;
        this.pages = pages;
    }

    @Get
    @Produces(MediaType.TEXT_HTML)
    @ExecuteOn(TaskExecutors.VIRTUAL)
    HttpResponse<?> show(HttpRequest<?> request) {
        return pages.show(
                request, HttpStatus.OK, "classify/judging", JudgingView.of(explainJudging.now(), wording.of(request)));
    }
}
