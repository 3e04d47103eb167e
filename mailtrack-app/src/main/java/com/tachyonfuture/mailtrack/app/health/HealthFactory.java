package com.tachyonfuture.mailtrack.app.health;

import com.tachyonfuture.mailtrack.application.health.CheckHealth;
import com.tachyonfuture.mailtrack.application.health.port.SpoolProbe;
import com.tachyonfuture.mailtrack.application.health.port.StorageProbe;
import com.tachyonfuture.mailtrack.mysql.Database;
import com.tachyonfuture.mailtrack.mysql.health.MysqlStorageProbe;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/// Makes the health check.
@Factory
final class HealthFactory {

    @Singleton
    StorageProbe storageProbe(Database database) {
        return new MysqlStorageProbe(database);
    }

    @Singleton
    CheckHealth checkHealth(StorageProbe storage, SpoolProbe spool) {
        return new CheckHealth(storage, spool);
    }
}
