package com.tachyonfuture.mailtrack.web.analytics;

import com.tachyonfuture.mailtrack.application.Refusal;
import com.tachyonfuture.mailtrack.application.stats.AnalyzeReads;
import com.tachyonfuture.mailtrack.application.stats.AnalyzeReads.Analysis;
import com.tachyonfuture.mailtrack.application.stats.AnalyzeTracks;
import com.tachyonfuture.mailtrack.domain.stats.Days;
import com.tachyonfuture.mailtrack.domain.track.Violation;
import com.tachyonfuture.mailtrack.web.api.Parameters;
import com.tachyonfuture.mailtrack.web.api.RefusedRequest;
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
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Charts of when, where and with what mails are read, and the numbers behind each as a file.
@Controller(AnalyticsSearch.PATH)
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.VIRTUAL)
final class AnalyticsController {

    private static final String TEMPLATE = "analytics/analytics";
    private static final MediaType CSV = MediaType.of("text/csv;charset=utf-8");

    private final AnalyzeReads analyzeReads;
    private final AnalyzeTracks analyzeTracks;
    private final Wording wording;
    private final Pages pages;

    AnalyticsController(AnalyzeReads analyzeReads, AnalyzeTracks analyzeTracks, Wording wording, Pages pages) {
        this.analyzeReads = analyzeReads;
        this.analyzeTracks = analyzeTracks;
        this.wording = wording;
        this.pages = pages;
    }

    /// @param sample null where all tracks were looked at
    private record Found(Analysis analysis, AnalyzeTracks.@Nullable Sample sample) {}

    @Get
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<?> show(HttpRequest<?> request) {
        Words words = wording.of(request);
        var search = AnalyticsSearch.of(new Parameters(request), words.times());
        if (!search.period().violations().isEmpty()) {
            return refused(request, search, List.of(), words);
        }
        try {
            Found found = find(search, words);
            var view = AnalyticsView.of(search, found.analysis(), found.sample(), words);
            return pages.show(request, HttpStatus.OK, TEMPLATE, view);
        } catch (RefusedRequest unreadable) {
            return refused(request, search, unreadable.refusal().violations(), words);
        }
    }

    private HttpResponse<?> refused(
            HttpRequest<?> request, AnalyticsSearch search, List<Violation> violations, Words words) {
        var view = AnalyticsView.refused(search, violations, words);
        return pages.show(request, HttpStatus.BAD_REQUEST, TEMPLATE, view);
    }

    private Found find(AnalyticsSearch search, Words words) {
        var period = search.period().period();
        var zone = words.times().zone();
        if (!search.isFiltered()) {
            return new Found(analyzeReads.of(period, zone), null);
        }
        return switch (analyzeTracks.of(search.request(words.times()), period, zone)) {
            case AnalyzeTracks.Analyzed(var analysis, var sample) -> new Found(analysis, sample);
            case AnalyzeTracks.Refused(var refusal) -> throw new RefusedRequest(refusal);
        };
    }

    @Get("/{chart}.csv")
    @Produces(MediaType.ALL)
    HttpResponse<InputStream> table(HttpRequest<?> request, String chart) {
        Words words = wording.of(request);
        Chart wanted = Chart.of(chart).orElseThrow(AnalyticsController::noSuchChart);
        var search = AnalyticsSearch.of(new Parameters(request), words.times());
        List<Violation> wrong = search.period().violations();
        if (!wrong.isEmpty()) {
            throw new RefusedRequest(
                    Refusal.invalid(wrong.getFirst().field(), wrong.getFirst().message()));
        }
        Analysis analysis = find(search, words).analysis();
        return HttpResponse.ok(new AnalyticsTables(analysis, words).of(wanted))
                .contentType(CSV)
                .header("Cache-Control", "no-store")
                .header(
                        "Content-Disposition",
                        "attachment; filename=\""
                                + fileName(wanted, analysis.summary().days()) + "\"");
    }

    private static RefusedRequest noSuchChart() {
        return new RefusedRequest(Refusal.notFound("not_found", "There is nothing at this address."));
    }

    private static String fileName(Chart chart, Days days) {
        return "mailtrack-" + chart.code() + "-" + days.first() + "-" + days.last() + ".csv";
    }
}
