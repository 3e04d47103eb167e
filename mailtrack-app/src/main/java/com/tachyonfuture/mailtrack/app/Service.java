package com.tachyonfuture.mailtrack.app;

import com.tachyonfuture.mailtrack.app.access.Credentials;
import com.tachyonfuture.mailtrack.app.access.OwnerSetUp;
import com.tachyonfuture.mailtrack.app.classify.JudgingLoop;
import com.tachyonfuture.mailtrack.app.classify.PlaceFiles;
import com.tachyonfuture.mailtrack.app.classify.PlaceLoop;
import com.tachyonfuture.mailtrack.app.database.DatabaseConnection;
import com.tachyonfuture.mailtrack.app.database.SchemaUpgrade;
import com.tachyonfuture.mailtrack.app.demo.DemoFilling;
import com.tachyonfuture.mailtrack.app.recording.DrainLoop;
import com.tachyonfuture.mailtrack.app.recording.SpoolFolder;
import com.tachyonfuture.mailtrack.app.self.OwnAddressLoop;
import com.tachyonfuture.mailtrack.app.settings.Settings;
import com.tachyonfuture.mailtrack.application.access.SetUpOwner;
import com.tachyonfuture.mailtrack.mysql.Database;
import com.tachyonfuture.mailtrack.outbound.recording.FileHitSpool;
import com.tachyonfuture.mailtrack.web.live.Audience;
import com.tachyonfuture.mailtrack.web.settings.SigningKey;
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
    private final FileHitSpool spool;
    private final ApplicationContext context;
    private final SchemaUpgrade schema;
    private final NettyEmbeddedServer server;

    private Service(
            Settings settings,
            DatabaseConnection database,
            FileHitSpool spool,
            ApplicationContext context,
            SchemaUpgrade schema,
            NettyEmbeddedServer server) {
        this.settings = settings;
        this.database = database;
        this.spool = spool;
        this.context = context;
        this.schema = schema;
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
        PlaceFiles places = PlaceFiles.openForService(settings);
        Credentials credentials = Credentials.of(settings);
        FileHitSpool spool = SpoolFolder.open(settings);
        boolean started = false;
        try {
            Service service = start(settings, spool, credentials, places, announcements);
            service.announce(announcements, credentials);
            started = true;
            return service;
        } finally {
            if (!started) {
                spool.release();
            }
        }
    }

    private static Service start(
            Settings settings,
            FileHitSpool spool,
            Credentials credentials,
            PlaceFiles places,
            PrintStream announcements) {
        var database = DatabaseConnection.open(settings, LOG::info);
        boolean started = false;
        try {
            Service service = start(settings, database, spool, credentials, places, announcements);
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

    private static Service start(
            Settings settings,
            DatabaseConnection database,
            FileHitSpool spool,
            Credentials credentials,
            PlaceFiles places,
            PrintStream announcements) {
        int port = portOf(settings);
        ApplicationContext context = context(settings, database, serverProperties(settings, port));
        context.registerSingleton(spool)
                .registerSingleton(credentials)
                .registerSingleton(webSettings(settings, credentials, port))
                .registerSingleton(places);
        try {
            context.start();
            var setUp = new OwnerSetUp(
                    context.getBean(SetUpOwner.class),
                    settings.owner(),
                    settings.server().baseUrl(port),
                    announcements);
            context.getBean(PlaceLoop.class).start();
            var schema = new SchemaUpgrade(database, context.getBean(Database.class), setUp);
            schema.start();
            NettyEmbeddedServer server =
                    context.getBean(NettyEmbeddedServer.class).start();
            context.getBean(DrainLoop.class).start();
            context.getBean(JudgingLoop.class).start();
            context.getBean(OwnAddressLoop.class).start();
            return new Service(settings, database, spool, context, schema, server);
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

    /// All parts of the service on this database, not started yet.
    static ApplicationContext context(
            Settings settings, DatabaseConnection database, Map<String, Object> serverProperties) {
        var properties = new HashMap<>(WebDefaults.properties());
        properties.putAll(database.properties());
        properties.putAll(serverProperties);
        return ApplicationContext.builder()
                .banner(false)
                .deduceEnvironment(false)
                .environmentPropertySource(false)
                .properties(properties)
                .singletons(settings, database)
                .build();
    }

    private static Map<String, Object> serverProperties(Settings settings, int port) {
        return Map.of(
                "micronaut.application.name",
                "mailtrack",
                "micronaut.server.host",
                settings.server().host(),
                "micronaut.server.port",
                port);
    }

    private static WebSettings webSettings(Settings settings, Credentials credentials, int port) {
        return new WebSettings(
                settings.server().baseUrl(port),
                settings.server().trusted(),
                settings.owner().displayZone(),
                settings.api().corsOrigins(),
                settings.owner().cookieSecure(),
                settings.owner().password().isPresent(),
                SigningKey.of(credentials.browserSecret().reveal()));
    }

    private void announce(PrintStream announcements, Credentials credentials) {
        LOG.info("Mailtrack listens on http://{}:{}", settings.server().host(), server.getPort());
        credentials.newKey().ifPresent(key -> announcements.println("""

            The API key, made just now and never shown again:

                %s
            """.formatted(key.reveal())));
    }

    /// The port that the service listens on.
    public int port() {
        return server.getPort();
    }

    /// Waits for the database to be ready; false when it is not within half a minute.
    public boolean awaitDatabase() throws InterruptedException {
        return schema.await(SCHEMA_WITHIN);
    }

    /// Fills sample data into the database, as soon as that is ready.
    ///
    /// @param announcements is told what came of it
    /// @throws StartFailure when it is not ready in time, or has tracks of the owner's
    public void fillWithSamples(PrintStream announcements) throws InterruptedException {
        if (!awaitDatabase()) {
            throw new StartFailure("--demo: the database is not ready, so no sample data were filled in.", null);
        }
        context.getBean(DemoFilling.class).now(announcements);
    }

    /// Stops accepting, records what was accepted, stops the database if it is ours. The database is stopped even if a
    /// step before that failed.
    @Override
    public void close() {
        LOG.info("Mailtrack stops.");
        try {
            schema.stop();
            context.getBean(PlaceLoop.class).stop();
            stopJudging();
            context.getBean(OwnAddressLoop.class).stop();
            context.getBean(Audience.class).close();
            server.stopServerOnly();
            context.getBean(OpenConnections.class).close();
            recordTheRest();
        } finally {
            closeAll(context, spool, database);
        }
        LOG.info("Mailtrack has stopped.");
    }

    private void stopJudging() {
        try {
            context.getBean(JudgingLoop.class).stop();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Twice: what was under way while the spool was emptied has reached it when it is emptied again, since nothing
    /// can be added after its closing.
    private void recordTheRest() {
        DrainLoop loop = context.getBean(DrainLoop.class);
        Duration longest = settings.recording().stopTimeout();
        try {
            boolean emptied = loop.finish(longest);
            spool.close();
            if (!emptied || !loop.finish(longest)) {
                LOG.warn(
                        "Hits that could not be recorded before the stop: {}. They are kept for the next start.",
                        spool.depth());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void closeAll(ApplicationContext context, FileHitSpool spool, DatabaseConnection database) {
        try {
            context.close();
        } finally {
            spool.release();
            database.close();
        }
    }
}
