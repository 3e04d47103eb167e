package com.tachyonfuture.mailtrack.mysql.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// A running MariaDB server of this program's own, reachable from this machine only.
///
/// ## Who may use it
/// The server has one account, for 127.0.0.1, with a random password that lies in the folder and only its owner can
/// read. It is set anew at each start, so a deleted password file locks nobody out.
///
/// ## How it ends
/// [#close] stops the server in good order. This class adds no shutdown hook: whoever opened the database knows when
/// the last write is through. A signal to the whole process group stops the server while this program still has to
/// write; [#ensureRunning] brings it back on the same port. After a `kill -9` of this program alone the server goes
/// on; the next [#open] finds it by its working folder and stops it first. A server killed itself recovers at its
/// next start, as commits are flushed.
///
/// ## Two at a time
/// A lock on a file in the folder keeps a second program out.
///
/// Safe for use by several threads.
public final class EmbeddedDatabase implements AutoCloseable {

    /// How to reach the server.
    ///
    /// @param url for JDBC, without user and password
    public record Account(String url, String user, String password) {

        @Override
        public String toString() {
            return "Account[url=" + url + ", user=" + user + ", password=***]";
        }
    }

    private static final Pattern PORT = Pattern.compile("\\d{1,5}");
    private static final String USER = "mailtrack";
    private static final String DATABASE = "mailtrack";
    private static final Duration POLL = Duration.ofMillis(20);
    private static final Duration STARTS_WITHIN = Duration.ofMinutes(10);
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(30);
    private static final int PORT_ATTEMPTS = 5;

    private final ServerProgram program;
    private final DatabaseFolder folder;
    private final EmbeddedDatabaseSettings settings;
    private final Consumer<String> progress;
    private final String password;
    private ServerProcess server;
    private boolean closed;

    private EmbeddedDatabase(
            ServerProgram program, DatabaseFolder folder, EmbeddedDatabaseSettings settings, Consumer<String> progress)
            throws IOException {
        this.program = program;
        this.folder = folder;
        this.settings = settings;
        this.progress = progress;
        this.password = folder.password();
        this.server = start();
    }

    /// Whether this program brings a server along that runs on this system.
    public static boolean available() {
        return ServerProgram.available();
    }

    /// Starts the database of a folder, making it first where there is none, and returns once it takes connections.
    ///
    /// @param progress is told in a few words what takes time
    /// @throws EmbeddedDatabaseException when that is not possible, saying why
    public static EmbeddedDatabase open(EmbeddedDatabaseSettings settings, Consumer<String> progress) {
        try {
            var program = ServerProgram.unpackedIn(settings.programFolder(), progress);
            var folder = DatabaseFolder.take(settings.folder());
            try {
                return open(program, folder, settings, progress);
            } catch (IOException | RuntimeException e) {
                folder.close();
                throw e;
            }
        } catch (IOException e) {
            throw new EmbeddedDatabaseException(
                    "The embedded database in " + settings.folder() + " could not be started: " + e, e);
        }
    }

    /// How to reach the server that another program runs in this folder right now; empty when none does.
    public static Optional<Account> runningIn(EmbeddedDatabaseSettings settings) {
        Optional<String> port = DatabaseFolder.note(settings.folder(), "port").filter(PORT.asMatchPredicate());
        Optional<String> password = DatabaseFolder.note(settings.folder(), "password");
        return port.flatMap(number -> password.map(secret -> new Account(url(number, DATABASE), USER, secret)))
                .filter(account -> takesConnections(Integer.parseInt(port.orElseThrow()), account.password()));
    }

    private static EmbeddedDatabase open(
            ServerProgram program, DatabaseFolder folder, EmbeddedDatabaseSettings settings, Consumer<String> progress)
            throws IOException {
        if (ServerProcess.stopOrphan(folder)) {
            progress.accept("stopped a database server that an earlier run had left behind");
        }
        if (!Files.isDirectory(folder.data())) {
            progress.accept("making a new database in " + folder);
            ServerProcess.bootstrap(program, folder);
        }
        progress.accept("starting the database in " + folder);
        return new EmbeddedDatabase(program, folder, settings, progress);
    }

