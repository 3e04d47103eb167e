package com.tachyonfuture.mailtrack.app.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.tachyonfuture.mailtrack.app.endtoend.RealBrowser.Look;
import com.tachyonfuture.mailtrack.app.process.RunningApp;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The owner at work in Chromium, on the one jar as in production: signs in with the password that was printed,
/// creates a track, pastes its snippet into a page of another server, which somebody else looks at, and sees the open.
final class OwnersBrowserIT {

    private static final String RECIPIENT = "zoë@example.com";
    private static final String SUBJECT = "Angebot für Zoë & <Söhne> 🎉";

    @TempDir
    Path temporary;

    private OpenDashboard dashboard;
    private RunningApp app;
    private RealBrowser browser;
    private BrowserContext owner;
    private Page page;
    private final List<String> fetchedPixels = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    @BeforeEach
    void somebodyOpensTheDashboard() throws Exception {
        dashboard = OpenDashboard.in(temporary);
        app = dashboard.app();
        browser = dashboard.browser();
        owner = dashboard.owner();
        page = dashboard.page();
        page.onRequest(request -> {
            if (request.url().contains("/p/")) {
                fetchedPixels.add(request.url());
            }
        });
        page.onConsoleMessage(message -> complaints.add(message.text()));
        page.onPageError(complaints::add);
    }

    @AfterEach
    void nothingWasLeftOver() throws Exception {
        dashboard.close();
    }

    @Test
    void aMailIsTrackedFromSignInToItsFirstOpen() throws Exception {
        signIn();
        createTrack();

        String snippet = copied("Copy HTML");
        assertThat(snippet).startsWith("<img src=\"" + app.baseUrl() + "/p/").contains("display:none");
        assertThat(fetchedPixels).isEmpty();
        readerLoads("<!doctype html><title>A mail</title><p>Dear Zoë</p>" + snippet);

        awaitOpens(1);
        assertThat(page.locator("main")).containsText("127.0.0.1");
        page.locator("nav").getByText("Overview").click();
        assertThat(page.locator("main")).containsText(SUBJECT);
        assertThat(page.locator("main")).containsText("read");
        signOut();
        page.navigate(app.baseUrl() + "/");
        assertThat(page.getByLabel("Password")).isVisible();
        assertThat(complaints).isEmpty();
    }

    @Test
    void backFromAnErrorBringsToWhatWasTyped() {
        signIn();
        page.navigate(app.baseUrl() + "/create");
        page.getByLabel("Recipient").fill(RECIPIENT);
        page.getByLabel("Subject").fill(SUBJECT);
        page.getByLabel("Notes").fill("Called on Tuesday.");
        page.evaluate("document.querySelectorAll('[name=form_token]').forEach(field => field.value = 'x')");

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Create track"))
                .click();
        assertThat(page.locator("h1")).containsText("Not allowed");
        page.goBack();

        assertThat(page.getByLabel("Recipient")).hasValue(RECIPIENT);
        assertThat(page.getByLabel("Subject")).hasValue(SUBJECT);
        assertThat(page.getByLabel("Notes")).hasValue("Called on Tuesday.");
    }

    @Test
    void theImageItselfIsPastedIntoAComposeWindow() throws Exception {
        signIn();
        createTrack();

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Copy as rich content"))
                .click();
        assertThat(page.locator("#status")).containsText("is on the clipboard");
        assertThat(fetchedPixels).isEmpty();

        try (OtherServer compose = OtherServer.showing(
                "<!doctype html><title>Compose</title><div contenteditable autofocus>Dear Zoë, </div>")) {
            Page window = owner.newPage();
            window.navigate(compose.url());
            window.locator("div").click();
            window.keyboard().press("Control+End");
            window.keyboard().press("Control+V");
            String source = String.valueOf(window.locator("div img").getAttribute("src"));

            assertThat(source).startsWith(app.baseUrl() + "/p/").endsWith(".gif");
            awaitOpens(1);
        }
    }

    private void signIn() {
        page.navigate(app.baseUrl() + "/");
        page.getByLabel("User name").fill("owner");
        page.getByLabel("Password").fill(app.password());
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
    }

    private void createTrack() {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("New track"))
                .click();
        page.getByLabel("Recipient").fill(RECIPIENT);
        page.getByLabel("Subject").fill(SUBJECT);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Create track"))
                .click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(SUBJECT)))
                .isVisible();
    }

    private String copied(String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
        assertThat(page.locator("#status")).containsText("Copied");
        return String.valueOf(page.evaluate("navigator.clipboard.readText()"));
    }

    private void readerLoads(String html) throws Exception {
        try (OtherServer server = OtherServer.showing(html);
                BrowserContext reader = browser.somebody(Look.PHONE)) {
            Page mail = reader.newPage();
            mail.navigate(server.url());
            assertThat(mail.title()).isEqualTo("A mail");
        }
    }

    private void awaitOpens(int count) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            page.reload();
            assertThat(page.locator(".opens__one").count()).isEqualTo(count);
        });
    }

    private void signOut() {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out"))
                .click();
        assertThat(page.getByLabel("Password")).isVisible();
    }
}
