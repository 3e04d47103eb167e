package com.tachyonfuture.mailtrack.mysql.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// An empty database on a real server, for one test or one class of tests; [#close] drops it.
///
/// The server is the first of these that there is, said once on standard output:
/// 1. the one that the environment names in `MAILTRACK_TEST_DATABASE_URL`, see [GivenServer]; the word `embedded`
///    there goes straight to the third;
/// 2. MySQL 8.4 in a container, where Docker answers;
/// 3. the embedded MariaDB, below `target/test-database`.
public final class TestDatabase implements AutoCloseable {

    private final DatabaseServer server;
    private final String name;
    private @Nullable HikariDataSource pool;

    private TestDatabase(DatabaseServer server, String name) {
        this.server = server;
        this.name = name;
    }

    /// A database whose tables are utf8mb4 unless they say otherwise.
    public static TestDatabase fresh() {
        return fresh("utf8mb4");
    }

    /// A database with another default character set, such as `latin1`.
    public static TestDatabase fresh(String characterSet) {
        var server = DatabaseServer.chosen();
        return new TestDatabase(server, server.create(characterSet));
    }

    /// The JDBC URL, without user and password.
    public String url() {
        return server.url(name);
    }

    public String user() {
        return server.user();
    }

    public String password() {
        return server.password();
    }

    public String name() {
        return name;
    }

    /// Connections to this database from a small pool, which ends with it.
    public synchronized DataSource dataSource() {
        var made = pool;
        if (made == null) {
            var config = new HikariConfig();
            config.setJdbcUrl(url());
            config.setUsername(user());
            config.setPassword(password());
            config.setMaximumPoolSize(4);
            config.setMinimumIdle(0);
            made = new HikariDataSource(config);
            pool = made;
        }
        return made;
    }

    public Connection connect() throws SQLException {
        return dataSource().getConnection();
    }

    @Override
    public synchronized void close() {
        if (pool != null) {
            pool.close();
        }
        server.drop(name);
    }
}
