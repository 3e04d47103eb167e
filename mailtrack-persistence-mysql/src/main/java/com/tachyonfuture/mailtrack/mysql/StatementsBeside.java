package com.tachyonfuture.mailtrack.mysql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/// Executes the statements of a transaction one after another on a thread beside, so that the next one is written while
/// the server works on this one. For one thread, which must leave the connection alone until this is closed.
///
/// What a statement threw comes out of the next call, or of [#close]: then nothing is under way any more.
public final class StatementsBeside implements AutoCloseable {

    /// None while nothing was executed for a minute.
    private static final Executor THREADS = Executors.newCachedThreadPool(
            Thread.ofPlatform().name("statements-", 1).daemon().factory());

    private final Statements statements;
    private @Nullable FutureTask<?> running;

    public StatementsBeside(Connection connection) {
        this(Statements.on(connection));
    }

    StatementsBeside(Statements statements) {
        this.statements = statements;
    }

    /// Returns as soon as the statement before has been executed.
    public void execute(String sql) throws SQLException {
        await();
        var task = new FutureTask<@Nullable Void>(() -> {
            statements.execute(sql);
            return null;
        });
        THREADS.execute(task);
        running = task;
    }

    /// Returns when this statement has been executed too: for the last one, beside which nothing is left to do.
    public void executeHere(String sql) throws SQLException {
        await();
        statements.execute(sql);
    }

    /// Waits even when interrupted, as for any answer of the server.
    private void await() throws SQLException {
        FutureTask<?> task = running;
        running = null;
        boolean interrupted = false;
        while (task != null) {
            try {
                task.get();
                task = null;
            } catch (InterruptedException _) {
                interrupted = true;
            } catch (ExecutionException failed) {
                restore(interrupted);
                throw failure(failed.getCause());
            }
        }
        restore(interrupted);
    }

    private static void restore(boolean interrupted) {
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static SQLException failure(@Nullable Throwable thrown) {
        return switch (thrown) {
            case SQLException refused -> refused;
            case RuntimeException mistake -> throw mistake;
            case Error error -> throw error;
            case null, default -> throw new IllegalStateException(thrown);
        };
    }

    @Override
    public void close() throws SQLException {
        await();
    }
}
