package com.tachyonfuture.mailtrack.mysql.embedded;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// A server process, from its start to its end.
///
/// It stays in the process group of this program, so a signal to the group reaches it too; SIGINT it ignores, at
/// SIGTERM it stops in good order.
final class ServerProcess {

    private static final Duration KILLED_AFTER = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(20);
    private static final int LOG_LINES_SHOWN = 8;

    private final Process process;
    private final int port;
    private final Path log;
    private final long logStart;

    private ServerProcess(Process process, int port, Path log, long logStart) {
        this.process = process;
        this.port = port;
        this.log = log;
        this.logStart = logStart;
    }

    /// Starts a server on a finished data folder; it takes connections a little later.
    ///
    /// The socket's path is relative to the data folder, where the server goes at its start: an absolute one may be
    /// longer than the 107 bytes that the system allows. Without `--skip-ssl` the server makes a key at each start,
    /// which takes seconds. The SQL mode is that of MySQL 8, so that what passes here passes there.
    static ServerProcess start(
            ServerProgram program, DatabaseFolder folder, EmbeddedDatabaseSettings settings, int port, Path accounts)
            throws IOException {
        var command = command(program, folder, folder.data());
        command.addAll(List.of(
                "--bind-address=127.0.0.1",
                "--port=" + port,
                "--socket=mariadbd.sock",
                "--pid-file=mariadbd.pid",
                "--init-file=" + accounts,
                "--skip-name-resolve",
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_unicode_ci",
                "--default-time-zone=+00:00",
                "--sql-mode=ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,"
                        + "ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION",
                "--innodb-flush-log-at-trx-commit=1",
                "--innodb-buffer-pool-size=" + settings.bufferPoolMegabytes() + "M",
                "--aria-pagecache-buffer-size=8M",
                "--key-buffer-size=1M",
                "--max-allowed-packet=64M",
                "--local-infile=0",
                "--log-warnings=1"));
        var log = folder.log();
        var logStart = Files.exists(log) ? Files.size(log) : 0;
        var builder = builder(command, folder.data(), log).redirectInput(new File("/dev/null"));
        return new ServerProcess(builder.start(), port, log, logStart);
    }

    /// Makes an empty database: the system's tables and nobody who may sign in.
    static void bootstrap(ServerProgram program, DatabaseFolder folder) throws IOException {
        var data = folder.createUnfinishedData();
        var command = command(program, folder, data);
        command.addAll(List.of("--bootstrap", "--enforce-storage-engine=", "--log-warnings=0"));
        var log = folder.log();
        var logStart = Files.exists(log) ? Files.size(log) : 0;
        var process = new ServerProcess(builder(command, data, log).start(), 0, log, logStart);
        process.feed(program.systemTables());
        if (!process.exitsWithin(KILLED_AFTER) || process.process.exitValue() != 0) {
            process.stop();
            throw new EmbeddedDatabaseException(
                    "The embedded database in " + folder + " could not be made. " + process.lastWords());
        }
        folder.finishData();
    }

    private static List<String> command(ServerProgram program, DatabaseFolder folder, Path data) throws IOException {
        var command = new ArrayList<String>();
        command.add(program.server().toString());
        command.add("--no-defaults");
        if (isRoot()) {
            command.add("--user=root");
        }
        command.addAll(List.of(
                "--basedir=" + program.folder(),
                "--lc-messages-dir=" + program.share(),
                "--character-sets-dir=" + program.share().resolve("charsets"),
                "--datadir=" + data,
                "--tmpdir=" + folder.temporary(),
                "--innodb-log-file-size=64M",
                "--innodb-undo-tablespaces=0",
                "--skip-ssl"));
        return command;
    }

    /// Without `NOTIFY_SOCKET`, so that the server does not report to systemd in this program's name.
    private static ProcessBuilder builder(List<String> command, Path workingFolder, Path log) {
        var builder = new ProcessBuilder(command)
                .directory(workingFolder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().remove("NOTIFY_SOCKET");
        return builder;
    }

    private static boolean isRoot() throws IOException {
        return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    }

    /// A server that ends early closes the pipe; its log then says more than our failure to write.
    private void feed(List<Path> scripts) {
        try (var in = process.getOutputStream()) {
            in.write("CREATE DATABASE mysql;\nUSE mysql;\nSET @auth_root_socket=NULL;\n"
                    .getBytes(StandardCharsets.UTF_8));
            for (var script : scripts) {
                Files.copy(script, in);
            }
            in.write("DELETE FROM global_priv WHERE User <> 'mariadb.sys';\n".getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            process.destroy();
        }
    }

    int port() {
        return port;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /// Whether the server ended because another program listens on its port.
    boolean foundItsPortTaken() {
        return !process.isAlive() && log().stream().anyMatch(line -> line.contains("Bind on TCP/IP port"));
    }

    /// Waits for the server's end, no longer than asked, and is not put off by an interrupt: a thread that is told
    /// to finish still needs the database for its last work.
    boolean exitsWithin(Duration longest) {
        long deadline = System.nanoTime() + longest.toNanos();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return process.waitFor(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// Stops the server in good order and returns when it has ended; one that has ended already is fine too.
    void stop() {
        process.destroy();
        if (!exitsWithin(KILLED_AFTER)) {
            process.destroyForcibly();
            exitsWithin(KILLED_AFTER);
        }
    }

    /// Stops a server that a killed Mailtrack left running on this folder.
    static boolean stopOrphan(DatabaseFolder folder) {
        var orphan = ProcessHandle.allProcesses()
                .filter(process -> isServerIn(process, folder))
                .findAny();
        orphan.ifPresent(process -> stop(process, folder));
        return orphan.isPresent();
    }

    /// The orphan has ended when it has left the folder: in a container without an init process nobody may ever
    /// collect its exit, and the system goes on listing it.
    private static void stop(ProcessHandle orphan, DatabaseFolder folder) {
        long start = System.nanoTime();
        orphan.destroy();
        while (isServerIn(orphan, folder)) {
            if (System.nanoTime() - start > KILLED_AFTER.toNanos()) {
                orphan.destroyForcibly();
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    private static boolean isServerIn(ProcessHandle process, DatabaseFolder folder) {
        return isServerIn(process, folder.data()) || isServerIn(process, folder.unfinishedData());
    }

    /// A server's working folder is its data folder, which the system knows however its path was written.
    private static boolean isServerIn(ProcessHandle process, Path data) {
        var facts = Path.of("/proc", Long.toString(process.pid()));
        try {
            return Files.readString(facts.resolve("comm")).strip().equals("mariadbd")
                    && Files.isSameFile(facts.resolve("cwd"), data);
        } catch (IOException e) {
            return false;
        }
    }

    /// The end of what the server said, for a message to the operator.
    String lastWords() {
        var lines = log();
        var last = lines.subList(Math.max(0, lines.size() - LOG_LINES_SHOWN), lines.size());
        return "The server said (all of it in " + log + "):\n  " + String.join("\n  ", last);
    }

    private List<String> log() {
        try (var in = Files.newInputStream(log)) {
            in.skipNBytes(logStart);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }
}
