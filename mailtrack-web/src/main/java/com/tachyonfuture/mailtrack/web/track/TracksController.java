package com.tachyonfuture.mailtrack.web.track;

import com.tachyonfuture.mailtrack.application.Page;
import com.tachyonfuture.mailtrack.application.track.CreateTrack;
import com.tachyonfuture.mailtrack.application.track.FindTracks;
import com.tachyonfuture.mailtrack.application.track.TrackSummary;
import com.tachyonfuture.mailtrack.web.api.Bodies;
import com.tachyonfuture.mailtrack.web.api.Parameters;
import com.tachyonfuture.mailtrack.web.api.RefusedRequest;
import com.tachyonfuture.mailtrack.web.settings.WebSettings;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.net.URI;
import java.util.List;

/// All tracks over HTTP.
@Controller("/api/tracks")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.VIRTUAL)
final class TracksController {

    private final CreateTrack createTrack;
    private final FindTracks findTracks;
    private final WebSettings settings;

    TracksController(CreateTrack createTrack, FindTracks findTracks, WebSettings settings) {
        this.createTrack = createTrack;
        this.findTracks = findTracks;
        this.settings = settings;
    }

    @Post
    HttpResponse<TrackJson> create(HttpRequest<?> request) {
        var details = NewTrackJson.parse(Bodies.readJson(request));
        String key = request.getHeaders().get("Idempotency-Key");
        return switch (createTrack.with(new CreateTrack.Request(details, key))) {
            case CreateTrack.Created(var track, var repeated) -> created(track, repeated);
            case CreateTrack.Refused(var refusal) -> throw new RefusedRequest(refusal);
        };
    }

    private HttpResponse<TrackJson> created(TrackSummary summary, boolean repeated) {
        var location =
                URI.create(settings.baseUrl() + "/api/tracks/" + summary.track().id());
        MutableHttpResponse<TrackJson> response =
                HttpResponse.created(TrackJson.of(summary, settings.baseUrl()), location);
        return repeated ? response.header("Idempotent-Replayed", "true") : response;
    }

    @Get
    HttpResponse<List<TrackJson>> list(HttpRequest<?> request) {
        var search = new TrackSearch(new Parameters(request));
        return switch (findTracks.matching(search.request())) {
            case FindTracks.Found(var page) ->
                search.nextPage(settings.baseUrl()).addTo(answer(page), page.next());
            case FindTracks.Refused(var refusal) -> throw new RefusedRequest(refusal);
        };
    }

    private MutableHttpResponse<List<TrackJson>> answer(Page<TrackSummary> page) {
        return HttpResponse.ok(page.items().stream()
                .map(summary -> TrackJson.of(summary, settings.baseUrl()))
                .toList());
    }
}
