package com.tachyonfuture.mailtrack.web.health;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.tachyonfuture.mailtrack.application.health.CheckHealth.Health;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/// How the service is, in the API.
@Serdeable
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record HealthJson(String status, List<String> problems) {

    static final HealthJson UP = new HealthJson("UP", List.of());

    static HealthJson of(Health health) {
        return health.isUp() ? UP : new HealthJson("DOWN", health.problems());
    }
}
