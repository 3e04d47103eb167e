package com.tachyonfuture.mailtrack.web.transfer;

import com.tachyonfuture.mailtrack.web.api.Parameters;
import com.tachyonfuture.mailtrack.web.api.TrackIds;
import com.tachyonfuture.mailtrack.web.track.OverviewSearch;
import com.tachyonfuture.mailtrack.web.transfer.Downloads.Format;
import com.tachyonfuture.mailtrack.web.words.Wording;
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
import java.io.InputStream;
import java.time.InstantSource;

/// Files of tracks and opens for the owner, by the same questions as the pages: days are those of the owner's zone.
@Controller("/export")
@Produces(MediaType.ALL)
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.VIRTUAL)
final class ExportController {

    private final Downloads downloads;
    private final Wording wording;
    private final InstantSource clock;

    ExportController(Downloads downloads, Wording wording, InstantSource clock) {
        this.downloads = downloads;
        this.wording = wording;
        this.clock = clock;
    }

    @Get("/tracks.csv")
    HttpResponse<InputStream> tracksAsCsv(HttpRequest<?> request) {
        return tracks(request, Format.CSV_FOR_PEOPLE);
    }

    @Get("/tracks.json")
    HttpResponse<InputStream> tracksAsJson(HttpRequest<?> request) {
        return tracks(request, Format.JSON);
    }

    private HttpResponse<InputStream> tracks(HttpRequest<?> request, Format format) {
        var search = OverviewSearch.of(new Parameters(request));
        var times = wording.of(request).times();
        var now = clock.instant();
        return downloads.tracks((limit, cursor) -> search.at(cursor).request(limit, times, now), format);
    }

    @Get("/opens.csv")
    HttpResponse<InputStream> opensAsCsv(HttpRequest<?> request) {
        return opens(request, Format.CSV_FOR_PEOPLE);
    }

    @Get("/opens.json")
    HttpResponse<InputStream> opensAsJson(HttpRequest<?> request) {
        return opens(request, Format.JSON);
    }

    private HttpResponse<InputStream> opens(HttpRequest<?> request, Format format) {
        var asked = new Parameters(request);
        String track = asked.text("track_id");
        if (track != null) {
            return downloads.opensOf(TrackIds.parse(track), asked.verdict("verdict"), format);
        }
        var period = OverviewSearch.of(asked)
                .request(1, wording.of(request).times(), clock.instant())
                .filter();
        return downloads.opensIn(period.since(), period.until(), period.verdict(), format);
    }

    @Get("/merge.csv")
    HttpResponse<InputStream> merge(HttpRequest<?> request) {
        return downloads.merge(ExportApiController.group(new Parameters(request)), Format.CSV_FOR_PEOPLE);
    }
}
