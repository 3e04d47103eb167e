package com.tachyonfuture.mailtrack.web.track;

import com.tachyonfuture.mailtrack.application.stats.ComputeStats;
import com.tachyonfuture.mailtrack.application.track.FindTracks;
import com.tachyonfuture.mailtrack.web.api.Parameters;
import com.tachyonfuture.mailtrack.web.api.RefusedRequest;
import com.tachyonfuture.mailtrack.web.page.DisplayTimes;
import com.tachyonfuture.mailtrack.web.page.Pages;
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
import java.util.UUID;

/// The page at the root: what was read, and every track there is.
@Controller
@Secured(SecurityRule.IS_AUTHENTICATED)
final class OverviewController {

    private static final int LINES = 50;

    private final FindTracks findTracks;
    private final ComputeStats computeStats;
    private final DisplayTimes times;
    private final Pages pages;

    OverviewController(FindTracks findTracks, ComputeStats computeStats, DisplayTimes times, Pages pages) {
        this.findTracks = findTracks;
        this.computeStats = computeStats;
        this.times = times;
        this.pages = pages;
    }

    @Get
    @Produces(MediaType.TEXT_HTML)
    @ExecuteOn(TaskExecutors.VIRTUAL)
    HttpResponse<?> show(HttpRequest<?> request) {
        var asked = new Parameters(request);
        TracksFound found = find(OverviewSearch.of(asked));
        boolean deleted = "true".equals(asked.text("deleted"));
        String sampleKey = UUID.randomUUID().toString();
        var view = OverviewView.of(computeStats.now(), found, deleted, times, sampleKey);
        return pages.show(request, found.status(), "track/overview", view);
    }

    private TracksFound find(OverviewSearch search) {
        try {
            return switch (findTracks.matching(search.request(LINES, times))) {
                case FindTracks.Found(var page) -> TracksFound.of(search, page);
                case FindTracks.Refused(var refusal) -> TracksFound.refused(search, refusal.violations());
            };
        } catch (RefusedRequest unreadable) {
            return TracksFound.refused(search, unreadable.refusal().violations());
        }
    }
}
