package com.tachyonfuture.mailtrack.web.track;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

/// Tracks over HTTP.
@Controller("/api/tracks")
@Secured(SecurityRule.IS_ANONYMOUS)
public final class TracksController {

    @Get("/{id}")
    TrackJson one(String id) {
        return new TrackJson(id);
    }
}
