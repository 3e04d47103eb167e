package com.tachyonfuture.mailtrack.web.track;

import com.tachyonfuture.mailtrack.application.stats.ComputeStats;
import com.tachyonfuture.mailtrack.application.track.ChosenTracks;
import com.tachyonfuture.mailtrack.application.track.FindTracks;
import com.tachyonfuture.mailtrack.web.api.Parameters;
import com.tachyonfuture.mailtrack.web.api.RefusedRequest;
import com.tachyonfuture.mailtrack.web.page.AskedPeriod;
import com.tachyonfuture.mailtrack.web.page.Pages;
import com.tachyonfuture.mailtrack.web.words.Wording;
import com.tachyonfuture.mailtrack.web.words.Words;
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
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The page at the root: what was read, and every track there is.
@Controller
@Secured(SecurityRule.IS_AUTHENTICATED)
final class OverviewController {

    private static final int LINES = 50;

    private static final Pattern COUNT = Pattern.compile("\\d{1,4}");

    private final FindTracks findTracks;
    private final ComputeStats computeStats;
    private final OverviewNumbers numbers;
    private final Wording wording;
    private final Pages pages;

    OverviewController(
            FindTracks findTracks, ComputeStats computeStats, OverviewNumbers numbers, Wording wording, Pages pages) {
        this.findTracks = findTracks;
        this.computeStats = computeStats;
        this.numbers = numbers;
        this.wording = wording;
        this.pages = pages;
    }

    @Get
    @Produces(MediaType.TEXT_HTML)
    @ExecuteOn(TaskExecutors.VIRTUAL)
    HttpResponse<?> show(HttpRequest<?> request) {
        var asked = new Parameters(request);
        Words words = wording.of(request);
        var period = AskedPeriod.of(asked, words.times().today());
        var search = OverviewSearch.of(asked).keeping(period.parameters());
        TracksFound found = find(search, words.times().now(), words);
        ComputeStats.Result stats = computeStats.now();
        var parts = new OverviewView.Parts(
                notice(asked, words),
                stats,
                stats.counts().tracks() == 0 ? null : numbers.headline(period, search, words),
                found,
                numbers.kinds(found.page().items(), words),
                numbers.trends(found.page().items(), words),
                UUID.randomUUID().toString());
        HttpStatus status = period.violations().isEmpty() ? found.status() : HttpStatus.BAD_REQUEST;
        return pages.show(request, status, "track/overview", OverviewView.of(parts, words));
    }

    /// What the page before this one did.
    private static @Nullable String notice(Parameters asked, Words words) {
        if ("true".equals(asked.text("deleted"))) {
            return words.of("overview.deleted");
        }
        return switch (asked.text("done")) {
            case "pinned" -> words.count("overview.done.pinned", count(asked));
            case "unpinned" -> words.count("overview.done.unpinned", count(asked));
            case "deleted" -> words.count("overview.done.deleted", count(asked));
            case "nothing" -> words.of("overview.done.nothing");
            case "too-many" -> words.of("overview.done.too-many", ChosenTracks.MOST);
            case null, default -> null;
        };
    }

    private static long count(Parameters asked) {
        String count = asked.text("count");
        return count != null && COUNT.matcher(count).matches() ? Long.parseLong(count) : 1;
    }

    private TracksFound find(OverviewSearch search, Instant now, Words words) {
        try {
            return switch (findTracks.matching(search.request(LINES, words.times(), now))) {
                case FindTracks.Found(var page) -> TracksFound.of(search, page, words);
                case FindTracks.Refused(var refusal) -> TracksFound.refused(search, refusal.violations(), words);
            };
        } catch (RefusedRequest unreadable) {
            return TracksFound.refused(search, unreadable.refusal().violations(), words);
        }
    }
}
