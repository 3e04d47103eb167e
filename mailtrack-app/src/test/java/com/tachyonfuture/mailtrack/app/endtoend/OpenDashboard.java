package com.tachyonfuture.mailtrack.app.endtoend;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.tachyonfuture.mailtrack.app.endtoend.RealBrowser.Look;
import com.tachyonfuture.mailtrack.app.process.RunningApp;
import com.tachyonfuture.mailtrack.mysql.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;

/// A new Mailtrack, the one jar as in production, and somebody with an empty page in front of it.
record OpenDashboard(TestDatabase database, RunningApp app, RealBrowser browser, BrowserContext owner, Page page)
        implements AutoCloseable {

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

    @Override
    public void close() throws IOException {
        owner.close();
        browser.close();
        app.close();
        database.close();
    }
}
