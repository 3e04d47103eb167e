package com.tachyonfuture.mailtrack.mysql.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {

    /// Beside the build's other output, so that the program is unpacked once and not once per test.
    private static final Path PROGRAM = Path.of("target", "test-database", "program");

    @TempDir
    Path temporary;

    private final List<String> progress = new ArrayList<>();

    @BeforeEach
    void aServerComesAlongWithTheTests() {
        assertThat(EmbeddedDatabase.available()).isEqualTo(isLinuxOnX86());
        if (!isLinuxOnX86()) {
            System.err.println(
                    "NOT TESTED: the embedded database, which runs on Linux on x86-64 only. The workflow has it.");
        }
        assumeTrue(isLinuxOnX86(), "the embedded database runs on Linux on x86-64 only; the workflow tests it");
    }

    @Test
    void whileItRunsAnotherProgramMayUseIt() throws SQLException {
        var settings = EmbeddedDatabaseSettings.in(temporary);
        assertThat(EmbeddedDatabase.runningIn(settings)).isEmpty();

        try (var database = open(temporary)) {
            var account = EmbeddedDatabase.runningIn(settings).orElseThrow();

            assertThat(account.url()).isEqualTo(database.url());
            assertThat(account.toString()).doesNotContain(database.password());
            try (var connection = DriverManager.getConnection(account.url(), account.user(), account.password())) {
                assertThat(connection.isValid(5)).isTrue();
            }
        }

        assertThat(EmbeddedDatabase.runningIn(settings)).isEmpty();
    }

    @Test
    void keepsItsDataFromOneStartToTheNext() throws SQLException {
        try (var database = open(temporary)) {
            execute(database, "CREATE TABLE kept (word VARCHAR(20))");
            execute(database, "INSERT INTO kept VALUES ('здравствуй 📬')");
        }

        try (var database = open(temporary)) {
            assertThat(text(database, "SELECT word FROM kept")).isEqualTo("здравствуй 📬");
        }
        assertThat(progress).filteredOn(line -> line.startsWith("making")).hasSize(1);
    }

    @Test
    void runsWhereverTheFolderLies() throws SQLException {
        var folder = temporary.resolve("Müllers Büro, 邮件 & 'co'").resolve("x".repeat(120));

        try (var database = open(folder)) {
            assertThat(text(database, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void runsInARelativeFolder() throws IOException, SQLException {
        var relative = Path.of("target", "embedded-database", "relative");
        Folders.delete(relative);

        try (var database = open(relative)) {
            assertThat(text(database, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void runsInAFolderThatALinkLeadsTo() throws IOException, SQLException {
        var elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
        var link = Files.createSymbolicLink(temporary.resolve("link"), elsewhere);

        try (var database = open(link)) {
            assertThat(text(database, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void letsNobodyInWithoutThePassword() throws IOException {
        try (var database = open(temporary)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(temporary.resolve("password"))))
                    .isEqualTo("rw-------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(temporary.resolve("data"))))
                    .isEqualTo("rwx------");
            assertThat(database.password()).hasSizeGreaterThan(20).isNotEqualTo(database.user());
            assertRefused(database, "root", "");
            assertRefused(database, "", "");
            assertRefused(database, database.user(), "");
            assertRefused(database, "mariadb.sys", "");
        }
    }

    @Test
    void aDeletedPasswordFileLocksNobodyOut() throws IOException, SQLException {
        String first;
        try (var database = open(temporary)) {
            first = database.password();
        }
        Files.delete(temporary.resolve("password"));

        try (var database = open(temporary)) {
            assertThat(database.password()).isNotEqualTo(first);
            assertThat(text(database, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void listensOnTheLoopbackAddressOnly() throws IOException {
        try (var database = open(temporary)) {
            for (var other : addressesBesidesLoopback()) {
                assertThatThrownBy(() -> new Socket(other, database.port()).close())
                        .isInstanceOf(IOException.class);
            }
            new Socket(InetAddress.getLoopbackAddress(), database.port()).close();
        }
    }

    @Test
    void speaksAsMailtrackExpects() throws SQLException {
        try (var database = open(temporary)) {
            assertThat(text(database, "SELECT @@character_set_database")).isEqualTo("utf8mb4");
            assertThat(text(database, "SELECT @@collation_database")).isEqualTo("utf8mb4_unicode_ci");
            assertThat(text(database, "SELECT TIMESTAMPDIFF(HOUR, UTC_TIMESTAMP(), NOW())"))
                    .isEqualTo("0");
            assertThat(text(database, "SELECT @@innodb_flush_log_at_trx_commit"))
                    .isEqualTo("1");
            assertThat(text(database, "SELECT @@innodb_buffer_pool_size"))
                    .isEqualTo(Integer.toString(24 * 1024 * 1024));
        }
    }

    @Test
    void aSecondOneOnTheSameFolderIsRefused() {
        try (var _ = open(temporary)) {
            assertThatExceptionOfType(EmbeddedDatabaseException.class)
                    .isThrownBy(() -> open(temporary))
                    .withMessageContaining("in use by another running Mailtrack")
                    .withMessageContaining("MAILTRACK_DATA_DIR");
        }
    }

    @Test
    void anAskedForPortThatIsTakenIsNamed() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var settings = settings(temporary).withPort(taken.getLocalPort());

            assertThatExceptionOfType(EmbeddedDatabaseException.class)
                    .isThrownBy(() -> EmbeddedDatabase.open(settings, progress::add))
                    .withMessageContaining("Bind on TCP/IP port");
        }
    }

    @Test
    void aServerThatGotTheGroupsSignalComesBackOnTheSamePort() throws SQLException {
        try (var database = open(temporary)) {
            int port = database.port();
            execute(database, "CREATE TABLE kept (id INT)");
            server(temporary).destroy();

            database.ensureRunning();
            await().atMost(Duration.ofSeconds(30)).ignoreExceptions().untilAsserted(() -> {
                database.ensureRunning();
                execute(database, "INSERT INTO kept VALUES (1)");
            });

            assertThat(database.port()).isEqualTo(port);
            assertThat(text(database, "SELECT COUNT(*) FROM kept")).isNotEqualTo("0");
        }
    }

    @Test
    void anInterruptedThreadMayStillBringItBack() throws SQLException {
        try (var database = open(temporary)) {
            var server = server(temporary);
            server.destroyForcibly();
            await().until(() -> !server.isAlive());
            Thread.currentThread().interrupt();

            database.ensureRunning();

            assertThat(Thread.interrupted()).isTrue();
            assertThat(text(database, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void aKilledServerLosesNothingThatWasCommitted() throws SQLException {
        try (var database = open(temporary)) {
            execute(database, "CREATE TABLE kept (id INT PRIMARY KEY)");
            execute(database, "INSERT INTO kept VALUES (1), (2), (3)");
            server(temporary).destroyForcibly();
        }

        try (var database = open(temporary)) {
            assertThat(text(database, "SELECT COUNT(*) FROM kept")).isEqualTo("3");
        }
    }

    @Test
    void aServerLeftBehindIsStoppedFirst() throws IOException, SQLException {
        var leftBehind = startAndLeaveBehind();

        try (var database = open(temporary)) {
            assertThat(leftBehind.isAlive()).isFalse();
            assertThat(text(database, "SELECT COUNT(*) FROM kept")).isEqualTo("1");
        }
        assertThat(progress).contains("stopped a database server that an earlier run had left behind");
    }

    @Test
    void closesOnceAndAlsoWhenTheServerHasGone() {
        var database = open(temporary);
        var server = server(temporary);
        server.destroyForcibly();

        database.close();
        database.close();

        assertThat(server.isAlive()).isFalse();
        assertThatIllegalStateException().isThrownBy(database::ensureRunning);
    }

    @Test
    void aHalfMadeDatabaseIsMadeAnew() throws IOException, SQLException {
        Files.createDirectories(temporary.resolve("data.unfinished").resolve("mysql"));
        Files.writeString(temporary.resolve("data.unfinished").resolve("ibdata1"), "half");

        try (var database = open(temporary)) {
            assertThat(text(database, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void startsAgainQuickly() {
        open(temporary).close();
        long start = System.nanoTime();

        open(temporary).close();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void settingsRefuseWhatCannotBe() {
        var settings = EmbeddedDatabaseSettings.in(temporary);

        assertThatThrownBy(() -> settings.withPort(70_000)).hasMessageContaining("70000");
        assertThatThrownBy(() -> settings.withBufferPoolMegabytes(1)).hasMessageContaining("at least 8 MB");
    }

    private EmbeddedDatabase open(Path folder) {
        return EmbeddedDatabase.open(settings(folder), progress::add);
    }

    private static EmbeddedDatabaseSettings settings(Path folder) {
        return EmbeddedDatabaseSettings.in(folder).withProgramFolder(PROGRAM).withBufferPoolMegabytes(24);
    }

    /// What `kill -9` of the program leaves: a server, and no lock.
    private ProcessHandle startAndLeaveBehind() throws IOException, SQLException {
        try (var database = open(temporary)) {
            execute(database, "CREATE TABLE kept (id INT PRIMARY KEY)");
            execute(database, "INSERT INTO kept VALUES (1)");
        }
        var program = ServerProgram.unpackedIn(PROGRAM, progress::add);
        try (var folder = DatabaseFolder.take(temporary)) {
            var accounts = temporary.resolve("accounts.sql");
            ServerProcess.start(program, folder, settings(temporary), ServerProcess.freePort(), accounts);
        }
        return server(temporary);
    }

    private static ProcessHandle server(Path folder) {
        return ProcessHandle.current()
                .children()
                .filter(child -> worksIn(child, folder.resolve("data")))
                .findAny()
                .orElseThrow();
    }

    private static boolean worksIn(ProcessHandle process, Path folder) {
        try {
            return Files.isSameFile(Path.of("/proc", Long.toString(process.pid()), "cwd"), folder);
        } catch (IOException e) {
            return false;
        }
    }

    private static void assertRefused(EmbeddedDatabase database, String user, String password) {
        var url = "jdbc:mysql://127.0.0.1:" + database.port() + "/?sslMode=DISABLED";
        assertThatThrownBy(
                        () -> DriverManager.getConnection(url, user, password).close())
                .hasMessageContaining("Access denied");
    }

    private static List<InetAddress> addressesBesidesLoopback() throws IOException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress())
                .toList();
    }

    private static void execute(EmbeddedDatabase database, String sql) throws SQLException {
        try (var connection = connect(database);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String text(EmbeddedDatabase database, String sql) throws SQLException {
        try (var connection = connect(database);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private static Connection connect(EmbeddedDatabase database) throws SQLException {
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }

    private static boolean isLinuxOnX86() {
        return System.getProperty("os.name").equals("Linux")
                && System.getProperty("os.arch").equals("amd64");
    }
}
