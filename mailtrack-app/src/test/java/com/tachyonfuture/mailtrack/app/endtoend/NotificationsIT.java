package com.tachyonfuture.mailtrack.app.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.tachyonfuture.mailtrack.app.process.RunningApp;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The browser's own notifications of reads, in Chromium: the real ones, of which the page keeps what they say.
final class NotificationsIT {

    private static final String KEEPS_WHAT_THEY_SAY = """
        globalThis.told = [];
        globalThis.answers = 0;
        new BroadcastChannel("mailtrack-notifications").onmessage = ({ data }) => (answers += data === "seen");
        globalThis.Notification = class extends Notification {
          constructor(title, options) {
            super(title, options);
            told.push(this);
          }
        };
        Object.defineProperty(Document.prototype, "visibilityState", { get: () => globalThis.away ? "hidden" : "visible" });
        """;

    private static OpenDashboard dashboard;

    private RunningApp app;
    private Page page;
    private String track = "";

    @BeforeAll
    static void start(@TempDir Path temporary) throws Exception {
        dashboard = OpenDashboard.in(temporary);
    }

    @BeforeEach
    void theOwnerIsSignedInAndHasSentAMail() throws Exception {
        dashboard = dashboard.anew();
        app = dashboard.app();
        page = dashboard.page();
        page.addInitScript(KEEPS_WHAT_THEY_SAY);
        page.navigate(app.baseUrl() + "/");
        OwnerAtWork.signIn(page, app.password());
        track = dashboard.track("Angebot");
    }

    @AfterAll
    static void stop() throws Exception {
        dashboard.close();
    }

    private static Locator button(Page where) {
        return where.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Tell me of reads"));
    }

    private void openSettings(Page where) {
        where.navigate(app.baseUrl() + "/settings");
    }

    private void allowAndAsk() {
        dashboard.owner().grantPermissions(List.of("notifications"));
        openSettings(page);
        button(page).click();
        assertThat(button(page)).hasAttribute("aria-pressed", "true");
        assertThat(page.locator("#status"))
                .hasText("This browser tells you of reads from now on, as long as one of these pages is open.");
    }

    private void openAndListen() {
        page.navigate(app.baseUrl() + "/");
        page.locator("html[data-listens]").waitFor();
    }

    private void lookAway() {
        page.evaluate("globalThis.away = true");
    }

    /// Of pages that say they are in view.
    private int answers() {
        return (Integer) page.evaluate("answers");
    }

    private void awaitNewOpens(int number) {
        assertThat(page).hasTitle(Pattern.compile("^\\(" + number + "\\) "));
    }

    /// A read of which this page tells, so that it would have told of those before.
    private void readAnother() throws Exception {
        dashboard.read(dashboard.track("Rechnung"), 2);
        page.waitForCondition(() -> !told().isEmpty());
    }

    private List<?> told() {
        return (List<?>) page.evaluate("told.map((one) => `${one.title}: ${one.body}`)");
    }

    @Test
    void whoAskedForItIsToldOfReadsWhileNoPageIsInViewAndOfNoMachine() throws Exception {
        allowAndAsk();
        openAndListen();
        lookAway();

        dashboard.fetch(track, 3, "python-requests/2.32.3");
        awaitNewOpens(1);
        dashboard.read(track, 1);

        page.waitForCondition(() -> !told().isEmpty());
        assertThat(told()).isEqualTo(List.of("Angebot: Read by zoe@example.com"));

        page.evaluate("told[0].dispatchEvent(new Event('click'))");
        page.waitForURL("**/detail/" + track);
    }

    @Test
    void whoSeesAPageIsToldThereOnly() throws Exception {
        allowAndAsk();
        openAndListen();

        dashboard.read(track, 1);
        awaitNewOpens(1);
        lookAway();
        readAnother();

        assertThat(told()).isEqualTo(List.of("Rechnung: Read by zoe@example.com"));
    }

    @Test
    void anotherPageInViewIsEnough() throws Exception {
        allowAndAsk();
        openAndListen();
        lookAway();
        Page other = dashboard.owner().newPage();
        other.navigate(app.baseUrl() + "/recipients");

        dashboard.read(track, 1);
        awaitNewOpens(1);
        page.waitForCondition(() -> answers() == 1);
        other.close();
        readAnother();

        assertThat(told()).isEqualTo(List.of("Rechnung: Read by zoe@example.com"));
    }

    @Test
    void whoAskedForSilenceIsToldNoMoreUntilAskingAgain() throws Exception {
        allowAndAsk();
        button(page).click();
        assertThat(button(page)).hasAttribute("aria-pressed", "false");
        assertThat(page.locator("#status")).hasText("This browser tells you of reads no more.");
        openAndListen();
        lookAway();

        dashboard.read(track, 1);
        awaitNewOpens(1);
        Page other = dashboard.owner().newPage();
        openSettings(other);
        button(other).click();
        assertThat(button(other)).hasAttribute("aria-pressed", "true");
        other.close();
        readAnother();

        assertThat(told()).isEqualTo(List.of("Rechnung: Read by zoe@example.com"));
    }

    @Test
    void aBrowserThatDoesNotAllowThemSaysSo() {
        openSettings(page);

        button(page).click();

        assertThat(page.locator("#status"))
                .hasText("The browser does not allow notifications. Its settings for this site can change that.");
        assertThat(button(page).getAttribute("aria-pressed")).isEqualTo("false");
    }
}
