package com.tachyonfuture.mailtrack.web.track;

import com.tachyonfuture.mailtrack.application.Page;
import com.tachyonfuture.mailtrack.application.track.CreateTrack;
import com.tachyonfuture.mailtrack.application.track.FindTracks;
import com.tachyonfuture.mailtrack.application.track.TrackSummary;
import com.tachyonfuture.mailtrack.domain.track.TrackDetails;
import com.tachyonfuture.mailtrack.web.api.Bodies;
import com.tachyonfuture.mailtrack.web.api.JsonStreams;
import com.tachyonfuture.mailtrack.web.api.LargePage;
import com.tachyonfuture.mailtrack.web.api.Parameters;
import com.tachyonfuture.mailtrack.web.api.RefusedRequest;
import com.tachyonfuture.mailtrack.web.client.Clients;
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
import java.io.InputStream;
import java.net.URI;
import java.time.InstantSource;

/// All tracks over HTTP.
@Controller("/api/tracks")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.VIRTUAL)
final class TracksController {

    private final CreateTrack createTrack;
    private final FindTracks findTracks;
    private final JsonStreams jsonStreams;
    private final Clients clients;
    private final WebSettings settings;
    private final InstantSource clock;

    TracksController(
            CreateTrack createTrack,
            FindTracks findTracks,
            JsonStreams jsonStreams,
            Clients clients,
            WebSettings settings,
            InstantSource clock) {
        this.createTrack = createTrack;
        this.findTracks = findTracks;
        this.jsonStreams = jsonStreams;
        this.clients = clients;
        this.settings = settings;
        this.clock = clock;
    }

    @Post
    HttpResponse<TrackJson> create(HttpRequest<?> request) {
        var details = NewTrackJson.parse(Bodies.readJson(request));
        String key = request.getHeaders().get("Idempotency-Key");
        return switch (createTrack.with(new CreateTrack.Request(details, key, clients.ownAddressOf(request)))) {
            case CreateTrack.Created(var track, var repeated) -> created(track, repeated);
            case CreateTrack.Refused(var refusal) -> throw new RefusedRequest(refusal);
        };
    }

    private HttpResponse<TrackJson> created(TrackSummary summary, boolean repeated) {
        var location = URI.create(
                settings.baseUrl() + "/api/tracks/" + summary.track().id().inPath());
        MutableHttpResponse<TrackJson> response =
                HttpResponse.created(TrackJson.of(summary, settings.baseUrl()), location);
        return repeated ? response.header("Idempotent-Replayed", "true") : response;
    }

    @Get
    HttpResponse<InputStream> list(HttpRequest<?> request) {
        var search = new TrackSearch(new Parameters(request), clock.instant());
        var page = LargePage.find(
                (limit, cursor) -> find(search.part(limit, cursor)),
                summary -> summary.track().id(),
                TracksController::weight,
                search.limit(),
                search.cursor());
        var body = jsonStreams.array(page.items(), summary -> TrackJson.of(summary, settings.baseUrl()));
        return search.nextPage(settings.baseUrl()).addTo(HttpResponse.ok(body), page.next());
    }

    private Page<TrackSummary> find(FindTracks.Request request) {
        return switch (findTracks.matching(request)) {
            case FindTracks.Found(var page) -> page;
            case FindTracks.Refused(var refusal) -> throw new RefusedRequest(refusal);
        };
    }

    /// Of what has any length.
    private static long weight(TrackSummary summary) {
        TrackDetails details = summary.track().details();
        return LargePage.weight(details.recipient(), details.subject(), details.notes());
    }
}
