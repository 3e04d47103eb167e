package com.tachyonfuture.mailtrack.app.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.FilePayload;
import com.tachyonfuture.mailtrack.app.process.RunningApp;
import com.tachyonfuture.mailtrack.mysql.testing.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A running Mailtrack with some tracks and opens in it, and ways to every page that there is.
final class PagesWithContent implements AutoCloseable {

    private static final String PASSWORD = "a password of the tests";

    private static final int MORE_THAN_A_PAGE = 55;

    /// Recipient, subject, notes, how often it is fetched, and by what.
    private record Sample(String recipient, String subject, String notes, int fetches, String userAgent) {}

    private static final List<Sample> SAMPLES = List.of(
            new Sample("bob@corp.example", "Contract v2", "", 1, "Mozilla/5.0"),
            new Sample("eva@shop.example", "Invoice 2026-118", "Due on 4 December.", 0, ""),
            new Sample(
                    "press@daily.example",
                    "Embargoed until Monday: what the new observatory saw in its first year, with pictures and tables",
                    "",
                    2,
                    "Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)"),
            new Sample("nils@example.org", "Sommerfest", "", 0, ""),
            new Sample(
                    "zoë@example.com",
                    "Angebot für Zoë",
                    "Called on Tuesday; wants the price without shipping.",
                    3,
                    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)"));

    /// What else fetches the last sample: nearly one of each verdict.
    private static final List<String> MACHINES = List.of(
            "Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)",
            "Mozilla/5.0",
            "Barracuda Sentinel (EE)",
            "python-requests/2.32.3",
            "Mozilla/4.0 (compatible; ms-office; MSOffice 16)");

    private final TestDatabase database;
    private final RunningApp app;
    private final String lastTrack;

    private PagesWithContent(TestDatabase database, RunningApp app, String lastTrack) {
        this.database = database;
        this.app = app;
        this.lastTrack = lastTrack;
    }

    static PagesWithContent in(Path folder) throws IOException, InterruptedException {
        TestDatabase database = TestDatabase.fresh();
        RunningApp app = new RunningApp.Start(folder)
                .withoutDatabaseServer()
                .with("DATABASE_URL", RunningApp.databaseUrl(database))
                .with("DASHBOARD_PASSWORD", PASSWORD)
                .with("DISPLAY_TIMEZONE", "Europe/Vienna")
                .now()
                .awaitReady();
        String last = "";
        for (Sample sample : SAMPLES) {
            last = create(app, sample);
        }
        int fetches = SAMPLES.getLast().fetches();
        for (String machine : MACHINES) {
            fetch(app, last, 1, machine, ++fetches);
        }
        return new PagesWithContent(database, app, last);
    }

    private static String create(RunningApp app, Sample sample) throws IOException, InterruptedException {
        String json = "{\"recipient\":\"%s\",\"subject\":\"%s\",\"notes\":\"%s\"}"
                .formatted(sample.recipient(), sample.subject(), sample.notes());
        String id =
                String.valueOf(RunningApp.member(app.post("/api/tracks", json).body(), "id"));
        fetch(app, id, sample.fetches(), sample.userAgent(), sample.fetches());
        return id;
    }

    /// @param inAll how often it was fetched then
    private static void fetch(RunningApp app, String id, int times, String userAgent, int inAll)
            throws IOException, InterruptedException {
        for (int i = 0; i < times; i++) {
            app.send(HttpRequest.newBuilder(URI.create(app.baseUrl() + "/p/" + id + ".gif"))
                    .header("User-Agent", userAgent)
                    .header("X-Forwarded-For", "198.51.100." + (7 + i)));
        }
        await().pollDelay(Duration.ZERO)
                .atMost(Duration.ofSeconds(20))
                .until(() -> app.get("/api/tracks/" + id).body().contains("\"open_count\":" + inAll));
    }

    /// The ways to all pages, by their names, beginning signed out; some start where the one before ended.
    Map<String, WayToPage> pages() {
        var pages = new LinkedHashMap<String, WayToPage>();
        pages.put("login", at("/login"));
        pages.put("login-wrong", page -> OwnerAtWork.signIn(page, "wrong"));
        pages.put("overview", page -> OwnerAtWork.signIn(page, PASSWORD));
        pages.put("overview-filtered", at("/?q=angebot"));
        pages.put("overview-nothing", at("/?q=nothing+like+this"));
        pages.put("overview-verdict", at("/?verdict=scanner"));
        pages.put("overview-bad", at("/?cursor=%2B%2B%2B"));
        putChosen(pages);
        pages.put("create", at("/create"));
        pages.put("create-refused", page -> {
            page.getByLabel("Recipient").fill("x".repeat(300));
            return OwnerAtWork.press(page, "Create track");
        });
        pages.put("created", page -> {
            page.getByLabel("Recipient").fill("otto@example.net");
            page.getByLabel("Subject").fill("Minutes of the meeting");
            return OwnerAtWork.press(page, "Create track");
        });
        pages.put("delete", page -> OwnerAtWork.follow(page, "Delete"));
        pages.put("deleted", page -> OwnerAtWork.press(page, "Delete the track"));
        pages.put("detail", at("/detail/" + lastTrack));
        pages.put("detail-why", page -> {
            Response answer = page.reload();
            page.locator("details.opens__repeats > summary").all().forEach(Locator::click);
            page.locator("details.opens__more")
                    .all()
                    .forEach(more -> more.locator("summary").click());
            return answer;
        });
        pages.put("detail-verdict", at("/detail/" + lastTrack + "?verdict=prefetch"));
        pages.put("detail-verdict-bad", at("/detail/" + lastTrack + "?verdict=nonsense"));
        pages.put("detail-taught", page -> {
            page.navigate(app.baseUrl() + "/detail/" + lastTrack);
            return OwnerAtWork.press(page, "That was me");
        });
        pages.put("detail-notes-refused", page -> {
            page.locator("#edit-notes > summary").click();
            page.getByLabel("Notes").fill("é".repeat(40_000));
            return OwnerAtWork.press(page, "Save notes");
        });
        pages.put("detail-pinned-and-stopped", page -> {
            page.navigate(app.baseUrl() + "/detail/" + lastTrack);
            OwnerAtWork.press(page, "Pin");
            return OwnerAtWork.press(page, "Stop");
        });
        putAnalytics(pages);
        putRecipients(pages);
        putMany(pages);
        putImport(pages);
        pages.put("settings-address", at("/settings"));
        pages.put("judging", page -> OwnerAtWork.follow(page, "How opens are judged"));
        pages.put("detail-bad", at("/detail/" + lastTrack + "?cursor=%2B%2B%2B"));
        pages.put("settings", at("/settings"));
        pages.put("settings-key", page -> {
            page.getByLabel("What is the new key for?").fill("n8n");
            return OwnerAtWork.press(page, "Create key");
        });
        pages.put("revocation", page -> OwnerAtWork.follow(page, "Revoke n8n"));
        pages.put("revoked", page -> OwnerAtWork.press(page, "Revoke the key"));
        pages.put("missing", at("/detail/no-such-track"));
        return pages;
    }

    private void putChosen(Map<String, WayToPage> pages) {
        pages.put("overview-pinned", page -> {
            page.navigate(app.baseUrl() + "/?q=contract");
            page.locator(".tracks__choose").first().check();
            return OwnerAtWork.press(page, "Pin");
        });
        pages.put("delete-chosen", page -> {
            page.locator(".tracks__choose").first().check();
            return OwnerAtWork.press(page, "Delete …");
        });
    }

    private void putAnalytics(Map<String, WayToPage> pages) {
        pages.put("analytics", at("/analytics"));
        pages.put("analytics-filtered", at("/analytics?q=angebot&state=read&pinned=true"));
        pages.put("analytics-delivered", at("/analytics?state=delivered&period=all"));
        pages.put("analytics-nothing", at("/analytics?q=nothing+like+this"));
        pages.put("analytics-bad", at("/analytics?since=2026-11-20&until=2026-11-19"));
    }

    private void putRecipients(Map<String, WayToPage> pages) {
        pages.put("recipients", at("/recipients"));
        pages.put("recipient", page -> OwnerAtWork.follow(page, "zoë@example.com"));
        pages.put("recipient-bad", page -> page.navigate(page.url() + "?cursor=%2B%2B%2B"));
        pages.put("recipients-none", at("/recipients?q=nobody"));
        pages.put("recipients-bad", at("/recipients?sort=nonsense"));
    }

    private void putMany(Map<String, WayToPage> pages) {
        pages.put("create-many", at("/create/many"));
        pages.put("create-many-refused", page -> {
            page.getByLabel("Recipients").fill("ada@example.com\nBob");
            page.getByLabel("Subject").fill("x".repeat(600));
            return OwnerAtWork.press(page, "Create tracks");
        });
        pages.put("created-many", page -> {
            page.navigate(app.baseUrl() + "/create/many");
            page.getByLabel("Recipients").fill("ada@example.com\nbob@example.com\nAda <ada@example.com>");
            page.getByLabel("Subject").fill("Invitation");
            return OwnerAtWork.press(page, "Create tracks");
        });
        pages.put("overview-group", at("/?q=invitation"));
    }

    private void putImport(Map<String, WayToPage> pages) {
        pages.put("import", at("/import"));
        pages.put("import-refused", page -> upload(page, "recipient,created_at\nada@example.com,yesterday"));
        pages.put("import-preview", page -> upload(page, "recipient,subject\nada@example.com,Offer\nbob@example.com,"));
        pages.put("imported", page -> OwnerAtWork.press(page, "Import 2 tracks"));
    }

    private static Response upload(Page page, String csv) {
        page.getByLabel("File").setInputFiles(new FilePayload("tracks.csv", "text/csv", csv.getBytes(UTF_8)));
        return OwnerAtWork.press(page, "Look at it first");
    }

    /// The ways to the pages that there are only with many tracks, and with many opens of one, for somebody who is
    /// signed in. The first of them makes these.
    Map<String, WayToPage> pagesOfMany() {
        var pages = new LinkedHashMap<String, WayToPage>();
        pages.put("overview-full", page -> {
            String last = "";
            for (int i = 0; i < MORE_THAN_A_PAGE; i++) {
                last = create(app, new Sample("list@example.org", "Newsletter " + i, "", 0, ""));
            }
            fetch(app, last, MORE_THAN_A_PAGE, "Mozilla/5.0", MORE_THAN_A_PAGE);
            return page.navigate(app.baseUrl() + "/?q=newsletter");
        });
        pages.put("overview-older", page -> OwnerAtWork.follow(page, "Next page"));
        pages.put("detail-full", page -> {
            page.navigate(app.baseUrl() + "/?q=newsletter");
            return OwnerAtWork.follow(page, "list@example.org");
        });
        pages.put("detail-older", page -> OwnerAtWork.follow(page, "Next page"));
        pages.put("recipient-full", page -> {
            page.navigate(app.baseUrl() + "/recipients?q=list");
            return OwnerAtWork.follow(page, "list@example.org");
        });
        pages.put("recipient-older", page -> OwnerAtWork.follow(page, "Next page"));
        return pages;
    }

    private WayToPage at(String path) {
        return page -> page.navigate(app.baseUrl() + path);
    }

    @Override
    public void close() throws IOException {
        app.close();
        database.close();
    }
}
