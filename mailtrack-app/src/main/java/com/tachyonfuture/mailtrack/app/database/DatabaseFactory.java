package com.tachyonfuture.mailtrack.app.database;

import com.tachyonfuture.mailtrack.mysql.Database;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import javax.sql.DataSource;

/// Makes what all adapters of the database share.
@Factory
final class DatabaseFactory {

    @Singleton
    Database database(DataSource dataSource) {
        return new Database(dataSource);
    }

    @Singleton
    SchemaUpgrade schemaUpgrade(DataSource dataSource, Database database) {
        return new SchemaUpgrade(dataSource, database);
    }
}
