package com.tachyonfuture.mailtrack.web.transfer;

import com.tachyonfuture.mailtrack.application.Refusal;
import com.tachyonfuture.mailtrack.domain.track.TrackDetails;
import com.tachyonfuture.mailtrack.web.api.Parameters;
import com.tachyonfuture.mailtrack.web.api.RefusedRequest;
import com.tachyonfuture.mailtrack.web.api.TrackIds;
import com.tachyonfuture.mailtrack.web.track.TrackSearch;
import com.tachyonfuture.mailtrack.web.transfer.Downloads.Format;
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

/// Files of tracks and opens for programs.
@Controller("/api/export")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.VIRTUAL)
final class ExportApiController {

    private final Downloads downloads;
    private final InstantSource clock;

    ExportApiController(Downloads downloads, InstantSource clock) {
        this.downloads = downloads;
        this.clock = clock;
    }

    @Get("/tracks.csv")
    HttpResponse<InputStream> tracksAsCsv(HttpRequest<?> request) {
        return tracks(request, Format.CSV);
    }

    @Get("/tracks.json")
    HttpResponse<InputStream> tracksAsJson(HttpRequest<?> request) {
        return tracks(request, Format.JSON);
    }

    private HttpResponse<InputStream> tracks(HttpRequest<?> request, Format format) {
        return downloads.tracks(new TrackSearch(new Parameters(request), clock.instant())::part, format);
    }

    @Get("/opens.csv")
    HttpResponse<InputStream> opensAsCsv(HttpRequest<?> request) {
        return opens(new Parameters(request), Format.CSV);
    }

    @Get("/opens.json")
    HttpResponse<InputStream> opensAsJson(HttpRequest<?> request) {
        return opens(new Parameters(request), Format.JSON);
    }

    private HttpResponse<InputStream> opens(Parameters asked, Format format) {
        String track = asked.text("track_id");
        return track == null
                ? downloads.opensIn(asked.moment("since"), asked.moment("until"), asked.verdict("verdict"), format)
                : downloads.opensOf(TrackIds.parse(track), asked.verdict("verdict"), format);
    }

    @Get("/merge.csv")
    HttpResponse<InputStream> merge(HttpRequest<?> request) {
        return downloads.merge(group(new Parameters(request)), Format.CSV);
    }

    /// The group that a request names, which it has to.
    static String group(Parameters asked) {
        String group = asked.text("message_group_id");
        if (group == null || group.codePointCount(0, group.length()) > TrackDetails.LONGEST_GROUP) {
            throw new RefusedRequest(Refusal.invalid(
                    "message_group_id", "must have 1 to " + TrackDetails.LONGEST_GROUP + " characters"));
        }
        return group;
    }
}
