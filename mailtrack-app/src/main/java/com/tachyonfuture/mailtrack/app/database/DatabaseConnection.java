package com.tachyonfuture.mailtrack.app.database;

import com.tachyonfuture.mailtrack.app.StartFailure;
import com.tachyonfuture.mailtrack.app.settings.DatabaseUrl;
import com.tachyonfuture.mailtrack.app.settings.Settings;
import com.tachyonfuture.mailtrack.mysql.embedded.EmbeddedDatabase;
import com.tachyonfuture.mailtrack.mysql.embedded.EmbeddedDatabaseException;
import com.tachyonfuture.mailtrack.mysql.embedded.EmbeddedDatabaseSettings;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The database of this run: the one that the settings name, or else the embedded one in the data folder.
public final class DatabaseConnection implements AutoCloseable {

    /// Longer than a failover takes to be noticed, shorter than a browser waits.
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(3);

    /// The migrations use one connection for what they do and one for their history.
    private static final int SCHEMA_CONNECTIONS = 2;

    private final String url;
    private final String patientUrl;
    private final String username;
    private final String password;
    private final Map<String, String> secretParameters;
    private final int poolSize;
    private final @Nullable EmbeddedDatabase embedded;

    private DatabaseConnection(
            String url,
            String patientUrl,
            String username,
            String password,
            Map<String, String> secretParameters,
            int poolSize,
            @Nullable EmbeddedDatabase embedded) {
        this.url = url;
        this.patientUrl = patientUrl;
        this.username = username;
        this.password = password;
        this.secretParameters = secretParameters;
        this.poolSize = poolSize;
        this.embedded = embedded;
    }

    /// Finds the database, and starts it if it is the embedded one.
    ///
    /// @param progress is told in a few words what takes time
    /// @throws StartFailure when there is none
    public static DatabaseConnection open(Settings settings, Consumer<String> progress) {
        int poolSize = settings.database().poolSize();
        return settings.database()
                .url()
                .map(given -> given(given, poolSize))
                .orElseGet(() -> embedded(settings, poolSize, progress));
    }

    /// Finds the database for a command that may run while the service does: its embedded database is then shared.
    ///
    /// @throws StartFailure when there is none
    public static DatabaseConnection openBesideService(Settings settings, Consumer<String> progress) {
        Optional<EmbeddedDatabase.Account> running = settings.database().url().isPresent()
                ? Optional.empty()
                : EmbeddedDatabase.runningIn(embeddedFolder(settings));
        return running.map(account -> new DatabaseConnection(
                        account.url(),
                        account.url(),
                        account.user(),
                        account.password(),
                        Map.of(),
                        SCHEMA_CONNECTIONS,
                        null))
                .orElseGet(() -> open(settings, progress));
    }

    private static DatabaseConnection given(DatabaseUrl given, int poolSize) {
        refuseWhatTheDriverWould(given);
        var secretParameters = new HashMap<String, String>();
        given.secretParameters().forEach((name, secret) -> secretParameters.put(name, secret.reveal()));
        return new DatabaseConnection(
                given.jdbcUrl(),
                given.withoutSocketTimeout().jdbcUrl(),
                given.username(),
                given.password().reveal(),
                secretParameters,
                poolSize,
                null);
    }

    /// The driver looks at its parameters when it connects; a bad one would look like a database that is down for ever.
    private static void refuseWhatTheDriverWould(DatabaseUrl given) {
        try {
            DriverManager.getDriver(given.jdbcUrl()).getPropertyInfo(given.jdbcUrl(), new Properties());
        } catch (SQLException | RuntimeException e) {
            throw new StartFailure("DATABASE_URL: the driver refuses its parameters: " + e.getMessage(), e);
        }
    }

    private static DatabaseConnection embedded(Settings settings, int poolSize, Consumer<String> progress) {
        if (!EmbeddedDatabase.available()) {
            throw new StartFailure(
                    "DATABASE_URL is not set, and this program brings no database along."
                            + " Set DATABASE_URL to a MySQL or MariaDB database, for example"
                            + " mysql://user:password@127.0.0.1:3306/mailtrack; or start bin/run, which has one.",
                    null);
        }
        try {
            EmbeddedDatabase embedded = EmbeddedDatabase.open(embeddedFolder(settings), progress);
            String url = embedded.url();
            return new DatabaseConnection(url, url, embedded.user(), embedded.password(), Map.of(), poolSize, embedded);
        } catch (EmbeddedDatabaseException e) {
            throw new StartFailure(String.valueOf(e.getMessage()), e);
        }
    }

    private static EmbeddedDatabaseSettings embeddedFolder(Settings settings) {
        return EmbeddedDatabaseSettings.in(settings.dataDirectory().resolve("mariadb"));
    }

    /// The connection pool, in the framework's words. The pool starts without a connection, so that pixels are served
    /// while the database is down; the schema is brought up to date by [SchemaUpgrade], not by the framework.
    public Map<String, Object> properties() {
        var properties = new HashMap<String, Object>();
        properties.put("datasources.default.url", url);
        properties.put("datasources.default.username", username);
        properties.put("datasources.default.password", password);
        properties.put("datasources.default.data-source-properties", secretParameters);
        properties.put("datasources.default.driver-class-name", "com.mysql.cj.jdbc.Driver");
        properties.put("datasources.default.dialect", "MYSQL");
        properties.put("datasources.default.maximum-pool-size", poolSize);
        properties.put("datasources.default.minimum-idle", Math.min(2, poolSize));
        properties.put("datasources.default.initialization-fail-timeout", -1);
        properties.put("datasources.default.connection-timeout", CONNECT_WITHIN.toMillis());
        properties.put("datasources.default.pool-name", "database");
        properties.put("flyway.datasources.default.enabled", false);
        return properties;
    }

    /// A pool of its own for changes of the schema, whose statements may take as long as a large table needs.
    HikariDataSource patientPool() {
        var config = new HikariConfig();
        config.setJdbcUrl(patientUrl);
        config.setUsername(username);
        config.setPassword(password);
        secretParameters.forEach(config::addDataSourceProperty);
        config.setMaximumPoolSize(SCHEMA_CONNECTIONS);
        config.setConnectionTimeout(CONNECT_WITHIN.toMillis());
        config.setInitializationFailTimeout(-1);
        config.setPoolName("schema");
        return new HikariDataSource(config);
    }

    /// Brings the database back if it is ours and has gone; a server elsewhere comes back by itself.
    public void revive() {
        if (embedded != null) {
            embedded.ensureRunning();
        }
    }

    @Override
    public void close() {
        if (embedded != null) {
            embedded.close();
        }
    }
}
