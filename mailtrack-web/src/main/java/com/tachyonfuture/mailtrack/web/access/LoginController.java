package com.tachyonfuture.mailtrack.web.access;

import com.tachyonfuture.mailtrack.application.access.SignIn;
import com.tachyonfuture.mailtrack.web.api.Parameters;
import com.tachyonfuture.mailtrack.web.form.Form;
import com.tachyonfuture.mailtrack.web.form.Forms;
import com.tachyonfuture.mailtrack.web.page.Pages;
import com.tachyonfuture.mailtrack.web.words.Wording;
import com.tachyonfuture.mailtrack.web.words.Words;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
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
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Where the owner signs in.
@Controller(LoginController.PATH)
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.VIRTUAL)
final class LoginController {

    static final String PATH = "/login";
    static final String OUT = PATH + "?out=true";
    static final String ENDED = PATH + "?ended=true";

    private static final String TEMPLATE = "access/login";

    private final SignIn signIn;
    private final BrowserSession browserSession;
    private final Claims claims;
    private final Waits waits;
    private final Forms forms;
    private final Wording wording;
    private final Pages pages;

    LoginController(
            SignIn signIn,
            BrowserSession browserSession,
            Claims claims,
            Waits waits,
            Forms forms,
            Wording wording,
            Pages pages) {
        this.signIn = signIn;
        this.browserSession = browserSession;
        this.claims = claims;
        this.waits = waits;
        this.forms = forms;
        this.wording = wording;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> form(HttpRequest<?> request) {
        var asked = new Parameters(request);
        LocalPath next = LocalPath.of(Objects.requireNonNullElse(asked.text("next"), ""));
        return request.getUserPrincipal().isPresent()
                ? goTo(next)
                : pages.show(
                        request, HttpStatus.OK, TEMPLATE, LoginView.first(next, notice(asked, wording.of(request))));
    }

    private static @Nullable String notice(Parameters asked, Words words) {
        if (asked.text("ended") != null) {
            return words.of("login.ended");
        }
        return asked.text("out") == null ? null : words.of("login.out");
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> signIn(HttpRequest<?> request, @Body @Nullable String body) {
        Form form = forms.readLogin(request, body);
        String name = form.text("name");
        LocalPath next = LocalPath.of(form.text("next"));
        Words words = wording.of(request);
        return switch (signIn.of(claims.of(request, name, form.text("password")))) {
            case SignIn.SignedIn(var token) -> browserSession.begin(request, goTo(next), token);
            case SignIn.Stranger() ->
                again(request, HttpStatus.UNPROCESSABLE_ENTITY, LoginView.again(next, name, words.of("login.wrong")));
            case SignIn.TooSoon(var nextTryAt) -> {
                Waits.Wait left = waits.until(nextTryAt);
                yield again(request, HttpStatus.TOO_MANY_REQUESTS, LoginView.again(next, name, left.sentence(words)))
                        .header("Retry-After", left.inSeconds());
            }
        };
    }

    private MutableHttpResponse<?> again(HttpRequest<?> request, HttpStatus status, LoginView view) {
        return pages.show(request, status, TEMPLATE, view);
    }

    private static MutableHttpResponse<?> goTo(LocalPath next) {
        return HttpResponse.status(HttpStatus.SEE_OTHER).header("Location", next.value());
    }
}
