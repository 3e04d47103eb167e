package com.tachyonfuture.mailtrack.web.access;

import com.tachyonfuture.mailtrack.web.form.Forms;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import org.jspecify.annotations.Nullable;

/// Where the owner signs out.
@Controller("/logout")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.VIRTUAL)
final class LogoutController {

    private final BrowserSession browserSession;
    private final Forms forms;

    LogoutController(BrowserSession browserSession, Forms forms) {
        this.browserSession = browserSession;
        this.forms = forms;
    }

    /// A link signs nobody out: that takes the form.
    @Get
    HttpResponse<?> whereOnlyTheFormGoes() {
        return HttpResponse.status(HttpStatus.SEE_OTHER).header("Location", LocalPath.ROOT.value());
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> signOut(HttpRequest<?> request, @Body @Nullable String body) {
        forms.read(request, body);
        return browserSession.end(
                request, HttpResponse.status(HttpStatus.SEE_OTHER).header("Location", LoginController.OUT));
    }
}
