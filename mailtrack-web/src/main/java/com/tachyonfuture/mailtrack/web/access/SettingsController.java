package com.tachyonfuture.mailtrack.web.access;

import com.tachyonfuture.mailtrack.application.Refusal;
import com.tachyonfuture.mailtrack.application.access.KeepApiKeys;
import com.tachyonfuture.mailtrack.application.access.KeepSessions;
import com.tachyonfuture.mailtrack.domain.access.ApiKeyId;
import com.tachyonfuture.mailtrack.web.access.SettingsPage.Sent;
import com.tachyonfuture.mailtrack.web.access.SettingsView.KeyView;
import com.tachyonfuture.mailtrack.web.api.Parameters;
import com.tachyonfuture.mailtrack.web.api.RefusedRequest;
import com.tachyonfuture.mailtrack.web.form.Form;
import com.tachyonfuture.mailtrack.web.form.Forms;
import com.tachyonfuture.mailtrack.web.page.Pages;
import com.tachyonfuture.mailtrack.web.words.Wording;
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

/// Where the owner keeps the keys to the API, and sees who else is signed in.
///
/// # Why creating a key is not answered by a redirect
/// The key exists nowhere but in that answer: of the page after a redirect, another instance might be asked, and
/// neither a database nor a cookie should hold a key that can be read. So that reloading the answer makes no second
/// key, the form says which keys its page showed; once there are others, nothing is made.
@Controller(SettingsController.PATH)
@Secured(SecurityRule.IS_AUTHENTICATED)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.VIRTUAL)
final class SettingsController {

    static final String PATH = "/settings";
    static final String TEMPLATE = "access/settings";

    private final KeepApiKeys keepApiKeys;
    private final KeepSessions keepSessions;
    private final SettingsPage settingsPage;
    private final Forms forms;
    private final Wording wording;
    private final Pages pages;

    SettingsController(
            KeepApiKeys keepApiKeys,
            KeepSessions keepSessions,
            SettingsPage settingsPage,
            Forms forms,
            Wording wording,
            Pages pages) {
        this.keepApiKeys = keepApiKeys;
        this.keepSessions = keepSessions;
        this.settingsPage = settingsPage;
        this.forms = forms;
        this.wording = wording;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> show(HttpRequest<?> request) {
        String key = switch (new Parameters(request).text("done")) {
            case "revoked" -> "settings.done.revoked";
            case "password" -> "settings.done.password";
            case "address" -> "settings.done.address";
            case "address-begun" -> "settings.done.address-begun";
            case "others" -> "settings.done.others";
            case "language" -> "settings.done.language";
            case null, default -> null;
        };
        return show(
                request,
                HttpStatus.OK,
                Sent.done(key == null ? null : wording.of(request).of(key)));
    }

    /// Whoever goes to where only forms are sent, by the address bar or after signing in again, means the page.
    @Get(uris = {"/keys", "/password", "/language", "/sessions/others/ending"})
    HttpResponse<?> whereOnlyFormsGo() {
        return HttpResponse.status(HttpStatus.SEE_OTHER).header("Location", PATH);
    }

    @Post("/keys")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> createKey(HttpRequest<?> request, @Body @Nullable String body) {
        Form form = forms.read(request, body);
        String label = form.text("label");
        if (!settingsPage.isUpToDate(form.text("known_keys"))) {
            return show(
                    request,
                    HttpStatus.CONFLICT,
                    Sent.tooLate(label, wording.of(request).of("settings.too-late")));
        }
        return switch (keepApiKeys.create(label)) {
            case KeepApiKeys.Created(var key, var secret) ->
                show(request, HttpStatus.OK, Sent.created(key.label(), secret));
            case KeepApiKeys.Refused(var violations) ->
                show(request, HttpStatus.UNPROCESSABLE_ENTITY, Sent.refused(label, violations));
        };
    }

    private HttpResponse<?> show(HttpRequest<?> request, HttpStatus status, Sent sent) {
        return pages.show(request, status, TEMPLATE, settingsPage.after(request, sent));
    }

    @Get("/keys/{id}/revocation")
    HttpResponse<?> askToRevoke(HttpRequest<?> request, String id) {
        KeyView key = settingsPage.key(request, id).orElseThrow(SettingsController::unknownKey);
        return pages.show(request, HttpStatus.OK, "access/revocation", new RevocationView(key));
    }

    /// A key that is gone already is revoked as well: whoever presses twice need not be told of a mistake.
    @Post("/keys/{id}/revocation")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> revoke(HttpRequest<?> request, String id, @Body @Nullable String body) {
        forms.read(request, body);
        settingsPage.key(request, id).ifPresent(key -> keepApiKeys.revoke(new ApiKeyId(key.id())));
        return done("revoked");
    }

    private static RefusedRequest unknownKey() {
        return new RefusedRequest(Refusal.notFound(
                "key_not_found", "There is no such key. Was it revoked already? The settings list all."));
    }

    @Post("/sessions/others/ending")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> endOtherSessions(HttpRequest<?> request, @Body @Nullable String body) {
        forms.read(request, body);
        keepSessions.endOthers(BrowserSession.of(request).orElse(null));
        return done("others");
    }

    /// Goes on to the page, which then says what was done.
    static HttpResponse<?> done(String what) {
        return HttpResponse.status(HttpStatus.SEE_OTHER).header("Location", PATH + "?done=" + what);
    }
}