    public synchronized int port() {
        return server.port();
    }

    public String user() {
        return USER;
    }

    public String password() {
        return password;
    }

    /// The JDBC URL of Mailtrack's database, without user and password.
    public String url() {
        return url(DATABASE);
    }

    /// The JDBC URL of a database on this server, which is made when somebody connects.
    public String url(String database) {
        return url(Integer.toString(port()), database);
    }

    private static String url(String port, String database) {
        return "jdbc:mysql://127.0.0.1:" + port + "/" + database + "?createDatabaseIfNotExist=true&sslMode=DISABLED"
                + "&rewriteBatchedStatements=true&useLocalSessionState=true"
                + "&connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true";
    }

    /// Starts the server again, on the same port, if it has gone or is just going; otherwise does nothing.
    ///
    /// A server that gets its signal right after this call is gone again: call this before the last work, and once
    /// more when that fails.
    ///
    /// @throws IllegalStateException after [#close]
    public synchronized void ensureRunning() {
        if (closed) {
            throw new IllegalStateException("The embedded database has been closed");
        }
        if (takesConnections(server, ENDS_WITHIN)) {
            return;
        }
        server.stop();
        progress.accept("the database server has gone, starting it again");
        try {
            server = start(server.port());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Stops the server in good order and waits for its end. Does nothing when it has gone already.
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        server.stop();
        try {
            folder.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ServerProcess start() throws IOException {
        if (settings.port() != 0) {
            return start(settings.port());
        }
        for (int attempt = 1; ; attempt++) {
            var starting = launch(ServerProcess.freePort());
            if (takesConnections(starting, STARTS_WITHIN)) {
                return starting;
            }
            if (attempt == PORT_ATTEMPTS || !starting.foundItsPortTaken()) {
                throw failure(starting);
            }
        }
    }

    private ServerProcess start(int port) throws IOException {
        var starting = launch(port);
        if (!takesConnections(starting, STARTS_WITHIN)) {
            throw failure(starting);
        }
        return starting;
    }

    /// The password travels in a file, since everybody on this machine may read a command line.
    private ServerProcess launch(int port) throws IOException {
        var account = "'" + USER + "'@'127.0.0.1'";
        var accounts = folder.writeSecret(
                "accounts.sql",
                "CREATE OR REPLACE USER " + account + " IDENTIFIED BY '" + password + "';\n"
                        + "GRANT ALL PRIVILEGES ON *.* TO " + account + ";\n");
        folder.writeSecret("port", port + "\n");
        return ServerProcess.start(program, folder, settings, port, accounts);
    }

    /// Waits until the server takes connections; false when it ends instead or the time is over.
    private boolean takesConnections(ServerProcess starting, Duration longest) {
        long start = System.nanoTime();
        do {
            if (takesConnections(starting)) {
                return true;
            }
        } while (!starting.exitsWithin(POLL) && System.nanoTime() - start < longest.toNanos());
        return false;
    }

    private boolean takesConnections(ServerProcess running) {
        return takesConnections(running.port(), password) && running.isAlive();
    }

    private static boolean takesConnections(int port, String password) {
        var properties = new Properties();
        properties.putAll(Map.of(
                "user", USER,
                "password", password,
                "sslMode", "DISABLED",
                "connectTimeout", "2000",
                "socketTimeout", "5000"));
        var url = "jdbc:mysql://127.0.0.1:" + port + "/";
        try (var _ = DriverManager.getConnection(url, properties)) {
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    private static EmbeddedDatabaseException failure(ServerProcess server) {
        server.stop();
        return new EmbeddedDatabaseException("The embedded database did not start. " + server.lastWords());
    }
}
