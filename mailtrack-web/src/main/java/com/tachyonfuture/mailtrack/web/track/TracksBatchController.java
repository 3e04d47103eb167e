package com.tachyonfuture.mailtrack.web.track;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.tachyonfuture.mailtrack.application.track.CreateTracks;
import com.tachyonfuture.mailtrack.domain.track.TrackDetails;
import com.tachyonfuture.mailtrack.web.api.Bodies;
import com.tachyonfuture.mailtrack.web.api.JsonStreams;
import com.tachyonfuture.mailtrack.web.api.JsonTexts;
import com.tachyonfuture.mailtrack.web.api.RefusedRequest;
import com.tachyonfuture.mailtrack.web.client.Clients;
import com.tachyonfuture.mailtrack.web.settings.WebSettings;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import java.io.InputStream;
import java.util.List;

/// Tracks for all recipients of one message over HTTP.
@Controller("/api/tracks/batch")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.VIRTUAL)
final class TracksBatchController {

    private static final List<String> FIELDS = List.of("subject", "notes", "message_group_id");

    /// What the tracks have in common; they follow as one field more.
    @Serdeable
    record BatchJson(@JsonProperty("message_group_id") String messageGroupId) {}

    private final CreateTracks createTracks;
    private final JsonStreams jsonStreams;
    private final Clients clients;
    private final WebSettings settings;

    TracksBatchController(CreateTracks createTracks, JsonStreams jsonStreams, Clients clients, WebSettings settings) {
        this.createTracks = createTracks;
        this.jsonStreams = jsonStreams;
        this.clients = clients;
        this.settings = settings;
    }

    @Post
    HttpResponse<InputStream> create(HttpRequest<?> request) {
        var read = JsonTexts.parse(Bodies.readJson(request), FIELDS, List.of("recipients"));
        var common = new TrackDetails(null, read.text("subject"), read.text("notes"), read.text("message_group_id"));
        String key = request.getHeaders().get("Idempotency-Key");
        var asked = new CreateTracks.Request(read.list("recipients"), common, key, clients.ownAddressOf(request));
        return switch (createTracks.with(asked)) {
            case CreateTracks.Created created -> created(created);
            case CreateTracks.Refused(var refusal) -> throw new RefusedRequest(refusal);
        };
    }

    private HttpResponse<InputStream> created(CreateTracks.Created created) {
        InputStream body = jsonStreams.object(
                new BatchJson(created.group()),
                "tracks",
                created.tracks().iterator(),
                summary -> TrackJson.of(summary, settings.baseUrl()));
        MutableHttpResponse<InputStream> response = HttpResponse.<InputStream>status(HttpStatus.CREATED)
                .contentType("application/json")
                .body(body);
        return created.repeated() ? response.header("Idempotent-Replayed", "true") : response;
    }
}
