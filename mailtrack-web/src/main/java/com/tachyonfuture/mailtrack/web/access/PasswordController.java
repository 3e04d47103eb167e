package com.tachyonfuture.mailtrack.web.access;

import com.tachyonfuture.mailtrack.application.Refusal;
import com.tachyonfuture.mailtrack.application.access.ChangePassword;
import com.tachyonfuture.mailtrack.application.access.CheckOwner;
import com.tachyonfuture.mailtrack.web.access.SettingsPage.Sent;
import com.tachyonfuture.mailtrack.web.api.RefusedRequest;
import com.tachyonfuture.mailtrack.web.form.Form;
import com.tachyonfuture.mailtrack.web.form.Forms;
import com.tachyonfuture.mailtrack.web.page.Pages;
import com.tachyonfuture.mailtrack.web.settings.WebSettings;
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

/// Where the owner changes the password.
@Controller(SettingsController.PATH + "/password")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.VIRTUAL)
final class PasswordController {

    private final ChangePassword changePassword;
    private final Claims claims;
    private final Waits waits;
    private final SettingsPage settingsPage;
    private final WebSettings settings;
    private final Forms forms;
    private final Wording wording;
    private final Pages pages;

    PasswordController(
            ChangePassword changePassword,
            Claims claims,
            Waits waits,
            SettingsPage settingsPage,
            WebSettings settings,
            Forms forms,
            Wording wording,
            Pages pages) {
        this.changePassword = changePassword;
        this.claims = claims;
        this.waits = waits;
        this.settingsPage = settingsPage;
        this.settings = settings;
        this.forms = forms;
        this.wording = wording;
        this.pages = pages;
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> change(HttpRequest<?> request, @Body @Nullable String body) {
        Form form = forms.read(request, body);
        if (settings.passwordFromSettings()) {
            throw new RefusedRequest(Refusal.conflict(
                    "password_in_settings", "The password is in the settings, so it has to be changed there."));
        }
        return switch (changePassword.with(change(request, form))) {
            case ChangePassword.Changed() -> SettingsController.done("password");
            case ChangePassword.Refused(var violations) ->
                show(request, HttpStatus.UNPROCESSABLE_ENTITY, Sent.refused("", violations));
            case ChangePassword.TooSoon(var nextTryAt) -> {
                Waits.Wait left = waits.until(nextTryAt);
                yield show(
                                request,
                                HttpStatus.TOO_MANY_REQUESTS,
                                Sent.passwordRefused(left.sentence(wording.of(request))))
                        .header("Retry-After", left.inSeconds());
            }
        };
    }

    private ChangePassword.Request change(HttpRequest<?> request, Form form) {
        CheckOwner.Request claim = claims.of(request, "", form.text("current"));
        return new ChangePassword.Request(
                claim.password(),
                form.text("chosen"),
                form.text("repeated"),
                claim.address(),
                claim.knownBrowser(),
                BrowserSession.of(request).orElse(null));
    }

    private MutableHttpResponse<?> show(HttpRequest<?> request, HttpStatus status, Sent sent) {
        return pages.show(request, status, SettingsController.TEMPLATE, settingsPage.after(request, sent));
    }
}
