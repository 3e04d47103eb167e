package com.tachyonfuture.mailtrack.mysql.testing;

import com.tachyonfuture.mailtrack.mysql.embedded.EmbeddedDatabase;
import com.tachyonfuture.mailtrack.mysql.embedded.EmbeddedDatabaseException;
import com.tachyonfuture.mailtrack.mysql.embedded.EmbeddedDatabaseSettings;
import java.nio.file.Path;
import java.sql.SQLException;

/// The embedded MariaDB, one per JVM, stopped at its end.
///
/// The data stays below `target`, so that the next run starts quickly; several JVMs at a time take a folder each.
final class EmbeddedServer extends DatabaseServer {

    static final Path FOLDER = Path.of("target", "test-database");

    private static final int FOLDERS = 8;

    private final EmbeddedDatabase database;

    EmbeddedServer() {
        database = open(1);
        Runtime.getRuntime().addShutdownHook(new Thread(database::close, "stop-test-database"));
        execute("SET GLOBAL innodb_flush_log_at_trx_commit = 0");
        dropLeftovers();
    }

    private static EmbeddedDatabase open(int number) {
        var settings = EmbeddedDatabaseSettings.in(FOLDER.resolve(Integer.toString(number)))
                .withProgramFolder(FOLDER.resolve("program"))
                .withBufferPoolMegabytes(64);
        try {
            return EmbeddedDatabase.open(settings, line -> System.out.println("*** Test database: " + line));
        } catch (EmbeddedDatabaseException e) {
            if (number == FOLDERS) {
                throw e;
            }
            return open(number + 1);
        }
    }

    private void dropLeftovers() {
        try (var connection = connect();
                var databases = connection.getMetaData().getCatalogs()) {
            while (databases.next()) {
                if (databases.getString(1).startsWith(PREFIX)) {
                    drop(databases.getString(1));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    String url(String name) {
        return database.url(name);
    }

    @Override
    String user() {
        return database.user();
    }

    @Override
    String password() {
        return database.password();
    }

    @Override
    public String toString() {
        return "the embedded MariaDB (no Docker, and " + SETTING + " names no other)";
    }
}
