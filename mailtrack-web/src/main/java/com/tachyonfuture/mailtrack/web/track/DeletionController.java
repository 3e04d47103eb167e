package com.tachyonfuture.mailtrack.web.track;

import com.tachyonfuture.mailtrack.application.track.DeleteTrack;
import com.tachyonfuture.mailtrack.application.track.FindTracks;
import com.tachyonfuture.mailtrack.application.track.TrackSummary;
import com.tachyonfuture.mailtrack.web.api.TrackIds;
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

/// Asks once before a track is deleted, and deletes it.
@Controller("/detail/{id}/deletion")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.VIRTUAL)
final class DeletionController {

    private final FindTracks findTracks;
    private final DeleteTrack deleteTrack;
    private final Forms forms;
    private final Wording wording;
    private final Pages pages;

    DeletionController(FindTracks findTracks, DeleteTrack deleteTrack, Forms forms, Wording wording, Pages pages) {
        this.findTracks = findTracks;
        this.deleteTrack = deleteTrack;
        this.forms = forms;
        this.wording = wording;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> ask(HttpRequest<?> request, String id) {
        TrackSummary summary = findTracks.by(TrackIds.parse(id)).orElseThrow(TrackIds::unknown);
        return pages.show(request, HttpStatus.OK, "track/deletion", DeletionView.of(summary, wording.of(request)));
    }

    /// A track that is gone already makes no difference: whoever pressed twice has what they wanted.
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> delete(HttpRequest<?> request, String id, @Body @Nullable String body) {
        forms.read(request, Objects.requireNonNullElse(body, ""));
        deleteTrack.by(TrackIds.parse(id));
        return HttpResponse.seeOther(URI.create("/?deleted=true"));
    }
}
