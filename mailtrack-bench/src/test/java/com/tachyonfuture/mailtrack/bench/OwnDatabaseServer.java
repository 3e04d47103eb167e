package com.tachyonfuture.mailtrack.bench;

import com.tachyonfuture.mailtrack.mysql.embedded.EmbeddedDatabase;
import com.tachyonfuture.mailtrack.mysql.embedded.EmbeddedDatabaseSettings;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/// A server for these tests, that stands for one that a person names.
final class OwnDatabaseServer implements AutoCloseable {

    private final EmbeddedDatabase server;

    private OwnDatabaseServer(EmbeddedDatabase server) {
        this.server = server;
    }

    static OwnDatabaseServer start() {
        var settings = EmbeddedDatabaseSettings.in(
                        Path.of("target", "test-database").toAbsolutePath())
                .withBufferPoolMegabytes(16);
        return new OwnDatabaseServer(EmbeddedDatabase.open(settings, _ -> {}));
    }

    /// With user and password, as a person would write it.
    String url(String database) {
        return server.url(database) + "&user=" + server.user() + "&password=" + server.password();
    }

    BenchDatabase connect(String database) {
        return BenchDatabase.connect(url(database), new Properties());
    }

    void execute(String database, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(database));
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
