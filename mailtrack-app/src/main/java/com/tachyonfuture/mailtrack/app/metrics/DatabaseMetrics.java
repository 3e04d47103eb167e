package com.tachyonfuture.mailtrack.app.metrics;

import com.tachyonfuture.mailtrack.app.recording.QuarantineSize;
import com.tachyonfuture.mailtrack.mysql.Database;
import com.tachyonfuture.mailtrack.web.metrics.Metric;
import com.zaxxer.hikari.HikariDataSource;
import java.util.List;

/// The connections to the database, and what was last heard from it.
record DatabaseMetrics(HikariDataSource pool, Database database, QuarantineSize quarantineSize) {

    List<Metric> now() {
        var connections =
                Metric.gauge("mailtrack_database_connections", "Connections to the database, by what they do.");
        var waiting = Metric.gauge("mailtrack_database_connection_waits", "Threads that wait for a connection.");
        var running = pool.getHikariPoolMXBean();
        if (running != null) {
            connections = connections
                    .of("state", "active", running.getActiveConnections())
                    .of("state", "idle", running.getIdleConnections());
            waiting = waiting.of(running.getThreadsAwaitingConnection());
        }
        return List.of(
                connections,
                waiting,
                Metric.gauge("mailtrack_database_connections_limit", "How many connections there may be.")
                        .of(pool.getMaximumPoolSize()),
                Metric.gauge("mailtrack_database_ready", "1 once the tables are up to date, else 0.")
                        .of(database.isReady() ? 1 : 0),
                quarantined());
    }

    private Metric quarantined() {
        var metric =
                Metric.gauge("mailtrack_quarantined_hits", "Hits in quarantine, of all instances, as last counted.");
        return quarantineSize.lastCounted().stream()
                .mapToObj(metric::of)
                .findFirst()
                .orElse(metric);
    }
}
