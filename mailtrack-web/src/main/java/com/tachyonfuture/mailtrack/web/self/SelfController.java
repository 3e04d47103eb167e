package com.tachyonfuture.mailtrack.web.self;

import com.tachyonfuture.mailtrack.application.self.KeepOwnAddresses;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import com.tachyonfuture.mailtrack.web.api.NextPage;
import com.tachyonfuture.mailtrack.web.api.TrackIds;
import com.tachyonfuture.mailtrack.web.form.Form;
import com.tachyonfuture.mailtrack.web.form.Forms;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
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
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// The buttons beside an open: "That was me", and "Not me".
@Controller("/detail/{id}/opens/{open}/self")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.VIRTUAL)
final class SelfController {

    private final KeepOwnAddresses keepOwnAddresses;
    private final Forms forms;

    SelfController(KeepOwnAddresses keepOwnAddresses, Forms forms) {
        this.keepOwnAddresses = keepOwnAddresses;
        this.forms = forms;
    }

    /// Whoever goes to where only forms are sent means the page.
    @Get(uris = {"/", "/removal"})
    HttpResponse<?> whereOnlyFormsGo(String id, String open) {
        return HttpResponse.seeOther(URI.create("/detail/" + TrackIds.parse(id).inPath()));
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> thatWasMe(HttpRequest<?> request, String id, String open, @Body @Nullable String body) {
        Form form = forms.read(request, body);
        TrackId track = TrackIds.parse(id);
        var done = SelfOutcomes.done(keepOwnAddresses.learn(track, SelfOutcomes.id(open)));
        return backTo(track, open, form, done.complete() ? "self" : "self-begun");
    }

    @Post("/removal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> notMe(HttpRequest<?> request, String id, String open, @Body @Nullable String body) {
        Form form = forms.read(request, body);
        TrackId track = TrackIds.parse(id);
        var done = SelfOutcomes.done(keepOwnAddresses.forget(track, SelfOutcomes.id(open)));
        return backTo(track, open, form, done.complete() ? "not-self" : "not-self-begun");
    }

    /// To the page on which the button was, of all verdicts, since that of the open is another now.
    private static HttpResponse<?> backTo(TrackId track, String open, Form form, String what) {
        String cursor = form.text("cursor");
        var page = new NextPage("/detail/" + track.inPath())
                .with("done", what)
                .with("cursor", cursor.isEmpty() ? null : cursor);
        return HttpResponse.seeOther(URI.create(page + "#open-" + SelfOutcomes.id(open)));
    }
}
