package com.tachyonfuture.mailtrack.app.process;

import static org.awaitility.Awaitility.await;

import com.tachyonfuture.mailtrack.mysql.embedded.EmbeddedDatabase;
import com.tachyonfuture.mailtrack.mysql.embedded.EmbeddedDatabaseSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;

/// A MariaDB server of a test's own, whatever server the other tests use, since it is killed.
final class KillableDatabase implements AutoCloseable {

    private static final Duration WRITTEN_WITHIN = Duration.ofSeconds(60);

    private final EmbeddedDatabase database;
    private final Path data;

    private KillableDatabase(EmbeddedDatabase database, Path data) {
        this.database = database;
        this.data = data;
    }

    static KillableDatabase in(Path folder) {
        var settings = EmbeddedDatabaseSettings.in(folder)
                .withProgramFolder(Path.of("target", "mariadb"))
                .withPort(RunningApp.freePort())
                .withBufferPoolMegabytes(64);
        return new KillableDatabase(EmbeddedDatabase.open(settings, _ -> {}), folder.resolve("data"));
    }

    /// What `DATABASE_URL` has to be.
    String url() {
        return database.url() + "&user=" + database.user() + "&password=" + database.password();
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url());
    }

    /// Waits until there are more than so many rows in `opens`; how many there are then.
    long awaitMoreOpensThan(long rows) {
        return await("opens in the database")
                .atMost(WRITTEN_WITHIN)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(2))
                .until(this::opens, found -> found > rows);
    }

    long opens() throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT COUNT(*) FROM opens")) {
            row.next();
            return row.getLong(1);
        }
    }

    /// Returns when the server has gone.
    void kill() {
        ProcessHandle server = ProcessHandle.current()
                .children()
                .filter(this::worksInTheDataFolder)
                .findAny()
                .orElseThrow();
        server.destroyForcibly();
        server.onExit().join();
    }

    private boolean worksInTheDataFolder(ProcessHandle process) {
        try {
            return Files.isSameFile(Path.of("/proc", Long.toString(process.pid()), "cwd"), data);
        } catch (IOException e) {
            return false;
        }
    }

    /// Starts the server again where it was; returns when it takes connections.
    void comeBack() {
        database.ensureRunning();
    }

    @Override
    public void close() {
        database.close();
    }
}
