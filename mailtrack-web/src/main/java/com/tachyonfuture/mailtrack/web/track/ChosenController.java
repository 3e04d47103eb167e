package com.tachyonfuture.mailtrack.web.track;

import com.tachyonfuture.mailtrack.application.track.ChosenTracks;
import com.tachyonfuture.mailtrack.application.track.TrackSummary;
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
import java.util.List;

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
        List<TrackSummary> tracks = chosenTracks.look(chosen.tracks());
        if (tracks.isEmpty()) {
            return HttpResponse.seeOther(chosen.after("nothing", 0));
        }
        var view = ChosenDeletionView.of(tracks, chosen.back(), wording.of(request));
        return pages.show(request, HttpStatus.OK, "track/chosen-deletion", view);
    }

    @Post("/deletion/sure")
    HttpResponse<?> delete(HttpRequest<?> request, @Body @Nullable String body) {
        ChosenForm chosen = chosen(request, body);
        return done(chosen, "deleted", chosenTracks.delete(chosen.tracks()));
    }

    private ChosenForm chosen(HttpRequest<?> request, @Nullable String body) {
        return ChosenForm.of(forms.read(request, body));
    }

    /// Whoever chose nothing, or what is gone, is told so by the list.
    private static HttpResponse<?> done(ChosenForm chosen, String what, ChosenTracks.Outcome outcome) {
        return HttpResponse.seeOther(
                switch (outcome) {
                    case ChosenTracks.Done(int tracks) -> chosen.after(tracks == 0 ? "nothing" : what, tracks);
                    case ChosenTracks.Refused _ -> chosen.after("nothing", 0);
                });
    }
}
