package com.tachyonfuture.mailtrack.web.health;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

/// How the service is, for whoever watches it. That it answers at all is what liveness and readiness mean: pixels are
/// served whatever else is broken.
@Controller("/health")
@Secured(SecurityRule.IS_ANONYMOUS)
final class HealthController {

    private final SharedHealth sharedHealth;

    HealthController(SharedHealth sharedHealth) {
        this.sharedHealth = sharedHealth;
    }

    @Get
    @ExecuteOn(TaskExecutors.VIRTUAL)
    HttpResponse<HealthJson> health() {
        var health = sharedHealth.now();
        return answer(health.isUp() ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE, HealthJson.of(health));
    }

    @Get("/{probe:liveness|readiness}")
    HttpResponse<HealthJson> serving(String probe) {
        return answer(HttpStatus.OK, HealthJson.UP);
    }

    private static HttpResponse<HealthJson> answer(HttpStatus status, HealthJson health) {
        return HttpResponse.<HealthJson>status(status).body(health).header("Cache-Control", "no-store");
    }
}
