package com.tachyonfuture.mailtrack.web.track;

import com.tachyonfuture.mailtrack.application.track.ChosenTracks;
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
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

/// What the owner does with the tracks that they chose in the list. Deleting asks once, on a page of its own.
@Controller("/tracks")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ExecuteOn(TaskExecutors.VIRTUAL)
final class ChosenController {

    private final ChosenTracks chosenTracks;
    private final Forms forms;
    private final Wording wording;
    private final Pages pages;

    ChosenController(ChosenTracks chosenTracks, Forms forms, Wording wording, Pages pages) {
        this.chosenTracks = chosenTracks;
        this.forms = forms;
        this.wording = wording;
        this.pages = pages;
    }

    @Post("/pin")
    HttpResponse<?> pin(HttpRequest<?> request, @Body @Nullable String body) {
        ChosenForm chosen = chosen(request, body);
        return done(chosen, "pinned", chosenTracks.pin(chosen.tracks(), true));
    }

    @Post("/unpin")
    HttpResponse<?> unpin(HttpRequest<?> request, @Body @Nullable String body) {
        ChosenForm chosen = chosen(request, body);
        return done(chosen, "unpinned", chosenTracks.pin(chosen.tracks(), false));
    }

    @Post("/deletion")
    HttpResponse<?> ask(HttpRequest<?> request, @Body @Nullable String body) {
        ChosenForm chosen = chosen(request, body);
        return switch (chosenTracks.look(chosen.tracks())) {
            case ChosenTracks.Found(var tracks)
            when tracks.isEmpty() -> HttpResponse.seeOther(chosen.after("nothing", 0));
            case ChosenTracks.Found(var tracks) -> {
                var view = ChosenDeletionView.of(tracks, chosen.back(), wording.of(request));
                yield pages.show(request, HttpStatus.OK, "track/chosen-deletion", view);
            }
            case ChosenTracks.TooMany() -> HttpResponse.seeOther(chosen.after("too-many", 0));
        };
    }

    @Post("/deletion/sure")
    HttpResponse<?> delete(HttpRequest<?> request, @Body @Nullable String body) {
        ChosenForm chosen = chosen(request, body);
        return done(chosen, "deleted", chosenTracks.delete(chosen.tracks()));
    }

    private ChosenForm chosen(HttpRequest<?> request, @Nullable String body) {
        return ChosenForm.of(forms.read(request, body));
    }

    /// Whoever chose nothing, or what is gone, or too many, is told so by the list.
    private static HttpResponse<?> done(ChosenForm chosen, String what, ChosenTracks.Outcome outcome) {
        return HttpResponse.seeOther(
                switch (outcome) {
                    case ChosenTracks.Done(int tracks) -> chosen.after(tracks == 0 ? "nothing" : what, tracks);
                    case ChosenTracks.TooMany() -> chosen.after("too-many", 0);
                });
    }
}
