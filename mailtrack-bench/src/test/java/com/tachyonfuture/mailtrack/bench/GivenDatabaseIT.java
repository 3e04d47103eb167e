package com.tachyonfuture.mailtrack.bench;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A database that a person names: whether the bench destroys nothing, and works on it. Needs the packaged program.
final class GivenDatabaseIT {

    private static final String TRACKS =
            "CREATE TABLE tracked_emails (id VARCHAR(36) PRIMARY KEY, message_group_id VARCHAR(36))";

    private static OwnDatabaseServer server;

    @BeforeAll
    static void start() {
        server = OwnDatabaseServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void anEmptyDatabaseIsTaken() throws SQLException {
        server.execute("bench_none", "DROP DATABASE IF EXISTS bench_none");

        try (BenchDatabase database = server.connect("bench_none")) {
            assertThatCode(database::empty).doesNotThrowAnyException();
        }
    }

    @Test
    void anEmptyDatabaseOfAnotherNameIsRefused() throws SQLException {
        server.execute("shop", "DROP DATABASE IF EXISTS shop");

        try (BenchDatabase database = server.connect("shop")) {
            assertThatThrownBy(database::empty)
                    .isInstanceOf(BenchFailure.class)
                    .hasMessageContaining("\"shop\"")
                    .hasMessageContaining("only one with \"bench\" in its name");
        }
    }

    @Test
    void aDatabaseWithATableOfOthersIsRefused() throws SQLException {
        server.execute("bench_others", "DROP DATABASE IF EXISTS bench_others");
        server.execute("bench_others", "CREATE TABLE bills (id INT)");

        assertRefused("bench_others");
        server.execute("bench_others", "SELECT * FROM bills");
    }

    @Test
    void anInstallationWithoutTracksIsRefusedToo() throws SQLException {
        server.execute("bench_installed", "DROP DATABASE IF EXISTS bench_installed");
        server.execute("bench_installed", TRACKS);

        assertRefused("bench_installed");
        server.execute("bench_installed", "SELECT * FROM tracked_emails");
    }

    @Test
    void theBenchsOwnIsRefusedOnceOthersHaveTracksInIt() throws SQLException {
        server.execute("bench_shared", "DROP DATABASE IF EXISTS bench_shared");
        server.execute(
                "bench_shared", TRACKS, "INSERT INTO tracked_emails VALUES ('a', 'mailtrack-bench'), ('b', NULL)");
        try (BenchDatabase database = server.connect("bench_shared")) {
            database.mark();
        }

        assertRefused("bench_shared");
    }

    @Test
    void theBenchsOwnIsEmptied() throws SQLException {
        server.execute("bench_own", "DROP DATABASE IF EXISTS bench_own");
        server.execute("bench_own", TRACKS, "INSERT INTO tracked_emails VALUES ('a', 'mailtrack-bench')");
        try (BenchDatabase database = server.connect("bench_own")) {
            database.mark();

            database.empty();
        }

        assertThatThrownBy(() -> server.execute("bench_own", "SELECT * FROM tracked_emails"))
                .isInstanceOf(SQLException.class);
    }

    private static void assertRefused(String name) {
        try (BenchDatabase database = server.connect(name)) {
            assertThatThrownBy(database::empty)
                    .isInstanceOf(BenchFailure.class)
                    .hasMessageContaining("not the bench's");
        }
    }
}
