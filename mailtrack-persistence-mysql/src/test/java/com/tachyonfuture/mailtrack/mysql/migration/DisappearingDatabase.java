package com.tachyonfuture.mailtrack.mysql.migration;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.tachyonfuture.mailtrack.mysql.testing.TestDatabase;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/// A database that goes away just before the n-th statement that would change it, and stays away.
final class DisappearingDatabase {

    private static final Pattern CHANGE = Pattern.compile(
            "\\s*(?:/\\*.*?\\*/\\s*)?(?:ALTER|CREATE|INSERT|UPDATE|REPLACE|DELETE|DROP)\\b.*",
            Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    private final TestDatabase real;
    private final List<Connection> open = new ArrayList<>();
    private int changesLeft;
    private @Nullable String missed;

    /// @param statement the number of the statement that finds the database gone
    DisappearingDatabase(TestDatabase real, int statement) {
        this.real = real;
        this.changesLeft = statement - 1;
    }

    /// What can be done with a database.
    @FunctionalInterface
    interface Use {
        void of(DataSource database) throws SQLException;
    }

    /// Whether the database went away meanwhile, of which Flyway would say much.
    boolean stops(Use use) throws SQLException {
        var flyway = (Logger) LoggerFactory.getLogger("org.flywaydb");
        var level = flyway.getLevel();
        flyway.setLevel(Level.OFF);
        try {
            use.of(connections());
        } catch (SQLException | RuntimeException e) {
            if (missed == null) {
                throw e;
            }
        } finally {
            flyway.setLevel(level);
        }
        return missed != null;
    }

    /// The statement that was not run any more.
    @Nullable
    String missed() {
        return missed;
    }

    /// Without a pool, which would keep the locks of a connection that is given back.
    private DataSource connections() {
        InvocationHandler handler = (_, method, _) -> {
            if (!method.getName().equals("getConnection")) {
                throw new UnsupportedOperationException(method.getName());
            }
            var connection = DriverManager.getConnection(real.url(), real.user(), real.password());
            open.add(connection);
            return proxy(Connection.class, connection);
        };
        return (DataSource)
                Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {DataSource.class}, handler);
    }

    private <T> T proxy(Class<T> type, T target) {
        return proxy(type, target, "");
    }

    private <T> T proxy(Class<T> type, T target, String prepared) {
        InvocationHandler handler = (_, method, arguments) -> {
            var sql =
                    arguments != null && arguments.length > 0 && arguments[0] instanceof String text ? text : prepared;
            if (method.getName().startsWith("execute")) {
                use(sql);
            }
            try {
                return wrap(method.invoke(target, arguments), sql);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private @Nullable Object wrap(@Nullable Object result, String sql) {
        return switch (result) {
            case Connection connection -> proxy(Connection.class, connection);
            case PreparedStatement statement -> proxy(PreparedStatement.class, statement, sql);
            case Statement statement -> proxy(Statement.class, statement);
            case null, default -> result;
        };
    }

    private synchronized void use(String sql) throws SQLException {
        if (missed != null) {
            throw new SQLException("still gone");
        }
        if (CHANGE.matcher(sql).matches() && changesLeft-- == 0) {
            missed = sql;
            for (var connection : open) {
                connection.abort(Runnable::run);
            }
            throw new SQLException("gone");
        }
    }
}
