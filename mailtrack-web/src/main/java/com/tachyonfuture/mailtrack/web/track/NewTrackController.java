package com.tachyonfuture.mailtrack.web.track;

import com.tachyonfuture.mailtrack.application.Refusal;
import com.tachyonfuture.mailtrack.application.track.CreateTrack;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import com.tachyonfuture.mailtrack.web.client.Clients;
import com.tachyonfuture.mailtrack.web.form.Forms;
import com.tachyonfuture.mailtrack.web.page.Pages;
import com.tachyonfuture.mailtrack.web.words.Wording;
import io.micronaut.core.annotation.Nullable;
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
import java.net.URI;
import java.util.Objects;

/// The page on which a track is created.
@Controller("/create")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.VIRTUAL)
final class NewTrackController {

    private static final String TEMPLATE = "track/create";

    private final CreateTrack createTrack;
    private final Forms forms;
    private final Wording wording;
    private final Pages pages;
    private final Clients clients;

    NewTrackController(CreateTrack createTrack, Forms forms, Wording wording, Pages pages, Clients clients) {
        this.createTrack = createTrack;
        this.forms = forms;
        this.wording = wording;
        this.pages = pages;
        this.clients = clients;
    }

    @Get
    HttpResponse<?> form(HttpRequest<?> request) {
        return pages.show(request, HttpStatus.OK, TEMPLATE, NewTrackView.of(NewTrackForm.empty(), wording.of(request)));
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> create(HttpRequest<?> request, @Body @Nullable String body) {
        var form = NewTrackForm.of(forms.read(request, Objects.requireNonNullElse(body, "")));
        return switch (createTrack.with(form.request(clients.ownAddressOf(request)))) {
            case CreateTrack.Created created -> toTrack(created.track().track().id());
            case CreateTrack.Refused(var refusal) ->
                pages.show(
                        request, status(refusal), TEMPLATE, NewTrackView.refused(form, refusal, wording.of(request)));
        };
    }

    private static HttpResponse<?> toTrack(TrackId id) {
        return HttpResponse.seeOther(URI.create("/detail/" + id.inPath() + "?created=true"));
    }

    private static HttpStatus status(Refusal refusal) {
        return switch (refusal.kind()) {
            case CONFLICT -> HttpStatus.CONFLICT;
            case INVALID, UNACCEPTABLE, NOT_FOUND, FORBIDDEN, TOO_MANY -> HttpStatus.UNPROCESSABLE_ENTITY;
        };
    }
}
