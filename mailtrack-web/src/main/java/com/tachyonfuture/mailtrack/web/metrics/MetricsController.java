package com.tachyonfuture.mailtrack.web.metrics;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.nio.charset.StandardCharsets;

/// What is measured, for a Prometheus server. It tells how much mail the owner sends, so nobody gets it without a key.
@Controller("/metrics")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.VIRTUAL)
final class MetricsController {

    private final Measurements measurements;

    MetricsController(Measurements measurements) {
        this.measurements = measurements;
    }

    @Get(produces = PrometheusText.MEDIA_TYPE)
    HttpResponse<byte[]> now() {
        return HttpResponse.ok(PrometheusText.of(measurements.now()).getBytes(StandardCharsets.UTF_8))
                .header("Content-Type", PrometheusText.MEDIA_TYPE)
                .header("Cache-Control", "no-store");
    }
}
