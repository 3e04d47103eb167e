package com.tachyonfuture.mailtrack.app.database;

import com.tachyonfuture.mailtrack.mysql.Database;
import com.tachyonfuture.mailtrack.mysql.migration.Migrations;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings the schema up to date in the background, as soon as the database can be reached, then opens it for use and
/// does what has to be done before anybody else uses it.
///
/// Pixels are served meanwhile; pages and API answer that the database is not ready.
public final class SchemaUpgrade {

    private static final Logger LOG = LoggerFactory.getLogger(SchemaUpgrade.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final DatabaseConnection connection;
    private final Database database;
    private final Runnable first;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread thread =
            Thread.ofPlatform().name("schema").daemon(true).unstarted(this::run);

    /// @param first what to do on the new tables while the database is still closed to others; it is tried again
    ///     until it ends without an exception
    public SchemaUpgrade(DatabaseConnection connection, Database database, Runnable first) {
        this.connection = connection;
        this.database = database;
        this.first = first;
    }

    public void start() {
        thread.start();
    }

    /// Waits for the database to be ready; false when the time is over first.
    public boolean await(Duration longest) throws InterruptedException {
        return done.await(longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    public void stop() {
        stopping.countDown();
    }

    private void run() {
        String lastProblem = "";
        try {
            do {
                String problem = upgrade();
                if (problem.isEmpty()) {
                    done.countDown();
                    LOG.info("The database is ready.");
                    return;
                }
                if (!problem.equals(lastProblem)) {
                    LOG.warn("The database is not ready, pixels are served meanwhile: {}", problem);
                    lastProblem = problem;
                }
            } while (!stopping.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// What kept the schema from being brought up to date; empty when nothing did.
    private String upgrade() {
        try (var pool = connection.patientPool()) {
            Migrations.run(pool);
            first.run();
            database.markReady();
            return "";
        } catch (RuntimeException | SQLException e) {
            LOG.debug("The schema could not be brought up to date", e);
            return SchemaProblem.of(e);
        }
    }
}
