package com.tachyonfuture.mailtrack.web.track;

import com.tachyonfuture.mailtrack.application.track.PinTrack;
import com.tachyonfuture.mailtrack.application.track.StopTrack;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import com.tachyonfuture.mailtrack.web.api.TrackIds;
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
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The buttons that pin and stop a track, and those that take it back. Pressed twice, they do no more than once.
@Controller("/detail/{id}")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.VIRTUAL)
final class MarksController {

    private final PinTrack pinTrack;
    private final StopTrack stopTrack;
    private final Forms forms;

    MarksController(PinTrack pinTrack, StopTrack stopTrack, Forms forms) {
        this.pinTrack = pinTrack;
        this.stopTrack = stopTrack;
        this.forms = forms;
    }

    /// Whoever goes to where only forms are sent means the page.
    @Get(uris = {"/pin", "/pin/removal", "/stop", "/stop/removal"})
    HttpResponse<?> whereOnlyFormsGo(String id) {
        return DetailPage.backTo(TrackIds.parse(id), null);
    }

    @Post("/pin")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> pin(HttpRequest<?> request, String id, @Body @Nullable String body) {
        return mark(request, id, body, pinTrack::by, "pinned");
    }

    @Post("/pin/removal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> unpin(HttpRequest<?> request, String id, @Body @Nullable String body) {
        return mark(request, id, body, pinTrack::undo, "unpinned");
    }

    @Post("/stop")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> stop(HttpRequest<?> request, String id, @Body @Nullable String body) {
        return mark(request, id, body, stopTrack::by, "stopped");
    }

    @Post("/stop/removal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> resume(HttpRequest<?> request, String id, @Body @Nullable String body) {
        return mark(request, id, body, stopTrack::undo, "resumed");
    }

    private HttpResponse<?> mark(
            HttpRequest<?> request, String id, @Nullable String body, Predicate<TrackId> change, String done) {
        forms.read(request, body);
        TrackId track = TrackIds.parse(id);
        if (!change.test(track)) {
            throw TrackIds.unknown();
        }
        return DetailPage.backTo(track, done);
    }
}
