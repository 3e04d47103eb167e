package com.tachyonfuture.mailtrack.web.metrics;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// What is measured, for a Prometheus server. It tells how much mail the owner sends, so nobody gets it without a key.
///
/// On a thread of the system: on a virtual one Java's `BufferedWriter`, through which the client writes, copies all
/// that it buffers at each word. docs/decisions/0018 has the numbers.
@Controller("/metrics")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.IO)
final class MetricsController {

    private final Measurements measurements;

    MetricsController(Measurements measurements) {
        this.measurements = measurements;
    }

    @Get(produces = MediaType.ALL)
    HttpResponse<byte[]> now(@Header("Accept") @Nullable String accept) {
        var page = measurements.now(accept);
        return HttpResponse.ok(page.text().getBytes(StandardCharsets.UTF_8))
                .header("Content-Type", page.mediaType())
                .header("Cache-Control", "no-store");
    }
}
