package com.tachyonfuture.mailtrack.web.track;

import com.tachyonfuture.mailtrack.application.Page;
import com.tachyonfuture.mailtrack.application.recording.FindOpens;
import com.tachyonfuture.mailtrack.application.track.DeleteTrack;
import com.tachyonfuture.mailtrack.application.track.FindTracks;
import com.tachyonfuture.mailtrack.application.track.TrackSummary;
import com.tachyonfuture.mailtrack.domain.recording.Open;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import com.tachyonfuture.mailtrack.web.api.Bodies;
import com.tachyonfuture.mailtrack.web.api.JsonStreams;
import com.tachyonfuture.mailtrack.web.api.LargePage;
import com.tachyonfuture.mailtrack.web.api.NextPage;
import com.tachyonfuture.mailtrack.web.api.TrackIds;
import com.tachyonfuture.mailtrack.web.recording.OpenJson;
import com.tachyonfuture.mailtrack.web.recording.OpensPage;
import com.tachyonfuture.mailtrack.web.settings.WebSettings;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.io.InputStream;

/// One track over HTTP.
@Controller("/api/tracks/{id}")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.VIRTUAL)
final class TrackController {

    private final FindTracks findTracks;
    private final FindOpens findOpens;
    private final TrackChanges changes;
    private final DeleteTrack deleteTrack;
    private final JsonStreams jsonStreams;
    private final WebSettings settings;

    TrackController(
            FindTracks findTracks,
            FindOpens findOpens,
            TrackChanges changes,
            DeleteTrack deleteTrack,
            JsonStreams jsonStreams,
            WebSettings settings) {
        this.findTracks = findTracks;
        this.findOpens = findOpens;
        this.changes = changes;
        this.deleteTrack = deleteTrack;
        this.jsonStreams = jsonStreams;
        this.settings = settings;
    }

    @Get
    HttpResponse<InputStream> show(String id) {
        TrackId trackId = TrackIds.parse(id);
        TrackSummary summary = findTracks.by(trackId).orElseThrow(TrackIds::unknown);
        LargePage<Open> opens = OpensPage.find(findOpens, trackId, null, Page.LARGEST, null);
        var track = TrackJson.of(summary, settings.baseUrl());
        var body = jsonStreams.object(track, "opens", opens.items(), OpenJson::of);
        return new NextPage(settings.baseUrl() + "/api/tracks/"
                        + summary.track().id().inPath() + "/opens")
                .addTo(HttpResponse.ok(body), opens.next());
    }

    @Patch
    TrackJson change(HttpRequest<?> request, String id) {
        TrackId trackId = TrackIds.parse(id);
        changes.make(trackId, TrackChangeJson.parse(Bodies.readJson(request)));
        return TrackJson.of(findTracks.by(trackId).orElseThrow(TrackIds::unknown), settings.baseUrl());
    }

    @Delete
    MessageJson delete(String id) {
        if (!deleteTrack.by(TrackIds.parse(id))) {
            throw TrackIds.unknown();
        }
        return new MessageJson("Track deleted");
    }
}
