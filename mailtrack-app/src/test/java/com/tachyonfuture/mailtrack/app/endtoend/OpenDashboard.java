package com.tachyonfuture.mailtrack.app.endtoend;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.tachyonfuture.mailtrack.app.endtoend.RealBrowser.Look;
import com.tachyonfuture.mailtrack.app.process.RunningApp;
import com.tachyonfuture.mailtrack.mysql.testing.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// A new Mailtrack, the one jar as in production, and somebody with an empty page in front of it.
record OpenDashboard(TestDatabase database, RunningApp app, RealBrowser browser, BrowserContext owner, Page page)
        implements AutoCloseable {

    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");

    static OpenDashboard in(Path folder) throws IOException {
        TestDatabase database = TestDatabase.fresh();
        RunningApp app = new RunningApp.Start(folder)
                .withoutDatabaseServer()
                .with("DATABASE_URL", RunningApp.databaseUrl(database))
                .now()
                .awaitReady();
        RealBrowser browser = RealBrowser.open();
        BrowserContext owner = browser.somebody(Look.DESK);
        return new OpenDashboard(database, app, browser, owner, owner.newPage());
    }

    /// The same Mailtrack with no tracks, and somebody new with an empty page in front of it.
    OpenDashboard anew() throws IOException, InterruptedException {
        owner.close();
        String tracks = app.get("/api/tracks?limit=1000").body();
        for (MatchResult id : ID.matcher(tracks).results().toList()) {
            app.send(app.request("/api/tracks/" + id.group(1)).DELETE());
        }
        BrowserContext another = browser.somebody(Look.DESK);
        return new OpenDashboard(database, app, browser, another, another.newPage());
    }

    /// Creates a track for `zoe@example.com`; its id.
    String track(String subject) throws IOException, InterruptedException {
        String json = "{\"subject\":\"%s\",\"recipient\":\"zoe@example.com\"}".formatted(subject);
        return String.valueOf(RunningApp.member(app.post("/api/tracks", json).body(), "id"));
    }

    /// Somebody reads the mail.
    ///
    /// @param address the last number of it
    void read(String track, int address) throws IOException, InterruptedException {
        fetch(track, address, "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Thunderbird/128.5.0");
    }

    /// Something fetches the image.
    ///
    /// @param address the last number of its address
    void fetch(String track, int address, String userAgent) throws IOException, InterruptedException {
        app.send(HttpRequest.newBuilder(URI.create(app.baseUrl() + "/p/" + track + ".gif"))
                .header("User-Agent", userAgent)
                .header("X-Forwarded-For", "198.51.100." + address));
    }

    @Override
    public void close() throws IOException {
        owner.close();
        browser.close();
        app.close();
        database.close();
    }
}
