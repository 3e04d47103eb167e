package com.tachyonfuture.mailtrack.web.track;

import com.tachyonfuture.mailtrack.application.track.EditNotes;
import com.tachyonfuture.mailtrack.application.track.FindTracks;
import com.tachyonfuture.mailtrack.application.track.TrackSummary;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import com.tachyonfuture.mailtrack.web.api.TrackIds;
import com.tachyonfuture.mailtrack.web.form.Forms;
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

/// Changes the notes of a track.
///
/// Whoever had other notes before their eyes than there are by now, as after a change in another window, is told so
/// (409), with what they typed kept; saved once more, it replaces them. Of two who save at the same moment, the later
/// one wins.
@Controller("/detail/{id}/notes")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.VIRTUAL)
final class NotesController {

    private final FindTracks findTracks;
    private final EditNotes editNotes;
    private final Forms forms;
    private final Wording wording;
    private final DetailPage page;

    NotesController(FindTracks findTracks, EditNotes editNotes, Forms forms, Wording wording, DetailPage page) {
        this.findTracks = findTracks;
        this.editNotes = editNotes;
        this.forms = forms;
        this.wording = wording;
        this.page = page;
    }

    /// Whoever goes to where only forms are sent means the page.
    @Get
    HttpResponse<?> whereOnlyFormsGo(String id) {
        return DetailPage.backTo(TrackIds.parse(id), null);
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> edit(HttpRequest<?> request, String id, @Body @Nullable String body) {
        var form = NotesForm.of(forms.read(request, body));
        TrackId track = TrackIds.parse(id);
        TrackSummary found = findTracks.by(track).orElseThrow(TrackIds::unknown);
        if (!form.replaces(found.track().details().notes())) {
            NotesView notes = NotesView.outdated(found, form, wording.of(request));
            return page.show(request, HttpStatus.CONFLICT, found, notes);
        }
        return switch (editNotes.of(track, form.notes())) {
            case EditNotes.Edited() -> DetailPage.backTo(track, "notes");
            case EditNotes.NoSuchTrack() -> throw TrackIds.unknown();
            case EditNotes.Refused(var refusal) -> {
                NotesView notes = NotesView.refused(found, form, refusal, wording.of(request));
                yield page.show(request, HttpStatus.UNPROCESSABLE_ENTITY, found, notes);
            }
        };
    }
}
