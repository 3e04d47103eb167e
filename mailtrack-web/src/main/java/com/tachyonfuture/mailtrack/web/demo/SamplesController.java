package com.tachyonfuture.mailtrack.web.demo;

import com.tachyonfuture.mailtrack.application.demo.RemoveSamples;
import com.tachyonfuture.mailtrack.web.form.Forms;
import com.tachyonfuture.mailtrack.web.page.SampleNotice;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Where the button of the [SampleNotice] leads.
@Controller("/samples/removal")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.VIRTUAL)
final class SamplesController {

    private final RemoveSamples removeSamples;
    private final SampleNotice notice;
    private final Forms forms;

    SamplesController(RemoveSamples removeSamples, SampleNotice notice, Forms forms) {
        this.removeSamples = removeSamples;
        this.notice = notice;
        this.forms = forms;
    }

    /// Nobody is asked again: what is made up can be made again.
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> remove(HttpRequest<?> request, @Body @Nullable String body) {
        forms.read(request, Objects.requireNonNullElse(body, ""));
        removeSamples.all();
        notice.lookAgain();
        return HttpResponse.seeOther(URI.create("/"));
    }
}
