package com.tachyonfuture.mailtrack.app.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.tachyonfuture.mailtrack.app.process.RunningApp;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The owner without a mouse. Wherever the focus goes, one sees it: [Keyboard#focused] looks each time.
final class KeyboardIT {

    @TempDir
    Path temporary;

    private OpenDashboard dashboard;
    private RunningApp app;
    private Page page;
    private Keyboard keyboard;

    @BeforeEach
    void somebodyOpensTheDashboard() throws Exception {
        dashboard = OpenDashboard.in(temporary);
        app = dashboard.app();
        page = dashboard.page();
        keyboard = new Keyboard(page);
        page.navigate(app.baseUrl() + "/");
    }

    @AfterEach
    void nothingWasLeftOver() throws Exception {
        dashboard.close();
    }

    @Test
    void aTrackIsCreatedCopiedFoundAndDeletedWithKeysAlone() {
        signIn();
        skipToTheContent();
        createTrack();
        copy();
        findInTheOverview();
        delete();
        signOut();
    }

    private void signIn() {
        assertThat(page.getByLabel("User name")).isFocused();
        assertThat(keyboard.focused()).isEqualTo("User name");
        keyboard.type("owner");
        keyboard.goTo("Password");
        keyboard.type("not the password");
        keyboard.press("Enter");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("wrong");

        assertThat(page.getByLabel("Password")).isFocused();
        keyboard.type(app.password());
        keyboard.goTo("Sign in");
        keyboard.press("Space");
        assertThat(page).hasTitle("Overview · Mailtrack");
    }

    private void skipToTheContent() {
        keyboard.goTo("Skip to the content");
        keyboard.press("Enter");
        assertThat(page.locator("main")).isFocused();

        keyboard.press("Tab");
        assertThat(keyboard.focused()).isEqualTo("Create a track");
    }

    private void createTrack() {
        keyboard.press("Enter");
        assertThat(page).hasTitle("New track · Mailtrack");
        assertThat(keyboard.wholePage())
                .containsExactly(
                        "Skip to the content",
                        "Mailtrack",
                        "Overview",
                        "Recipients",
                        "Analytics",
                        "Settings",
                        "New track",
                        "Sign out",
                        "Send one mail to many",
                        "Recipient",
                        "Subject",
                        "Notes",
                        "Create track",
                        "Cancel",
                        "How opens are judged",
                        "Import and export",
                        "Keys");

        keyboard.goTo("Recipient");
        keyboard.type("zoë@example.com");
        keyboard.press("Tab");
        keyboard.type("Angebot");
        keyboard.goTo("Create track");
        keyboard.press("Enter");
        assertThat(page.locator("h1")).hasText("Angebot");
    }

    private void copy() {
        assertThat(keyboard.wholePage())
                .containsSubsequence(
                        "Sign out",
                        "Overview",
                        "Delete",
                        "The image for the mail",
                        "Copy as rich content",
                        "HTML",
                        "Copy HTML",
                        "Markdown",
                        "Copy Markdown");

        keyboard.goTo("Copy HTML");
        keyboard.press("Space");
        assertThat(page.locator("#status")).containsText("Copied");
        assertThat(String.valueOf(page.evaluate("navigator.clipboard.readText()")))
                .contains("<img src=\"" + app.baseUrl() + "/p/");
        assertThat(keyboard.focused()).isEqualTo("Copy HTML");
    }

    private void findInTheOverview() {
        keyboard.goTo("Overview");
        keyboard.press("Enter");
        assertThat(page).hasTitle("Overview · Mailtrack");
        keyboard.goTo("Search recipient, subject and notes");
        keyboard.type("ange");
        keyboard.press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*[?&]q=ange\\b.*"));

        keyboard.goTo("Verdict, and days of creation");
        keyboard.press("Space");
        assertThat(keyboard.wholePage()).containsSubsequence("Verdict, and days of creation", "zoë@example.com");
        keyboard.goTo("zoë@example.com");
        keyboard.press("Enter");
        assertThat(page.locator("h1")).hasText("Angebot");
    }

    private void delete() {
        keyboard.goTo("Delete");
        keyboard.press("Enter");
        assertThat(page).hasTitle("Delete a track · Mailtrack");
        keyboard.goTo("Delete the track and its opens");
        keyboard.press("Space");
        assertThat(page.getByText("The track is gone")).isVisible();
    }

    private void signOut() {
        keyboard.goTo("Sign out");
        keyboard.press("Enter");
        assertThat(page.getByText("You are signed out.")).isVisible();
        assertThat(page.getByLabel("User name")).isFocused();
    }
}
