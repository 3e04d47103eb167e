package com.tachyonfuture.mailtrack.web.track;

import com.tachyonfuture.mailtrack.application.stats.ComputeStats;
import com.tachyonfuture.mailtrack.application.track.FindTracks;
import com.tachyonfuture.mailtrack.web.api.Parameters;
import com.tachyonfuture.mailtrack.web.api.RefusedRequest;
import com.tachyonfuture.mailtrack.web.page.Pages;
import com.tachyonfuture.mailtrack.web.words.Wording;
import com.tachyonfuture.mailtrack.web.words.Words;
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
    private final Wording wording;
    private final Pages pages;

    OverviewController(FindTracks findTracks, ComputeStats computeStats, Wording wording, Pages pages) {
        this.findTracks = findTracks;
        this.computeStats = computeStats;
        this.wording = wording;
        this.pages = pages;
    }

    @Get
    @Produces(MediaType.TEXT_HTML)
    @ExecuteOn(TaskExecutors.VIRTUAL)
    HttpResponse<?> show(HttpRequest<?> request) {
        var asked = new Parameters(request);
        Words words = wording.of(request);
        TracksFound found = find(OverviewSearch.of(asked), words);
        boolean deleted = "true".equals(asked.text("deleted"));
        String sampleKey = UUID.randomUUID().toString();
        var view = OverviewView.of(computeStats.now(), found, deleted, words, sampleKey);
        return pages.show(request, found.status(), "track/overview", view);
    }

    private TracksFound find(OverviewSearch search, Words words) {
        try {
            return switch (findTracks.matching(search.request(LINES, words.times()))) {
                case FindTracks.Found(var page) -> TracksFound.of(search, page, words);
                case FindTracks.Refused(var refusal) -> TracksFound.refused(search, refusal.violations(), words);
            };
        } catch (RefusedRequest unreadable) {
            return TracksFound.refused(search, unreadable.refusal().violations(), words);
        }
    }
}
