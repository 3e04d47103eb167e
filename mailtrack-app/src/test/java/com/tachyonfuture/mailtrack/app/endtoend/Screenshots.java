package com.tachyonfuture.mailtrack.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.tachyonfuture.mailtrack.app.endtoend.RealBrowser.Look;
import com.tachyonfuture.mailtrack.app.process.RunningApp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Makes the pictures of the documentation, of the pages in `screenshots.txt`, with the sample data. Not one of
/// the tests that always run: `bin/screenshots` runs it.
final class Screenshots {

    private static final String PASSWORD = "a password of the tests";

    private static final List<Look> LOOKS = List.of(
            new Look(360, 740, false), new Look(360, 740, true), new Look(1440, 900, false), new Look(1440, 900, true));

    private static final Pattern READS = Pattern.compile("\"id\":\"([^\"]+)\"[^}]*?\"read_count\":(\\d+)");

    @TempDir
    Path temporary;

    @Test
    void areMadeOfEveryPageWithSampleData() throws Exception {
        Path folder = Files.createDirectories(Path.of(System.getProperty("mailtrack.screenshots")));

        try (RunningApp app = demo();
                RealBrowser browser = RealBrowser.open()) {
            Map<String, String> pages = pages(app);
            for (Look look : LOOKS) {
                List<String> taken = take(app, browser, look, pages, folder);
                assertThat(taken).contains("login", "overview", "detail", "create", "settings");
            }
        }
    }

    private RunningApp demo() throws IOException {
        RunningApp app = new RunningApp.Start(temporary)
                .with("DASHBOARD_PASSWORD", PASSWORD)
                .with("DISPLAY_TIMEZONE", "Europe/Vienna")
                .command("--demo")
                .now()
                .awaitReady();
        await().atMost(Duration.ofMinutes(2)).until(() -> app.error().contains("Filled in sample data"));
        return app;
    }

    /// The paths by the names of the pages.
    private static Map<String, String> pages(RunningApp app) throws IOException, InterruptedException {
        String read = readMost(app.get("/api/tracks?limit=1000").body());
        var pages = new LinkedHashMap<String, String>();
        try (var stream = Screenshots.class.getResourceAsStream("screenshots.txt")) {
            new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" ", 2))
                    .forEach(line -> pages.put(line[0], line[1].replace("{read}", read)));
        }
        return pages;
    }

    private static String readMost(String tracks) {
        String found = "";
        int most = -1;
        for (Matcher track = READS.matcher(tracks); track.find(); ) {
            int reads = Integer.parseInt(track.group(2));
            if (reads > most) {
                found = track.group(1);
                most = reads;
            }
        }
        return found;
    }

    /// The names of the pages that there are.
    private static List<String> take(
            RunningApp app, RealBrowser browser, Look look, Map<String, String> pages, Path folder) {
        var taken = new ArrayList<String>();
        try (BrowserContext owner = browser.somebody(look)) {
            Page page = owner.newPage();
            page.navigate(app.baseUrl() + "/login");
            taken.add(take(page, "login", look, folder));
            OwnerAtWork.signIn(page, PASSWORD);
            for (var entry : pages.entrySet()) {
                Response answer = page.navigate(app.baseUrl() + entry.getValue());
                if (answer.status() == 200) {
                    taken.add(take(page, entry.getKey(), look, folder));
                }
            }
        }
        return taken;
    }

    private static String take(Page page, String name, Look look, Path folder) {
        String file = name + "-" + look.width() + "-" + (look.dark() ? "dark" : "light") + ".png";
        page.screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(file)));
        return name;
    }
}
