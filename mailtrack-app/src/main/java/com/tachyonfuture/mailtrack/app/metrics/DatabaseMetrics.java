package com.tachyonfuture.mailtrack.app.metrics;

import com.tachyonfuture.mailtrack.app.recording.QuarantineSize;
import com.tachyonfuture.mailtrack.mysql.Database;
import com.zaxxer.hikari.HikariDataSource;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;

/// The connections to the database, and what was last heard from it.
record DatabaseMetrics(HikariDataSource pool, Database database, QuarantineSize quarantineSize) {

    void register(PrometheusRegistry registry) {
        var gauges = new Gauges(registry);
        gauges.add(
                "mailtrack_database_connections",
                "Connections to the database, by what they do.",
                this::connections,
                "state");
        gauges.add("mailtrack_database_connection_waits", "Threads that wait for a connection.", this::waits);
        gauges.add(
                "mailtrack_database_connections_limit",
                "How many connections there may be.",
                gauge -> gauge.call(pool.getMaximumPoolSize()));
        gauges.add(
                "mailtrack_database_ready",
                "1 once the tables are up to date, else 0.",
                gauge -> gauge.call(database.isReady() ? 1 : 0));
        gauges.add(
                "mailtrack_quarantined_hits",
                "Hits in quarantine, of all instances, as last counted.",
                gauge -> quarantineSize.lastCounted().ifPresent(gauge::call));
    }

    private void connections(GaugeWithCallback.Callback gauge) {
        var running = pool.getHikariPoolMXBean();
        if (running != null) {
            gauge.call(running.getActiveConnections(), "active");
            gauge.call(running.getIdleConnections(), "idle");
        }
    }

    private void waits(GaugeWithCallback.Callback gauge) {
        var running = pool.getHikariPoolMXBean();
        if (running != null) {
            gauge.call(running.getThreadsAwaitingConnection());
        }
    }
}
