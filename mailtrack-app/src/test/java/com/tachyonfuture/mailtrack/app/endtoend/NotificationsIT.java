package com.tachyonfuture.mailtrack.app.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.tachyonfuture.mailtrack.app.process.RunningApp;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The browser's own notifications of reads, in Chromium: the real ones, of which the page keeps what they say.
final class NotificationsIT {

    private static final String KEEPS_WHAT_THEY_SAY = """
        globalThis.told = [];
        globalThis.Notification = class extends Notification {
          constructor(title, options) {
            super(title, options);
            told.push(this);
          }
        };
        Object.defineProperty(Document.prototype, "visibilityState", { get: () => globalThis.away ? "hidden" : "visible" });
        """;

    @TempDir
    Path temporary;

    private OpenDashboard dashboard;
    private RunningApp app;
    private Page page;
    private String track = "";

    @BeforeEach
    void theOwnerIsSignedInAndHasSentAMail() throws Exception {
        dashboard = OpenDashboard.in(temporary);
        app = dashboard.app();
        page = dashboard.page();
        page.addInitScript(KEEPS_WHAT_THEY_SAY);
        page.navigate(app.baseUrl() + "/");
        OwnerAtWork.signIn(page, app.password());
        track = String.valueOf(RunningApp.member(
                app.post("/api/tracks", "{\"subject\":\"Angebot\",\"recipient\":\"zoe@example.com\"}")
                        .body(),
                "id"));
    }

    @AfterEach
    void nothingWasLeftOver() throws Exception {
        dashboard.close();
    }

    private void read(int address) throws Exception {
        fetch(address, "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Thunderbird/128.5.0");
    }

    private void fetch(int address, String userAgent) throws Exception {
        app.send(HttpRequest.newBuilder(URI.create(app.baseUrl() + "/p/" + track + ".gif"))
                .header("User-Agent", userAgent)
                .header("X-Forwarded-For", "198.51.100." + address));
    }

    private Locator button() {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Tell me of reads"));
    }

    private void allowAndAsk() {
        dashboard.owner().grantPermissions(List.of("notifications"));
        page.navigate(app.baseUrl() + "/settings");
        button().click();
        assertThat(button()).hasAttribute("aria-pressed", "true");
        assertThat(page.locator("#status"))
                .hasText("This browser tells you of reads from now on, as long as one of these pages is open.");
    }

    private void openAndListen() {
        page.navigate(app.baseUrl() + "/");
        page.locator("html[data-listens]").waitFor();
    }

    private List<?> told() {
        return (List<?>) page.evaluate("told.map((one) => `${one.title}: ${one.body}`)");
    }

    private void awaitNewOpens(int number) {
        assertThat(page).hasTitle(Pattern.compile("^\\(" + number + "\\) "));
    }

    @Test
    void whoAskedForItIsToldOfReadsWhileNoPageIsInViewAndOfNoMachine() throws Exception {
        allowAndAsk();
        openAndListen();
        page.evaluate("globalThis.away = true");

        fetch(1, "python-requests/2.32.3");
        awaitNewOpens(1);
        read(2);

        page.waitForCondition(() -> !told().isEmpty());
        assertThat(told()).isEqualTo(List.of("Angebot: Read by zoe@example.com"));

        page.evaluate("told[0].dispatchEvent(new Event('click'))");
        page.waitForURL("**/detail/" + track);
    }

    @Test
    void whoSeesAPageIsToldThereOnlyAndWhoAskedForSilenceNoMore() throws Exception {
        allowAndAsk();
        openAndListen();
        read(1);
        awaitNewOpens(1);
        page.evaluate("globalThis.away = true");
        read(2);
        page.waitForCondition(() -> !told().isEmpty());
        assertThat(told()).hasSize(1);

        page.navigate(app.baseUrl() + "/settings");
        button().click();

        assertThat(button()).hasAttribute("aria-pressed", "false");
        assertThat(page.locator("#status")).hasText("This browser tells you of reads no more.");
    }

    @Test
    void aBrowserThatDoesNotAllowThemSaysSo() {
        page.navigate(app.baseUrl() + "/settings");

        button().click();

        assertThat(page.locator("#status"))
                .hasText("The browser does not allow notifications. Its settings for this site can change that.");
        assertThat(button()).hasAttribute("aria-pressed", "false");
    }
}
