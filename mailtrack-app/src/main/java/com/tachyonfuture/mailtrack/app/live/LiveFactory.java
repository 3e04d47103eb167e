package com.tachyonfuture.mailtrack.app.live;

import com.tachyonfuture.mailtrack.application.live.WatchOpens;
import com.tachyonfuture.mailtrack.application.live.port.Arrivals;
import com.tachyonfuture.mailtrack.mysql.Database;
import com.tachyonfuture.mailtrack.mysql.live.MysqlArrivals;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/// Makes what tells of new opens.
@Factory
final class LiveFactory {

    @Singleton
    Arrivals arrivals(Database database) {
        return new MysqlArrivals(database);
    }

    @Singleton
    WatchOpens watchOpens(Arrivals arrivals) {
        return new WatchOpens(arrivals, System::nanoTime);
    }
}
