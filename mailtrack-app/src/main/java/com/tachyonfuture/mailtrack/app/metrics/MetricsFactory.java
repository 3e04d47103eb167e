package com.tachyonfuture.mailtrack.app.metrics;

import com.tachyonfuture.mailtrack.app.recording.QuarantineSize;
import com.tachyonfuture.mailtrack.app.settings.Settings;
import com.tachyonfuture.mailtrack.application.recording.DrainHits;
import com.tachyonfuture.mailtrack.application.recording.HitCounts;
import com.tachyonfuture.mailtrack.application.recording.StepTimes;
import com.tachyonfuture.mailtrack.mysql.Database;
import com.tachyonfuture.mailtrack.outbound.recording.FileHitSpool;
import com.tachyonfuture.mailtrack.web.metrics.Measurements;
import com.zaxxer.hikari.HikariDataSource;
import io.micronaut.context.annotation.Factory;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import io.prometheus.metrics.core.metrics.Info;
import io.prometheus.metrics.instrumentation.jvm.JvmGarbageCollectorMetrics;
import io.prometheus.metrics.instrumentation.jvm.JvmMemoryMetrics;
import io.prometheus.metrics.instrumentation.jvm.JvmThreadsMetrics;
import io.prometheus.metrics.instrumentation.jvm.ProcessMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Objects;
import javax.sql.DataSource;

/// Puts together what is measured, when it is asked for the first time.
@Factory
final class MetricsFactory {

    @Singleton
    RecordingMetrics recordingMetrics(HitCounts counts, StepTimes times) {
        return new RecordingMetrics(counts, times);
    }

    @Singleton
    SpoolMetrics spoolMetrics(FileHitSpool spool, Settings settings, DrainHits drainHits) {
        return new SpoolMetrics(spool, settings.recording().spoolLimit(), drainHits, InstantSource.system());
    }

    @Singleton
    DatabaseMetrics databaseMetrics(DataSource dataSource, Database database, QuarantineSize quarantineSize) {
        var pool = (HikariDataSource) DelegatingDataSource.unwrapDataSource(dataSource);
        return new DatabaseMetrics(pool, database, quarantineSize);
    }

    @Singleton
    Measurements measurements(RecordingMetrics recording, SpoolMetrics spool, DatabaseMetrics database) {
        var registry = new PrometheusRegistry();
        recording.register(registry);
        spool.register(registry);
        database.register(registry);
        registerProgram(registry);
        return new PrometheusMeasurements(registry);
    }

    /// The program, its process and its Java machine; what else the client knows of Java tells an operator nothing.
    private static void registerProgram(PrometheusRegistry registry) {
        String version = MetricsFactory.class.getPackage().getImplementationVersion();
        Info.builder()
                .name("mailtrack_build_info")
                .help("The version that runs, and that of Java; always 1.")
                .labelNames("version", "java")
                .register(registry)
                .setLabelValues(
                        Objects.requireNonNullElse(version, "development"),
                        Runtime.version().toString());
        JvmMemoryMetrics.builder().register(registry);
        JvmGarbageCollectorMetrics.builder().register(registry);
        JvmThreadsMetrics.builder().register(registry);
        ProcessMetrics.builder().register(registry);
    }
}
