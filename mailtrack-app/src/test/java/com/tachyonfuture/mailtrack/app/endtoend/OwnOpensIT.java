package com.tachyonfuture.mailtrack.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.tachyonfuture.mailtrack.app.process.RunningApp;
import com.tachyonfuture.mailtrack.mysql.testing.TestDatabase;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An open is the owner's after all: said without scripts, judged again with its counters, and taken back.
final class OwnOpensIT {

    private static final String THUNDERBIRD =
            "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Thunderbird/128.3.1";

    @TempDir
    Path temporary;

    @Test
    void thatWasMeMakesAReadTheOwnersAndNotMeTakesItBack() throws Exception {
        try (TestDatabase database = TestDatabase.fresh();
                RunningApp app = new RunningApp.Start(temporary)
                        .withoutDatabaseServer()
                        .with("DATABASE_URL", RunningApp.databaseUrl(database))
                        .now()
                        .awaitReady();
                PlainBrowser owner = new PlainBrowser()) {
            String track = created(app);
            String other = created(app);
            fetched(app, track, "203.0.113.17");
            fetched(app, other, "203.0.113.17");
            counted(app, track, "\"read_count\":1", "\"human\":1");
            counted(app, other, "\"read_count\":1", "\"human\":1");
            owner.open(app.baseUrl() + "/");
            owner.submit("Sign in", Map.of("name", "owner", "password", app.password()));
            String detail = app.baseUrl() + "/detail/" + track;

            owner.open(detail);
            assertThat(owner.page().select(".opens__what").text()).contains("Read");
            owner.submit("That was me", Map.of());

            assertThat(owner.page().select("[role=status]").text()).contains("known as yours now");
            assertThat(owner.page().select(".opens__what").text()).contains("You");
            counted(app, track, "\"read_count\":0", "\"self\":1");
            counted(app, other, "\"read_count\":0", "\"self\":1");
            assertThat(app.get("/api/stats").body()).contains("\"total_reads\":0");
            assertThat(app.get("/api/tracks?verdict=self").body()).contains(track, other);

            fetched(app, track, "203.0.113.17");
            counted(app, track, "\"open_count\":2", "\"self\":2");
            assertThat(owner.open(app.baseUrl() + "/settings").text()).contains("203.0.113.17/32");

            owner.open(detail);
            owner.submit("Not me", Map.of());

            assertThat(owner.page().select(".opens__what").text()).contains("Read", "repeat");
            counted(app, track, "\"read_count\":1", "\"human\":2");
            counted(app, other, "\"read_count\":1", "\"human\":1");
            assertThat(app.get("/api/stats").body()).contains("\"total_reads\":2");
            assertThat(owner.open(app.baseUrl() + "/settings").text()).doesNotContain("203.0.113.17");
        }
    }

    private static String created(RunningApp app) throws Exception {
        return String.valueOf(RunningApp.member(
                app.post("/api/tracks", "{\"recipient\":\"ada@example.com\"}").body(), "id"));
    }

    private static void fetched(RunningApp app, String track, String address) throws Exception {
        app.send(HttpRequest.newBuilder(URI.create(app.baseUrl() + "/p/" + track + ".gif"))
                .header("User-Agent", THUNDERBIRD)
                .header("X-Forwarded-For", address));
    }

    private static void counted(RunningApp app, String track, String... numbers) {
        await().pollDelay(Duration.ZERO)
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(app.get("/api/tracks/" + track).body()).contains(numbers));
    }
}
