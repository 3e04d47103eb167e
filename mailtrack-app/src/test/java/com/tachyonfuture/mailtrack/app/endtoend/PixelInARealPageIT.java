package com.tachyonfuture.mailtrack.app.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.sun.net.httpserver.HttpServer;
import com.tachyonfuture.mailtrack.app.process.RunningApp;
import com.tachyonfuture.mailtrack.mysql.testing.TestDatabase;
import java.io.File;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// As in production, the one jar works on a database that is not its own. A track is created by the API, its snippet
/// stands in a page of another server, a real browser loads that page, and the API reports the open.
final class PixelInARealPageIT {

    private static final List<String> BROWSERS = List.of("chromium", "chromium-browser", "google-chrome");

    @TempDir
    Path temporary;

    @Test
    void aPageWithTheSnippetBecomesAnOpenThatTheApiReports() throws Exception {
        try (TestDatabase database = TestDatabase.fresh();
                RunningApp app = new RunningApp.Start(temporary)
                        .withoutDatabaseServer()
                        .with("DATABASE_URL", urlWithCredentials(database))
                        .now()
                        .awaitReady()) {
            String created = app.post("/api/tracks", "{\"recipient\":\"zoe@example.com\",\"subject\":\"Offer 🎉\"}")
                    .body();
            String id = RunningApp.member(created, "id");
            String snippet = "<img src=\"%s/p/%s.gif\" width=\"1\" height=\"1\" style=\"display:none\" alt=\"\" />"
                    .formatted(app.baseUrl(), id);
            assertThat(created).contains(snippet.replace("\"", "\\\""));

            load("<!doctype html><title>A mail</title><p>Dear Zoë</p>" + snippet);

            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(app.get("/api/tracks/" + id).body())
                            .contains("\"open_count\":1", "\"read_count\":1", "\"is_real_open\":true")
                            .contains("Chrome/", "\"ip_address\":\"127.0.0.1\""));
            assertThat(app.get("/api/stats").body()).contains("\"total_opens\":1", "\"subject\":\"Offer ");
        }
    }

    private static String urlWithCredentials(TestDatabase database) {
        return database.url() + (database.url().contains("?") ? "&" : "?") + "user=" + encode(database.user())
                + "&password=" + encode(database.password());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    private static void load(String html) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = html.getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try (var playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                var browser = playwright.chromium().launch(chromium())) {
            Page page = browser.newPage();
            page.navigate("http://127.0.0.1:" + server.getAddress().getPort() + "/");
            assertThat(page.title()).isEqualTo("A mail");
        } finally {
            server.stop(0);
        }
    }

    private static LaunchOptions chromium() {
        Path executable = BROWSERS.stream()
                .flatMap(name -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no Chromium on the PATH; bin/test installs it"));
        return new LaunchOptions()
                .setExecutablePath(executable)
                .setArgs(List.of(
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-background-networking",
                        "--disable-component-update"));
    }
}
