package com.tachyonfuture.mailtrack.mysql;

import com.tachyonfuture.mailtrack.application.StorageUnavailable;
import io.micronaut.data.connection.ConnectionDefinition;
import io.micronaut.data.connection.ConnectionOperations;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One try to do some work on one connection, and what came of it.
///
/// It remembers how far it got and what failed first: what fails after that, such as the rollback on a broken
/// connection, says nothing new.
final class Attempt<T> {

    private enum Phase {
        CONNECTING,
        WORKING,
        COMMITTING,
        DONE
    }

    private static final Logger LOG = LoggerFactory.getLogger(Attempt.class);

    private final Work<T> work;
    private final boolean transaction;
    private Phase phase = Phase.CONNECTING;
    private @Nullable T result;
    private @Nullable Exception failure;

    Attempt(Work<T> work, boolean transaction) {
        this.work = work;
        this.transaction = transaction;
    }

    /// Micronaut Data's repositories use the same connection as long as the work lasts.
    void run(ConnectionOperations<Connection> connections) {
        try {
            connections.execute(ConnectionDefinition.REQUIRES_NEW, status -> {
                run(status.getConnection());
                return true;
            });
        } catch (RuntimeException e) {
            if (phase == Phase.CONNECTING) {
                failure = e;
            }
        }
    }

    private void run(Connection connection) {
        phase = Phase.WORKING;
        try {
            if (transaction) {
                connection.setAutoCommit(false);
            }
            result = work.on(connection);
            if (transaction) {
                phase = Phase.COMMITTING;
                connection.commit();
            }
            phase = Phase.DONE;
        } catch (SQLException | RuntimeException e) {
            failure = e;
        } finally {
            leave(connection);
        }
    }

    /// A connection that fails here is broken, which the pool finds out as well.
    private void leave(Connection connection) {
        try {
            if (transaction && phase != Phase.DONE) {
                connection.rollback();
            }
            if (transaction) {
                connection.setAutoCommit(true);
            }
            if (kind().filter(Failure.READ_ONLY::equals).isPresent()) {
                connection.abort(Runnable::run);
            }
        } catch (SQLException broken) {
            failure = failure == null && phase != Phase.DONE ? broken : failure;
        }
    }

    boolean succeeded() {
        return phase == Phase.DONE;
    }

    T result() {
        return Objects.requireNonNull(result);
    }

    /// Whether the next attempt may do better, and surely nothing was changed by this one.
    boolean mayBeRepeated() {
        return phase != Phase.CONNECTING && kind().filter(this::leftNothing).isPresent();
    }

    private boolean leftNothing(Failure kind) {
        boolean rolledBack = kind == Failure.LOST_RACE || kind == Failure.READ_ONLY;
        return rolledBack || (kind == Failure.DISCONNECTED && phase == Phase.WORKING);
    }

    private Optional<Failure> kind() {
        return Failure.errorBehind(failure).map(Failure::of);
    }

    /// What the caller gets to know.
    RuntimeException exception() {
        Exception thrown = Objects.requireNonNull(failure);
        return Failure.errorBehind(thrown)
                .map(error -> translated(error, thrown))
                .orElseGet(
                        () -> thrown instanceof RuntimeException mistake ? mistake : new IllegalStateException(thrown));
    }

    /// The server's own words may hold values and addresses: they go no further than the debug log.
    private RuntimeException translated(SQLException error, Exception thrown) {
        LOG.debug("Work on the database failed", thrown);
        if (phase == Phase.CONNECTING) {
            boolean allTaken = error instanceof SQLTransientConnectionException && error.getCause() == null;
            String reason = allTaken ? "no connection to the database is free" : "the database can't be reached";
            return unavailable(reason, error);
        }
        Failure kind = Failure.of(error);
        if (phase == Phase.COMMITTING && !leftNothing(kind)) {
            return unavailable("nobody knows whether the database made the change", error);
        }
        return switch (kind) {
            case LOST_RACE -> unavailable("other work keeps getting in the way", error);
            case DISCONNECTED -> unavailable("the connection to the database broke", error);
            case READ_ONLY -> unavailable("the database takes no changes now", error);
            case OVERLOADED -> unavailable("the database has too much to do or no room", error);
            case DATA_REJECTED -> new DataRejected(error);
            case FAULT ->
                new IllegalStateException(
                        "the database refuses a statement " + Failure.code(error), Failure.withoutWords(error));
        };
    }

    private static StorageUnavailable unavailable(String reason, SQLException error) {
        return new StorageUnavailable(reason + " " + Failure.code(error), Failure.withoutWords(error));
    }
}
