package com.tachyonfuture.mailtrack.app.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.tachyonfuture.mailtrack.mysql.testing.TestDatabase;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two instances on one database, as behind a proxy that shares requests out, and a page that listens to one of them.
final class NewsAcrossInstancesIT {

    private static final String PASSWORD = "a-password-of-the-tests";
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    Path temporary;

    @Test
    void aPageHearsWhatTheOtherInstanceRecordsAndGoesOnThereWhenItsOwnStops() throws Exception {
        try (TestDatabase database = TestDatabase.fresh();
                RunningApp one = start("one", database);
                RunningApp other = start("other", database);
                HttpClient http = HttpClient.newHttpClient()) {
            String track = one.track("Offer");
            List<String> heard = new CopyOnWriteArrayList<>();
            CompletableFuture<Void> listening = listen(http, one, "/events", heard);
            await().atMost(SOON).until(() -> heard.contains("event: hello"));

            assertThat(other.get("/p/" + track + ".gif").statusCode()).isEqualTo(200);
            await().atMost(SOON).until(() -> heard.stream().anyMatch(line -> line.contains("\"open_id\":1,")));
            assertThat(heard).anyMatch(line -> line.contains(track) && line.contains("\"count\":1"));

            assertThat(one.stop()).isZero();
            assertThat(listening).succeedsWithin(SOON);
            String mark = heard.stream()
                    .filter(line -> line.startsWith("id: "))
                    .reduce((earlier, later) -> later)
                    .orElseThrow()
                    .substring("id: ".length());
            other.get("/p/" + track + ".gif");
            await().atMost(SOON)
                    .until(() -> other.get("/api/tracks/" + track).body().contains("\"open_count\":2"));

            List<String> heardThere = new CopyOnWriteArrayList<>();
            var _ = listen(http, other, "/events?after=" + mark, heardThere);
            await().atMost(SOON).until(() -> heardThere.stream().anyMatch(line -> line.contains("\"open_id\":")));
            assertThat(heardThere).anyMatch(line -> line.contains("\"open_count\":2"));
            http.shutdownNow();
        }
    }

    private RunningApp start(String name, TestDatabase database) throws Exception {
        return new RunningApp.Start(temporary.resolve(name))
                .withoutDatabaseServer()
                .with("DATABASE_URL", RunningApp.databaseUrl(database))
                .with("DASHBOARD_USERNAME", "owner")
                .with("DASHBOARD_PASSWORD", PASSWORD)
                .now()
                .awaitReady();
    }

    /// Ends well when the answer does.
    private static CompletableFuture<Void> listen(HttpClient http, RunningApp app, String path, List<String> heard) {
        String credentials = Base64.getEncoder().encodeToString(("owner:" + PASSWORD).getBytes(UTF_8));
        var request = app.request(path)
                .header("Authorization", "Basic " + credentials)
                .header("Accept", "text/event-stream")
                .build();
        return http.sendAsync(request, BodyHandlers.ofLines())
                .thenAcceptAsync(answer -> answer.body().forEach(heard::add));
    }
}
