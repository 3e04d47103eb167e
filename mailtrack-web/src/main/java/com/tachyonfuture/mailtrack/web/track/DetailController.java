package com.tachyonfuture.mailtrack.web.track;

import com.tachyonfuture.mailtrack.application.Page;
import com.tachyonfuture.mailtrack.application.recording.FindOpens;
import com.tachyonfuture.mailtrack.application.track.FindTracks;
import com.tachyonfuture.mailtrack.application.track.TrackSummary;
import com.tachyonfuture.mailtrack.domain.recording.Open;
import com.tachyonfuture.mailtrack.web.api.Parameters;
import com.tachyonfuture.mailtrack.web.api.TrackIds;
import com.tachyonfuture.mailtrack.web.page.DisplayTimes;
import com.tachyonfuture.mailtrack.web.page.Pages;
import com.tachyonfuture.mailtrack.web.settings.WebSettings;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.List;

/// The page of one track: what to paste into the mail, and what became of it.
@Controller("/detail/{id}")
@Secured(SecurityRule.IS_AUTHENTICATED)
final class DetailController {

    private static final int OPENS = 50;
    private static final String TEMPLATE = "track/detail";

    private final FindTracks findTracks;
    private final FindOpens findOpens;
    private final DisplayTimes times;
    private final Pages pages;
    private final WebSettings settings;

    DetailController(
            FindTracks findTracks, FindOpens findOpens, DisplayTimes times, Pages pages, WebSettings settings) {
        this.findTracks = findTracks;
        this.findOpens = findOpens;
        this.times = times;
        this.pages = pages;
        this.settings = settings;
    }

    @Get
    @Produces(MediaType.TEXT_HTML)
    @ExecuteOn(TaskExecutors.VIRTUAL)
    HttpResponse<?> show(HttpRequest<?> request, String id) {
        TrackSummary summary = findTracks.by(TrackIds.parse(id)).orElseThrow(TrackIds::unknown);
        var asked = new Parameters(request);
        var opens = new FindOpens.Request(summary.track().id(), OPENS, asked.text("cursor"));
        return switch (findOpens.of(opens)) {
            case FindOpens.Found(var page) -> found(request, summary, page, asked);
            case FindOpens.NoSuchTrack() -> throw TrackIds.unknown();
            case FindOpens.Refused(var refusal) -> refused(request, summary, refusal.message());
        };
    }

    private HttpResponse<?> found(HttpRequest<?> request, TrackSummary summary, Page<Open> opens, Parameters asked) {
        boolean firstPage = asked.text("cursor") == null;
        boolean isNew = "true".equals(asked.text("created"));
        var view = DetailView.of(summary, opens, firstPage, isNew, null, settings.baseUrl(), times);
        return pages.show(request, HttpStatus.OK, TEMPLATE, view);
    }

    private HttpResponse<?> refused(HttpRequest<?> request, TrackSummary summary, String error) {
        var none = new Page<Open>(List.of(), null);
        var view = DetailView.of(summary, none, false, false, error, settings.baseUrl(), times);
        return pages.show(request, HttpStatus.BAD_REQUEST, TEMPLATE, view);
    }
}
