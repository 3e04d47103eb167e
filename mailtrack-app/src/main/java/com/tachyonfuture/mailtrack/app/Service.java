package com.tachyonfuture.mailtrack.app;

import com.tachyonfuture.mailtrack.app.access.Credentials;
import com.tachyonfuture.mailtrack.app.database.DatabaseConnection;
import com.tachyonfuture.mailtrack.app.database.SchemaUpgrade;
import com.tachyonfuture.mailtrack.app.recording.DrainLoop;
import com.tachyonfuture.mailtrack.app.settings.Settings;
import com.tachyonfuture.mailtrack.application.recording.port.HitSpool;
import com.tachyonfuture.mailtrack.domain.recording.Cidr;
import com.tachyonfuture.mailtrack.domain.recording.TrustedProxies;
import com.tachyonfuture.mailtrack.web.settings.WebDefaults;
import com.tachyonfuture.mailtrack.web.settings.WebSettings;
import io.micronaut.context.ApplicationContext;
import io.micronaut.http.server.exceptions.ServerStartupException;
import io.micronaut.http.server.netty.NettyEmbeddedServer;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The running service: database, web server, and the threads between them.
public final class Service implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Service.class);

    /// A database that does not answer by then is waited for in the background.
    private static final Duration SCHEMA_WITHIN = Duration.ofSeconds(30);

    private final Settings settings;
    private final DatabaseConnection database;
    private final ApplicationContext context;
    private final NettyEmbeddedServer server;

    private Service(
            Settings settings, DatabaseConnection database, ApplicationContext context, NettyEmbeddedServer server) {
        this.settings = settings;
        this.database = database;
        this.context = context;
        this.server = server;
    }

    /// Starts everything and returns when requests are answered.
    ///
    /// @param announcements where a person is told what to know once; not the log, for keys are among it
    /// @throws StartFailure when that is not possible, saying why
    public static Service start(Settings settings, PrintStream announcements) {
        settings.warnings().forEach(LOG::warn);
        settings.notActedOn().forEach(name -> LOG.warn("{} is set, but this version does not act on it yet.", name));
        createDataFolder(settings);
        Credentials credentials = Credentials.of(settings);
        var database = DatabaseConnection.open(settings, LOG::info);
        boolean started = false;
        try {
            Service service = start(settings, database, credentials, portOf(settings));
            service.announce(announcements, credentials);
            started = true;
            return service;
        } finally {
            if (!started) {
                database.close();
            }
        }
    }

    private static void createDataFolder(Settings settings) {
        try {
            Files.createDirectories(settings.dataDirectory());
        } catch (IOException e) {
            throw new StartFailure(
                    "MAILTRACK_DATA_DIR: the folder " + settings.dataDirectory() + " can't be created: " + e, e);
        }
    }

    /// The port to listen on. One that may be any is chosen here already, since pixel addresses name it.
    private static int portOf(Settings settings) {
        int port = settings.server().port();
        if (port != 0) {
            return port;
        }
        try (var probe = new ServerSocket(0)) {
            return probe.getLocalPort();
        } catch (IOException e) {
            throw new StartFailure("MAILTRACK_PORT: no port is free: " + e, e);
        }
    }

    private static Service start(Settings settings, DatabaseConnection database, Credentials credentials, int port) {
        ApplicationContext context = ApplicationContext.builder()
                .banner(false)
                .deduceEnvironment(false)
                .environmentPropertySource(false)
                .properties(properties(settings, database, port))
                .singletons(settings, database, webSettings(settings, credentials, port))
                .build();
        try {
            context.start();
            context.getBean(SchemaUpgrade.class).start();
            NettyEmbeddedServer server =
                    context.getBean(NettyEmbeddedServer.class).start();
            context.getBean(DrainLoop.class).start();
            return new Service(settings, database, context, server);
        } catch (ServerStartupException e) {
            context.close();
            throw new StartFailure(
                    "Mailtrack can't listen on " + settings.server().host() + ":" + port
                            + ". Is it running already? MAILTRACK_HOST and MAILTRACK_PORT choose another place. ("
                            + e.getMessage() + ")",
                    e);
        } catch (RuntimeException e) {
            context.close();
            throw e;
        }
    }

    private static Map<String, Object> properties(Settings settings, DatabaseConnection database, int port) {
        var properties = new HashMap<>(WebDefaults.properties());
        properties.putAll(database.properties());
        properties.put("micronaut.application.name", "mailtrack");
        properties.put("micronaut.server.host", settings.server().host());
        properties.put("micronaut.server.port", port);
        return properties;
    }

    private static WebSettings webSettings(Settings settings, Credentials credentials, int port) {
        var trusted = new TrustedProxies(
                settings.server().trustedProxies().stream().map(Cidr::parse).toList());
        return new WebSettings(
                settings.server().baseUrl(port),
                trusted,
                credentials.apiKey(),
                credentials.owner(),
                settings.owner().displayZone(),
                settings.api().corsOrigins());
    }

    private void announce(PrintStream announcements, Credentials credentials) {
        LOG.info("Mailtrack listens on http://{}:{}", settings.server().host(), server.getPort());
        credentials
                .newPassword()
                .ifPresent(password -> announcements.println(
                        """

                        The login for %s, made just now and never shown again:

                            user      %s
                            password  %s
                        """.formatted(baseUrl(), credentials.owner().username(), password.reveal())));
        credentials.newKey().ifPresent(key -> announcements.println("""

            The API key, made just now and never shown again:

                %s
            """.formatted(key.reveal())));
    }

    private String baseUrl() {
        return settings.server().baseUrl(server.getPort());
    }

    /// The port that the service listens on.
    public int port() {
        return server.getPort();
    }

    /// Waits for the database to be ready; false when it is not within half a minute.
    public boolean awaitDatabase() throws InterruptedException {
        return context.getBean(SchemaUpgrade.class).await(SCHEMA_WITHIN);
    }

    /// Stops accepting, records what was accepted, stops the database if it is ours. The database is stopped even if a
    /// step before that failed.
    @Override
    public void close() {
        LOG.info("Mailtrack stops.");
        try {
            context.getBean(SchemaUpgrade.class).stop();
            server.stopServerOnly();
            context.getBean(OpenConnections.class).close();
            recordTheRest();
        } finally {
            closeAll(context, database);
        }
        LOG.info("Mailtrack has stopped.");
    }

    /// Twice: what was under way while the spool was emptied has reached it when it is emptied again, since nothing
    /// can be added after its closing.
    private void recordTheRest() {
        DrainLoop loop = context.getBean(DrainLoop.class);
        HitSpool spool = context.getBean(HitSpool.class);
        Duration longest = settings.recording().stopTimeout();
        try {
            boolean emptied = loop.finish(longest);
            spool.close();
            if (!emptied || !loop.finish(longest)) {
                LOG.error("Hits that could not be recorded before the stop, and are lost: {}.", spool.depth());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void closeAll(ApplicationContext context, DatabaseConnection database) {
        try {
            context.close();
        } finally {
            database.close();
        }
    }
}
