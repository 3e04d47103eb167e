package com.tachyonfuture.mailtrack.web.access;

import com.tachyonfuture.mailtrack.web.form.Form;
import com.tachyonfuture.mailtrack.web.form.Forms;
import com.tachyonfuture.mailtrack.web.words.Language;
import com.tachyonfuture.mailtrack.web.words.Wording;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import org.jspecify.annotations.Nullable;

/// Where a browser gets a language of its own choice.
@Controller(SettingsController.PATH + "/language")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.VIRTUAL)
final class LanguageController {

    private static final String DONE = SettingsController.PATH + "?done=language";

    private final Wording wording;
    private final Forms forms;

    LanguageController(Wording wording, Forms forms) {
        this.wording = wording;
        this.forms = forms;
    }

    /// What is none of our languages leaves it to the browser.
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> choose(HttpRequest<?> request, @Body @Nullable String body) {
        Form form = forms.read(request, body);
        MutableHttpResponse<?> response =
                HttpResponse.status(HttpStatus.SEE_OTHER).header("Location", DONE);
        wording.choose(request, response, Language.of(form.text("language")).orElse(null));
        return response;
    }
}
