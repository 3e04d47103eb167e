package com.tachyonfuture.mailtrack.web.track;

import com.tachyonfuture.mailtrack.application.track.FindTracks;
import com.tachyonfuture.mailtrack.application.track.TrackSummary;
import com.tachyonfuture.mailtrack.web.api.Parameters;
import com.tachyonfuture.mailtrack.web.api.RefusedRequest;
import com.tachyonfuture.mailtrack.web.api.TrackIds;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

/// The page of one track: what to paste into the mail, and what became of it.
@Controller("/detail/{id}")
@Secured(SecurityRule.IS_AUTHENTICATED)
final class DetailController {

    private final FindTracks findTracks;
    private final DetailPage page;

    DetailController(FindTracks findTracks, DetailPage page) {
        this.findTracks = findTracks;
        this.page = page;
    }

    @Get
    @Produces(MediaType.TEXT_HTML)
    @ExecuteOn(TaskExecutors.VIRTUAL)
    HttpResponse<?> show(HttpRequest<?> request, String id) {
        TrackSummary found = findTracks.by(TrackIds.parse(id)).orElseThrow(TrackIds::unknown);
        DetailView.Asked asked;
        try {
            asked = DetailView.Asked.of(new Parameters(request));
        } catch (RefusedRequest unreadable) {
            return page.refused(request, found, unreadable.refusal());
        }
        return page.show(request, found, asked);
    }
}
