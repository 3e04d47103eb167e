package com.tachyonfuture.mailtrack.app.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.tachyonfuture.mailtrack.mysql.migration.Migrations;
import com.tachyonfuture.mailtrack.mysql.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class QuarantineIT {

    @TempDir
    Path temporary;

    /// The database refuses what names it as its user agent, as one does whose table somebody has changed.
    private static void refusePoison(TestDatabase database) throws SQLException {
        execute(database, "ALTER TABLE opens ADD CONSTRAINT no_poison CHECK (user_agent <> 'poison')");
    }

    private static void execute(TestDatabase database, String sql) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void aHitThatTheDatabaseRefusesWaitsInQuarantineUntilItIsReplayed() throws Exception {
        try (var database = TestDatabase.fresh()) {
            Migrations.run(database.dataSource());
            refusePoison(database);
            try (RunningApp app = start(database).now().awaitReady()) {
                String id = create(app);
                fetch(app, id, "harmless");
                fetch(app, id, "poison");
                fetch(app, id, "harmless");

                await().atMost(Duration.ofSeconds(20))
                        .until(() -> opens(app, id).contains("\"open_count\":2"));
                assertThat(run(database, 0, "quarantine")).contains(id, "poison", "Hits in quarantine: 1.");
                assertThat(run(database, 1, "quarantine", "replay", "all")).contains("fails again");

                execute(database, "ALTER TABLE opens DROP CONSTRAINT no_poison");
                assertThat(run(database, 0, "quarantine", "replay", "all")).contains("Recorded: 1.");
                assertThat(opens(app, id)).contains("\"open_count\":3");
            }

            assertThat(run(database, 0, "quarantine")).contains("There are no hits in quarantine.");
        }
    }

    @Test
    void theEmbeddedDatabaseHasAQuarantineTooWhetherTheServiceRunsOrNot() throws Exception {
        try (RunningApp app = new RunningApp.Start(temporary).now().awaitReady()) {
            assertThat(app.get("/health").statusCode()).isEqualTo(200);
            assertThat(run(new RunningApp.Start(temporary), 0, "quarantine")).contains("no hits in quarantine");
        }

        assertThat(run(new RunningApp.Start(temporary), 0, "quarantine", "discard", "all"))
                .contains("Discarded: 0.");
    }

    @Test
    void aCommandThatIsNotCompleteIsAnsweredWithItsUsage() throws Exception {
        try (RunningApp command =
                new RunningApp.Start(temporary).command("quarantine", "replay").now()) {
            assertThat(command.awaitEnd()).isEqualTo(64);
            assertThat(command.error()).contains("quarantine replay ID...");
        }
    }

    @Test
    void aDatabaseThatIsAwayIsSaidToBe() throws Exception {
        try (RunningApp command = new RunningApp.Start(temporary)
                .withoutDatabaseServer()
                .with("DATABASE_URL", "mysql://me:s3cret@127.0.0.1:1/mailtrack")
                .command("quarantine")
                .now()) {
            assertThat(command.awaitEnd()).isEqualTo(1);
            assertThat(command.error()).contains("The database does not answer").doesNotContain("s3cret", "\tat ");
        }
    }

    private String run(TestDatabase database, int code, String... words) throws Exception {
        return run(start(database), code, words);
    }

    private static String run(RunningApp.Start start, int code, String... words) throws Exception {
        try (RunningApp command = start.command(words).now()) {
            assertThat(command.awaitEnd())
                    .as(command.output() + command.error())
                    .isEqualTo(code);
            assertThat(command.error()).isEmpty();
            return command.output();
        }
    }

    private RunningApp.Start start(TestDatabase database) {
        return new RunningApp.Start(temporary)
                .withoutDatabaseServer()
                .with("DATABASE_URL", RunningApp.databaseUrl(database));
    }

    private static String create(RunningApp app) throws Exception {
        return String.valueOf(RunningApp.member(
                app.post("/api/tracks", "{\"subject\":\"Offer\"}").body(), "id"));
    }

    private static void fetch(RunningApp app, String id, String userAgent) throws Exception {
        var answer = app.send(app.request("/p/" + id + ".gif").header("User-Agent", userAgent));
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    private static String opens(RunningApp app, String id) throws Exception {
        return app.get("/api/tracks/" + id).body();
    }
}
