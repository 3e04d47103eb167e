package com.tachyonfuture.mailtrack.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.tachyonfuture.mailtrack.app.endtoend.RealBrowser.Look;
import com.tachyonfuture.mailtrack.app.process.RunningApp;
import com.tachyonfuture.mailtrack.mysql.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// As in production, the one jar works on a database that is not its own. A track is created by the API, its snippet
/// stands in a page of another server, a real browser loads that page, and the API reports the open.
final class PixelInARealPageIT {

    @TempDir
    Path temporary;

    @Test
    void aPageWithTheSnippetBecomesAnOpenThatTheApiReports() throws Exception {
        try (TestDatabase database = TestDatabase.fresh();
                RunningApp app = new RunningApp.Start(temporary)
                        .withoutDatabaseServer()
                        .with("DATABASE_URL", RunningApp.databaseUrl(database))
                        .now()
                        .awaitReady()) {
            String created = app.post("/api/tracks", "{\"recipient\":\"zoe@example.com\",\"subject\":\"Offer 🎉\"}")
                    .body();
            String id = RunningApp.member(created, "id");
            String snippet = "<img src=\"%s/p/%s.gif\" width=\"1\" height=\"1\" style=\"display:none\" alt=\"\" />"
                    .formatted(app.baseUrl(), id);
            assertThat(created).contains(snippet.replace("\"", "\\\""));

            // The browser of this test says that nobody sits before it, and is judged by that.
            load("<!doctype html><title>A mail</title><p>Dear Zoë</p>" + snippet);

            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(app.get("/api/tracks/" + id).body())
                            .contains("\"open_count\":1", "\"verdict\":\"bot\"", "\"proxy_type\":\"headless\"")
                            .contains("Chrome/", "\"ip_address\":\"127.0.0.1\""));
            assertThat(app.get("/api/stats").body()).contains("\"total_opens\":1", "\"bot\":1");
        }
    }

    private static void load(String html) throws Exception {
        try (OtherServer server = OtherServer.showing(html);
                RealBrowser browser = RealBrowser.open();
                BrowserContext reader = browser.somebody(Look.DESK)) {
            Page page = reader.newPage();
            page.navigate(server.url());
            assertThat(page.title()).isEqualTo("A mail");
        }
    }
}
