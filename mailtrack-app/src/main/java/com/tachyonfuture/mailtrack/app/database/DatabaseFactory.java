package com.tachyonfuture.mailtrack.app.database;

import com.tachyonfuture.mailtrack.mysql.Database;
import io.micronaut.context.annotation.Factory;
import io.micronaut.data.connection.ConnectionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;

/// Makes what all adapters of the database share.
@Factory
final class DatabaseFactory {

    @Singleton
    Database database(ConnectionOperations<Connection> connections) {
        return new Database(connections);
    }
}
