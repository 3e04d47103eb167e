package com.tachyonfuture.mailtrack.app.metrics;

import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.function.Consumer;

/// What goes up and down, each a number that is asked for when it is told.
record Gauges(PrometheusRegistry registry) {

    /// A gauge that calls nothing is left out.
    void add(String name, String help, Consumer<GaugeWithCallback.Callback> number, String... labels) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .labelNames(labels)
                .callback(number)
                .register(registry);
    }
}
