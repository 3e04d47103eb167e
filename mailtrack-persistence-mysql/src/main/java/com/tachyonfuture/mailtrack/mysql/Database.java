package com.tachyonfuture.mailtrack.mysql;

import com.tachyonfuture.mailtrack.application.StorageUnavailable;
import io.micronaut.data.connection.ConnectionDefinition;
import io.micronaut.data.connection.ConnectionOperations;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/// The database as the adapters use it: work runs on it in one go or not at all, and what fails is tried again or told
/// in the application's words. Safe for many threads.
///
/// ## What is tried again
/// Work that surely left nothing behind: it lost to another transaction, or its connection broke before the commit. A
/// few times, after a short and random pause, and not for long: whoever called can wait better than a thread. A commit
/// whose answer never came is not tried again, since nobody knows what it did.
///
/// ## The gate
/// The tables may be older than this program until somebody says [#markReady], so nothing touches them before.
public final class Database {

    private static final int ATTEMPTS = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(5);
    private static final int LONGEST_DOUBLING = 5;

    private final ConnectionOperations<Connection> connections;
    private volatile boolean ready;

    /// @param connections Micronaut Data's own, so that its repositories take part in what runs here
    public Database(ConnectionOperations<Connection> connections) {
        this.connections = connections;
    }

    /// Says that the tables are as this program needs them.
    public void markReady() {
        ready = true;
    }

    public boolean isReady() {
        return ready;
    }

    /// Reads on one connection, each statement for itself.
    ///
    /// @throws StorageUnavailable when the database can't be reached or is not ready
    public <T> T read(Work<T> work) {
        return run(work, false);
    }

    /// Runs a transaction; if the work throws, nothing was changed.
    ///
    /// @throws StorageUnavailable when nothing was changed, or nobody knows
    /// @throws DataRejected when the database will never take the data
    public <T> T write(Work<T> work) {
        return run(work, true);
    }

    /// As [#write], where each statement sees what was committed before it. With the usual isolation, where the first
    /// look takes a snapshot, some versions of MariaDB refuse from then on to change rows that others have changed
    /// meanwhile, such as the totals.
    public <T> T writeSeeingCommits(Work<T> work) {
        return write(connection -> {
            isolate(connection, "READ COMMITTED");
            return work.on(connection);
        });
    }

    /// As [#write], where all is read from one snapshot, whatever is usual.
    public <T> T writeFromSnapshot(Work<T> work) {
        return write(connection -> {
            isolate(connection, "REPEATABLE READ");
            return work.on(connection);
        });
    }

    /// For the transaction that comes next, which is this one as long as nothing was done in it.
    private static void isolate(Connection connection, String level) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("/* database.isolate */ SET TRANSACTION ISOLATION LEVEL " + level);
        }
    }

    private <T> T run(Work<T> work, boolean transaction) {
        if (!ready) {
            throw new StorageUnavailable("the database is not ready yet", null);
        }
        long start = System.nanoTime();
        for (int number = 1; ; number++) {
            var attempt = new Attempt<>(work, transaction);
            attempt.run(connections);
            if (attempt.succeeded()) {
                return attempt.result();
            }
            boolean last = number == ATTEMPTS || System.nanoTime() - start > PATIENCE.toNanos();
            if (last || !attempt.mayBeRepeated()) {
                throw attempt.exception();
            }
            pauseAfter(number, attempt);
        }
    }

    private static void pauseAfter(int number, Attempt<?> attempt) {
        long longest = SHORTEST_PAUSE.toNanos() << Math.min(number, LONGEST_DOUBLING);
        try {
            Thread.sleep(Duration.ofNanos(ThreadLocalRandom.current().nextLong(longest)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw attempt.exception();
        }
    }

    /// Whether the server answers on a connection within some time, which begins when there is a connection.
    public boolean answersWithin(Duration time) {
        try {
            return connections.execute(ConnectionDefinition.REQUIRES_NEW, status -> {
                try {
                    return status.getConnection().isValid(Math.toIntExact(time.toSeconds()));
                } catch (SQLException e) {
                    return false;
                }
            });
        } catch (RuntimeException unreachable) {
            return false;
        }
    }
}
