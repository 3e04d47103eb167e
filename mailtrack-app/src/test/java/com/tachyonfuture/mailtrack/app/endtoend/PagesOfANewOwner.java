package com.tachyonfuture.mailtrack.app.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Response;
import com.tachyonfuture.mailtrack.app.process.RunningApp;
import com.tachyonfuture.mailtrack.mysql.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/// A running Mailtrack as it is after its first start, with a password that it made up, and ways to the pages that
/// somebody sees who has nothing yet, and to those that say no.
final class PagesOfANewOwner implements AutoCloseable {

    private static final int TRIES = 20;
    private static final int TOO_MANY_REQUESTS = 429;

    private final TestDatabase database;
    private final RunningApp app;

    private PagesOfANewOwner(TestDatabase database, RunningApp app) {
        this.database = database;
        this.app = app;
    }

    static PagesOfANewOwner in(Path folder) throws IOException {
        TestDatabase database = TestDatabase.fresh();
        RunningApp app = new RunningApp.Start(folder)
                .withoutDatabaseServer()
                .with("DATABASE_URL", RunningApp.databaseUrl(database))
                .now()
                .awaitReady();
        return new PagesOfANewOwner(database, app);
    }

    /// The ways to the pages, by their names, beginning signed out; some start where the one before ended.
    Map<String, WayToPage> pages() {
        var pages = new LinkedHashMap<String, WayToPage>();
        pages.put("login-first", page -> page.navigate(app.baseUrl() + "/"));
        pages.put("overview-empty", page -> OwnerAtWork.signIn(page, app.password()));
        pages.put("analytics-empty", page -> page.navigate(app.baseUrl() + "/analytics"));
        pages.put("recipients-empty", page -> page.navigate(app.baseUrl() + "/recipients"));
        pages.put("settings-password", page -> page.navigate(app.baseUrl() + "/settings"));
        pages.put("settings-password-refused", page -> changePassword(page, "short", "another"));
        pages.put("settings-password-wrong", page -> changePassword(page, "a sentence is fine", "a sentence is fine"));
        pages.put("nowhere", page -> page.navigate(app.baseUrl() + "/no/such/page"));
        pages.put("form-without-token", page -> {
            page.navigate(app.baseUrl() + "/create");
            page.evaluate("document.querySelectorAll('[name=form_token]').forEach(field => field.remove())");
            return OwnerAtWork.press(page, "Create track");
        });
        pages.put("signed-out", page -> OwnerAtWork.press(page, "Sign out"));
        pages.put("signed-out-meanwhile", page -> {
            OwnerAtWork.signIn(page, app.password());
            page.navigate(app.baseUrl() + "/create");
            page.context().clearCookies();
            return OwnerAtWork.press(page, "Create track");
        });
        return pages;
    }

    private static Response changePassword(Page page, String chosen, String repeated) {
        page.getByLabel("Current password").fill("not the password");
        page.getByLabel("New password").first().fill(chosen);
        page.getByLabel("New password again").fill(repeated);
        return OwnerAtWork.press(page, "Change password");
    }

    /// The ways to the pages of somebody who types wrong passwords on and on. Nobody can sign in for a while then.
    Map<String, WayToPage> pagesOfAStranger() {
        var pages = new LinkedHashMap<String, WayToPage>();
        pages.put("login-too-often", page -> {
            page.navigate(app.baseUrl() + "/login");
            return untilTooOften(() -> OwnerAtWork.signIn(page, "wrong"));
        });
        pages.put("credentials-too-often", page -> {
            String credentials = Base64.getEncoder().encodeToString("owner:wrong".getBytes(UTF_8));
            page.setExtraHTTPHeaders(Map.of("Authorization", "Basic " + credentials));
            return untilTooOften(() -> page.navigate(app.baseUrl() + "/"));
        });
        return pages;
    }

    /// Chromium shows no page for credentials in a header of ours that are refused, as they are when a wait is
    /// over, and may still be busy with that when the next attempt begins.
    private static Response untilTooOften(Supplier<Response> attempt) {
        for (int i = 0; i < TRIES; i++) {
            try {
                Response answer = attempt.get();
                if (answer.status() == TOO_MANY_REQUESTS) {
                    return answer;
                }
            } catch (PlaywrightException refused) {
                assertThat(refused.getMessage()).containsAnyOf("ERR_INVALID_AUTH_CREDENTIALS", "chrome-error://");
            }
        }
        throw new AssertionError("nobody has to wait after " + TRIES + " wrong passwords");
    }

    @Override
    public void close() throws IOException {
        app.close();
        database.close();
    }
}
