package com.tachyonfuture.mailtrack.mysql.health;

import com.tachyonfuture.mailtrack.application.health.port.StorageProbe;
import com.tachyonfuture.mailtrack.mysql.Database;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// [StorageProbe] of the database. It asks on a thread of its own, since a pool without a free connection, or a network
/// that swallows everything, may keep that one longer than a health check can wait.
public final class MysqlStorageProbe implements StorageProbe {

    private static final Duration ANSWER = Duration.ofSeconds(2);
    private static final Duration ALL = Duration.ofSeconds(4);

    private final Database database;

    public MysqlStorageProbe(Database database) {
        this.database = database;
    }

    @Override
    public Optional<String> problem() {
        var question = new FutureTask<>(() -> database.answersWithin(ANSWER));
        Thread.ofVirtual().name("storage-probe").start(question);
        try {
            return problem(question.get(ALL.toSeconds(), TimeUnit.SECONDS));
        } catch (TimeoutException e) {
            return Optional.of("The database does not answer within " + ALL.toSeconds() + " seconds.");
        } catch (ExecutionException e) {
            return Optional.of("The database can't be asked.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("Nobody waited for the database's answer.");
        } finally {
            question.cancel(true);
        }
    }

    private Optional<String> problem(boolean answers) {
        if (!answers) {
            return Optional.of("The database can't be reached.");
        }
        return database.isReady()
                ? Optional.empty()
                : Optional.of("The database is not ready yet: its tables are being brought up to date.");
    }
}
