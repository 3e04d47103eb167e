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

final class JudgeIT {

    private static final String ID = "5d0a7a6e-2f0b-4a4e-9d0e-0c8f8e3a1b77";

    @TempDir
    Path temporary;

    /// As the service before us left it: one that it did not take for a reading, and one of Thunderbird.
    private static void takeOver(TestDatabase database) throws SQLException {
        Migrations.run(database.dataSource());
        execute(
                database,
                "INSERT INTO tracked_emails (id, subject, open_count, read_count) VALUES ('" + ID
                        + "', 'Offer', 2, 1)");
        execute(
                database,
                "INSERT INTO opens (tracked_email_id, opened_at, ip_address, user_agent, proxy_type, is_real_open,"
                        + " counted) VALUES ('" + ID + "', '2026-01-01 10:00:00', '192.0.2.1', 'Mozilla/5.0 (Windows NT"
                        + " 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0.0.0 Safari/537.36',"
                        + " 'outlook', FALSE, FALSE), ('" + ID + "', '2026-01-01 11:00:00', '192.0.2.2', 'Mozilla/5.0"
                        + " (X11; Linux x86_64; rv:128.0) Gecko/20100101 Thunderbird/128.3.1', NULL, TRUE, TRUE)");
        execute(database, "UPDATE totals SET value = 2 WHERE name = 'opens'");
        execute(database, "UPDATE totals SET value = 1 WHERE name IN ('tracks', 'opened_tracks', 'reads')");
    }

    private static void execute(TestDatabase database, String sql) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void opensThatWereTakenOverAreJudgedAfterTheStart() throws Exception {
        try (var database = TestDatabase.fresh()) {
            takeOver(database);
            try (RunningApp app = start(database).now().awaitReady()) {
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> track(app).contains("\"verdict\":\"human\",\"reason\":\"thunderbird\""));
                assertThat(track(app))
                        .contains("\"verdict\":\"undecided\",\"reason\":\"former_service\"")
                        .contains("\"proxy_type\":\"outlook\"")
                        .contains("\"read_count\":1");

                try (RunningApp judge =
                        start(database).command("judge", "--dry-run", "--json").now()) {
                    assertThat(judge.awaitEnd()).isZero();
                    assertThat(judge.output())
                            .contains("\"dry_run\":true,\"judged\":2,\"failed\":0,\"other_verdict\":0");
                    assertThat(judge.error()).isEmpty();
                }
            }
        }
    }

    @Test
    void theCommandJudgesWhileTheServiceIsDown() throws Exception {
        try (var database = TestDatabase.fresh()) {
            takeOver(database);

            try (RunningApp judge = start(database).command("judge").now()) {
                assertThat(judge.awaitEnd()).as(judge.error()).isZero();
                assertThat(judge.output())
                        .contains("Opens judged: 2. With another verdict: 2. Reads among them: 1 before");
                assertThat(judge.error()).contains("the same command goes on where it was");
            }
        }
    }

    @Test
    void aCommandThatIsNotCompleteIsAnsweredWithItsUsage() throws Exception {
        try (RunningApp command =
                new RunningApp.Start(temporary).command("judge", "everything").now()) {
            assertThat(command.awaitEnd()).isEqualTo(64);
            assertThat(command.error()).contains("judge [--dry-run] [--json]");
        }
    }

    private RunningApp.Start start(TestDatabase database) {
        return new RunningApp.Start(temporary)
                .withoutDatabaseServer()
                .with("DATABASE_URL", RunningApp.databaseUrl(database));
    }

    private static String track(RunningApp app) throws Exception {
        return app.get("/api/tracks/" + ID).body();
    }
}
