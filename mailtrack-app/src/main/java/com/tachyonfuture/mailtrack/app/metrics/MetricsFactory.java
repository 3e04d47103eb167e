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
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.sql.DataSource;

/// Puts together what is measured.
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
    JvmMetrics jvmMetrics() {
        return new JvmMetrics(Objects.requireNonNullElse(
                MetricsFactory.class.getPackage().getImplementationVersion(), "development"));
    }

    @Singleton
    Measurements measurements(
            RecordingMetrics recording, SpoolMetrics spool, DatabaseMetrics database, JvmMetrics jvm) {
        return () -> Stream.of(recording.now(), spool.now(), database.now(), jvm.now())
                .flatMap(List::stream)
                .toList();
    }
}
