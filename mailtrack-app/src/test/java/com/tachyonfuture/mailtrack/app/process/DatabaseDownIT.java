package com.tachyonfuture.mailtrack.app.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.tachyonfuture.mailtrack.mysql.embedded.EmbeddedDatabase;
import com.tachyonfuture.mailtrack.mysql.embedded.EmbeddedDatabaseSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DatabaseDownIT {

    @TempDir
    Path temporary;

    @Test
    void pixelsAreServedWhileTheDatabaseIsAwayAndRecordedWhenItIsThere() throws Exception {
        EmbeddedDatabaseSettings settings = EmbeddedDatabaseSettings.in(temporary.resolve("database"))
                .withProgramFolder(Path.of("target", "mariadb"))
                .withPort(RunningApp.freePort());
        String url = databaseUrlOf(settings);

        try (RunningApp app = start(url).awaitListening()) {
            assertThat(app.get("/p/unknown.gif").statusCode()).isEqualTo(200);
            assertThat(app.get("/health").statusCode()).isEqualTo(503);
            assertThat(app.get("/health").body()).contains("DOWN", "database");
            assertThat(app.get("/health/readiness").statusCode()).isEqualTo(200);
            assertThat(app.get("/api/tracks").statusCode()).isEqualTo(503);
            assertThat(app.get("/api/tracks").headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));

            String id;
            try (var _ = EmbeddedDatabase.open(settings, _ -> {})) {
                app.awaitReady();
                var created = app.post("/api/tracks", "{\"subject\":\"Offer\"}");
                assertThat(created.statusCode()).isEqualTo(201);
                id = String.valueOf(RunningApp.member(created.body(), "id"));
            }
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> app.get("/health").statusCode() == 503);
            for (int i = 0; i < 50; i++) {
                assertThat(app.get("/p/" + id + ".gif").statusCode()).isEqualTo(200);
            }

            try (var _ = EmbeddedDatabase.open(settings, _ -> {})) {
                await().atMost(Duration.ofSeconds(60))
                        .ignoreExceptions()
                        .until(() -> app.get("/api/tracks/" + id).body().contains("\"open_count\":50"));
            }
        }
    }

    private RunningApp start(String url) throws Exception {
        return new RunningApp.Start(temporary)
                .withoutDatabaseServer()
                .with("DATABASE_URL", url)
                .now();
    }

    /// Opened once, so that the account exists; then closed, as a database that is down.
    private static String databaseUrlOf(EmbeddedDatabaseSettings settings) {
        try (var database = EmbeddedDatabase.open(settings, _ -> {})) {
            URI uri = URI.create(database.url().substring("jdbc:".length()));
            return "mysql+aiomysql://" + database.user() + ":" + database.password() + "@" + uri.getAuthority()
                    + uri.getPath() + "?createDatabaseIfNotExist=true&sslMode=DISABLED";
        }
    }
}
