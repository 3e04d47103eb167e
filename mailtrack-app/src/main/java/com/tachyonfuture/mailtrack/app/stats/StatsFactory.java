package com.tachyonfuture.mailtrack.app.stats;

import com.tachyonfuture.mailtrack.application.recording.port.Opens;
import com.tachyonfuture.mailtrack.application.stats.ComputeStats;
import com.tachyonfuture.mailtrack.application.stats.port.Totals;
import com.tachyonfuture.mailtrack.mysql.Database;
import com.tachyonfuture.mailtrack.mysql.stats.MysqlTotals;
import com.tachyonfuture.mailtrack.mysql.stats.TotalRows;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/// Makes the numbers over all tracks.
@Factory
final class StatsFactory {

    @Singleton
    Totals totals(Database database, TotalRows rows) {
        return new MysqlTotals(database, rows);
    }

    @Singleton
    ComputeStats computeStats(Totals totals, Opens opens) {
        return new ComputeStats(totals, opens);
    }
}
