package com.tachyonfuture.mailtrack.app.metrics;

import com.tachyonfuture.mailtrack.web.metrics.Measurements;
import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.OpenMetricsTextFormatWriter;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import org.jspecify.annotations.Nullable;

/// What a registry of Prometheus' client holds, in one of its text formats.
///
/// Which one is not left to `ExpositionFormats.findWriter`: in version 1.9.0 it chooses Protocol Buffers for readers
/// that prefer them, and then fails, because the jar that could write them is not there.
record PrometheusMeasurements(PrometheusRegistry registry) implements Measurements {

    private static final ExpositionFormatWriter TEXT = PrometheusTextFormatWriter.create();
    private static final ExpositionFormatWriter OPEN_METRICS = OpenMetricsTextFormatWriter.create();

    /// What the client calls a debug string is all that it would write to a stream.
    @Override
    public Page now(@Nullable String accept) {
        var writer = OPEN_METRICS.accepts(accept) ? OPEN_METRICS : TEXT;
        return new Page(writer.getContentType(), writer.toDebugString(registry.scrape()));
    }
}
