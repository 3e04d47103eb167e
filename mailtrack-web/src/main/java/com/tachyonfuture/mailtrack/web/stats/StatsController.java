package com.tachyonfuture.mailtrack.web.stats;

import com.tachyonfuture.mailtrack.application.stats.ComputeStats;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

/// The numbers over HTTP.
@Controller("/api/stats")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.VIRTUAL)
final class StatsController {

    private final ComputeStats computeStats;

    StatsController(ComputeStats computeStats) {
        this.computeStats = computeStats;
    }

    @Get
    StatsJson now() {
        return StatsJson.of(computeStats.now());
    }
}
