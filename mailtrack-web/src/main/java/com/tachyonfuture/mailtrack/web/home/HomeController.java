package com.tachyonfuture.mailtrack.web.home;

import com.tachyonfuture.mailtrack.application.Page;
import com.tachyonfuture.mailtrack.application.stats.ComputeStats;
import com.tachyonfuture.mailtrack.application.track.FindTracks;
import com.tachyonfuture.mailtrack.application.track.TrackSummary;
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

/// The page at the root: what became of the latest mails, and how to track the next.
@Controller
@Secured(SecurityRule.IS_AUTHENTICATED)
final class HomeController {

    private static final int LATEST = 10;

    private final FindTracks findTracks;
    private final ComputeStats computeStats;
    private final Pages pages;
    private final WebSettings settings;

    HomeController(FindTracks findTracks, ComputeStats computeStats, Pages pages, WebSettings settings) {
        this.findTracks = findTracks;
        this.computeStats = computeStats;
        this.pages = pages;
        this.settings = settings;
    }

    @Get
    @Produces(MediaType.TEXT_HTML)
    @ExecuteOn(TaskExecutors.VIRTUAL)
    HttpResponse<?> home(HttpRequest<?> request) {
        var view = HomeView.of(computeStats.now().counts(), latest(), settings);
        return pages.show(request, HttpStatus.OK, "home", view).header("Cache-Control", "no-store");
    }

    private List<TrackSummary> latest() {
        return switch (findTracks.matching(FindTracks.Request.newest(LATEST))) {
            case FindTracks.Found(Page<TrackSummary> page) -> page.items();
            case FindTracks.Refused(var refusal) -> throw new IllegalStateException(refusal.message());
        };
    }
}
