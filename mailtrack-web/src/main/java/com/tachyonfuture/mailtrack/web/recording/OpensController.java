package com.tachyonfuture.mailtrack.web.recording;

import com.tachyonfuture.mailtrack.application.recording.FindOpens;
import com.tachyonfuture.mailtrack.web.api.JsonStreams;
import com.tachyonfuture.mailtrack.web.api.NextPage;
import com.tachyonfuture.mailtrack.web.api.Parameters;
import com.tachyonfuture.mailtrack.web.api.TrackIds;
import com.tachyonfuture.mailtrack.web.settings.WebSettings;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.io.InputStream;

/// Opens over HTTP.
@Controller("/api")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.VIRTUAL)
final class OpensController {

    private final FindOpens findOpens;
    private final JsonStreams jsonStreams;
    private final WebSettings settings;

    OpensController(FindOpens findOpens, JsonStreams jsonStreams, WebSettings settings) {
        this.findOpens = findOpens;
        this.jsonStreams = jsonStreams;
        this.settings = settings;
    }

    @Get("/tracks/{id}/opens")
    HttpResponse<InputStream> ofTrack(HttpRequest<?> request, String id) {
        var asked = new Parameters(request);
        var trackId = TrackIds.parse(id);
        var next = new NextPage(settings.baseUrl() + "/api/tracks/" + trackId.inPath() + "/opens")
                .with("limit", asked.text("limit"))
                .with("verdict", asked.text("verdict"));
        var page = OpensPage.find(findOpens, trackId, asked.verdict("verdict"), asked.limit(), asked.text("cursor"));
        return next.addTo(HttpResponse.ok(jsonStreams.array(page.items(), OpenJson::of)), page.next());
    }

    @Get("/opens/recent")
    InputStream recent(HttpRequest<?> request) {
        var since = new Parameters(request).requiredMoment("since");
        return jsonStreams.array(findOpens.readsSince(since).iterator(), RecentReadJson::of);
    }
}
