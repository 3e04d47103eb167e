package com.tachyonfuture.mailtrack.web.recording;

import com.tachyonfuture.mailtrack.application.Page;
import com.tachyonfuture.mailtrack.application.recording.FindOpens;
import com.tachyonfuture.mailtrack.domain.recording.Open;
import com.tachyonfuture.mailtrack.web.api.NextPage;
import com.tachyonfuture.mailtrack.web.api.Parameters;
import com.tachyonfuture.mailtrack.web.api.RefusedRequest;
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
import java.util.List;

/// Opens over HTTP.
@Controller("/api")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.VIRTUAL)
final class OpensController {

    private final FindOpens findOpens;
    private final WebSettings settings;

    OpensController(FindOpens findOpens, WebSettings settings) {
        this.findOpens = findOpens;
        this.settings = settings;
    }

    @Get("/tracks/{id}/opens")
    HttpResponse<List<OpenJson>> ofTrack(HttpRequest<?> request, String id) {
        var asked = new Parameters(request);
        var trackId = TrackIds.parse(id);
        var next = new NextPage(settings.baseUrl() + "/api/tracks/" + trackId + "/opens")
                .with("limit", asked.text("limit"));
        return switch (findOpens.of(new FindOpens.Request(trackId, asked.limit(), asked.text("cursor")))) {
            case FindOpens.Found(var page) -> next.addTo(HttpResponse.ok(json(page)), page.next());
            case FindOpens.NoSuchTrack() -> throw TrackIds.unknown();
            case FindOpens.Refused(var refusal) -> throw new RefusedRequest(refusal);
        };
    }

    private static List<OpenJson> json(Page<Open> page) {
        return page.items().stream().map(OpenJson::of).toList();
    }

    @Get("/opens/recent")
    List<RecentReadJson> recent(HttpRequest<?> request) {
        var since = new Parameters(request).requiredMoment("since");
        return findOpens.readsSince(since).stream().map(RecentReadJson::of).toList();
    }
}
