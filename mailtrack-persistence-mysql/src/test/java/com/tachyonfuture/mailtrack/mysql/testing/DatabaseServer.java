package com.tachyonfuture.mailtrack.mysql.testing;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// A server that tests make their databases on.
abstract class DatabaseServer {

    static final String SETTING = "MAILTRACK_TEST_DATABASE_URL";
    static final String PREFIX = "mailtrack_test_";

    /// As the app connects, and so that MySQL's default way to sign in works without TLS.
    static final String COMMON_PARAMETERS =
            "?rewriteBatchedStatements=true&useLocalSessionState=true&connectionTimeZone=UTC"
                    + "&forceConnectionTimeZoneToSession=true&allowPublicKeyRetrieval=true";

    abstract String url(String database);

    abstract String user();

    abstract String password();

    /// The server of this JVM, chosen when the first test asks.
    static DatabaseServer chosen() {
        return Chosen.SERVER;
    }

    private static final class Chosen {
        static final DatabaseServer SERVER = announced(choose());
    }

    private static DatabaseServer choose() {
        var given = Optional.ofNullable(System.getenv(SETTING)).orElse("").strip();
        if (given.equals("embedded")) {
            return new EmbeddedServer();
        }
        if (!given.isEmpty()) {
            return GivenServer.of(given);
        }
        return dockerAnswers() ? ContainerServer.orElse(EmbeddedServer::new) : new EmbeddedServer();
    }

    private static DatabaseServer announced(DatabaseServer server) {
        System.out.println("*** Tests that need a database run on " + server + ", version " + server.version());
        return server;
    }

    /// Asks the socket itself: Testcontainers would take its time and log an error to find nobody there.
    private static boolean dockerAnswers() {
        var host = System.getenv("DOCKER_HOST");
        if (host != null && !host.startsWith("unix://")) {
            return true;
        }
        var rootless = Optional.ofNullable(System.getenv("XDG_RUNTIME_DIR")).map(folder -> folder + "/docker.sock");
        return Stream.of(host == null ? "/var/run/docker.sock" : host.substring(7), rootless.orElse(null))
                .filter(Objects::nonNull)
                .anyMatch(DatabaseServer::listens);
    }

    private static boolean listens(String socket) {
        try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            return channel.connect(UnixDomainSocketAddress.of(Path.of(socket)));
        } catch (IOException e) {
            return false;
        }
    }

    /// Makes an empty database and returns its name.
    String create(String characterSet) {
        var name = PREFIX + UUID.randomUUID().toString().replace("-", "").substring(0, 16);
        execute("CREATE DATABASE " + name + " CHARACTER SET " + characterSet);
        return name;
    }

    void drop(String name) {
        execute("DROP DATABASE IF EXISTS " + name);
    }

    final void execute(String sql) {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql + " failed on " + this, e);
        }
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url(""), user(), password());
    }

    private String version() {
        try (var connection = connect()) {
            return connection.getMetaData().getDatabaseProductVersion();
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot connect to " + this + ": " + e.getMessage(), e);
        }
    }
}
