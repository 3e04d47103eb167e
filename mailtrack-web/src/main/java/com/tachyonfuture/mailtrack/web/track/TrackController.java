package com.tachyonfuture.mailtrack.web.track;

import com.tachyonfuture.mailtrack.application.Page;
import com.tachyonfuture.mailtrack.application.recording.FindOpens;
import com.tachyonfuture.mailtrack.application.track.DeleteTrack;
import com.tachyonfuture.mailtrack.application.track.FindTracks;
import com.tachyonfuture.mailtrack.application.track.TrackSummary;
import com.tachyonfuture.mailtrack.domain.recording.Open;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import com.tachyonfuture.mailtrack.web.api.NextPage;
import com.tachyonfuture.mailtrack.web.api.RefusedRequest;
import com.tachyonfuture.mailtrack.web.api.TrackIds;
import com.tachyonfuture.mailtrack.web.recording.OpenJson;
import com.tachyonfuture.mailtrack.web.settings.WebSettings;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

/// One track over HTTP.
@Controller("/api/tracks/{id}")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.VIRTUAL)
final class TrackController {

    private final FindTracks findTracks;
    private final FindOpens findOpens;
    private final DeleteTrack deleteTrack;
    private final WebSettings settings;

    TrackController(FindTracks findTracks, FindOpens findOpens, DeleteTrack deleteTrack, WebSettings settings) {
        this.findTracks = findTracks;
        this.findOpens = findOpens;
        this.deleteTrack = deleteTrack;
        this.settings = settings;
    }

    @Get
    HttpResponse<TrackWithOpensJson> show(String id) {
        TrackId trackId = TrackIds.parse(id);
        TrackSummary summary = findTracks.by(trackId).orElseThrow(TrackIds::unknown);
        return switch (findOpens.of(new FindOpens.Request(trackId, Page.LARGEST, null))) {
            case FindOpens.Found(var opens) -> answer(summary, opens);
            case FindOpens.NoSuchTrack() -> throw TrackIds.unknown();
            case FindOpens.Refused(var refusal) -> throw new RefusedRequest(refusal);
        };
    }

    private HttpResponse<TrackWithOpensJson> answer(TrackSummary summary, Page<Open> opens) {
        var track = TrackJson.of(summary, settings.baseUrl());
        var json = new TrackWithOpensJson(
                track, opens.items().stream().map(OpenJson::of).toList());
        return new NextPage(settings.baseUrl() + "/api/tracks/" + track.id() + "/opens")
                .addTo(HttpResponse.ok(json), opens.next());
    }

    @Delete
    MessageJson delete(String id) {
        if (!deleteTrack.by(TrackIds.parse(id))) {
            throw TrackIds.unknown();
        }
        return new MessageJson("Track deleted");
    }
}
