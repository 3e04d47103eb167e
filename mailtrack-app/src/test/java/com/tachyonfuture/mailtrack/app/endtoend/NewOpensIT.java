package com.tachyonfuture.mailtrack.app.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.tachyonfuture.mailtrack.app.process.RunningApp;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pages that are open while mails are read: in Chromium, without loading them again.
final class NewOpensIT {

    private static OpenDashboard dashboard;

    private RunningApp app;
    private Page page;
    private final List<String> complaints = new ArrayList<>();
    private int loads;

    @BeforeAll
    static void start(@TempDir Path temporary) throws Exception {
        dashboard = OpenDashboard.in(temporary);
    }

    @BeforeEach
    void theOwnerIsSignedIn() throws Exception {
        dashboard = dashboard.anew();
        app = dashboard.app();
        page = dashboard.page();
        page.onConsoleMessage(message -> complaints.add(message.text()));
        page.onPageError(complaints::add);
        page.navigate(app.baseUrl() + "/");
        OwnerAtWork.signIn(page, app.password());
    }

    @AfterAll
    static void stop() throws Exception {
        dashboard.close();
    }

    private String track(String subject) throws Exception {
        return dashboard.track(subject);
    }

    private void fetchPixel(String track) throws Exception {
        assertThat(app.get("/p/" + track + ".gif").statusCode()).isEqualTo(200);
    }

    /// Somebody reads the mail, and nobody did from that address before.
    private void read(String track, int address) throws Exception {
        dashboard.read(track, address);
    }

    /// How many reads the chart of the overview has of today.
    private static Locator readsOfToday(Page where) {
        return where.locator("#reads tbody tr:last-child td").first();
    }

    /// Opens a page and waits until it listens.
    private void open(Page where, String path) {
        where.navigate(app.baseUrl() + path);
        where.locator("html[data-listens]").waitFor();
    }

    private static Locator button(Page where, String words) {
        return where.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words));
    }

    @Test
    void theOverviewTellsOfNewOpensChangesItsNumbersAndShowsThemOnRequest() throws Exception {
        String first = track("Angebot");
        String second = track("Rechnung");
        open(page, "/");
        page.onLoad(_ -> loads++);
        double before = number("document.querySelector('.tracks').getBoundingClientRect().top");

        fetchPixel(first);
        assertThat(button(page, "1 new open")).isVisible();
        assertThat(page).hasTitle(Pattern.compile("^\\(1\\) Overview"));
        fetchPixel(second);
        fetchPixel(second);
        assertThat(button(page, "3 new opens")).isVisible();

        assertThat(page.locator("[data-live='number-3']")).containsText("3");
        assertThat(number("document.querySelector('.tracks').getBoundingClientRect().top"))
                .isEqualTo(before);
        assertThat(page.locator("#live-said")).hasText("1 new open");

        button(page, "3 new opens").click();
        assertThat(page.locator("#live")).isHidden();
        assertThat(page).hasTitle(Pattern.compile("^Overview"));
        assertThat(page.locator(".tracks .is-new")).hasCount(2);
        assertThat(page.locator("[data-live-list]").first()).isFocused();
        assertThat(loads).isZero();
        assertThat(complaints).isEmpty();
    }

    @Test
    void whatIsTickedAndNothingElseStaysSoWhenNewOpensAreShown() throws Exception {
        String first = track("Angebot");
        track("Rechnung");
        track("Mahnung");
        open(page, "/");
        Locator ticked = page.locator(".tracks__one", new Page.LocatorOptions().setHasText("Rechnung"))
                .getByRole(AriaRole.CHECKBOX);
        ticked.check();

        fetchPixel(first);
        button(page, "1 new open").click();

        assertThat(page.locator(".tracks .is-new")).hasCount(1);
        assertThat(page.locator(".tracks__choose:checked")).hasCount(1);
        assertThat(ticked).isChecked();
        assertThat(complaints).isEmpty();
    }

    @Test
    void whereNoneOfTheNewIsListedTheFocusGoesToTheListOfOpens() throws Exception {
        String track = track("Angebot");
        open(page, "/detail/" + track + "?verdict=scanner");

        read(track, 1);
        button(page, "1 new open").click();

        assertThat(page.locator("#live")).isHidden();
        assertThat(page.locator(".is-new")).hasCount(0);
        assertThat(page.locator("#opens")).isFocused();
        assertThat(complaints).isEmpty();
    }

    @Test
    void theDetailPageTellsOfItsOwnOpensOnly() throws Exception {
        String shown = track("Angebot");
        String another = track("Rechnung");
        open(page, "/detail/" + shown);
        page.onLoad(_ -> loads++);

        fetchPixel(another);
        fetchPixel(shown);
        assertThat(button(page, "1 new open")).isVisible();
        button(page, "1 new open").click();

        assertThat(page.locator("#opens .opens > li")).hasCount(1);
        assertThat(loads).isZero();
        assertThat(complaints).isEmpty();
    }

    @Test
    void theChartOfTheOverviewFollowsInItsPlaceAndIsReadOn() throws Exception {
        String track = track("Angebot");
        open(page, "/");
        page.onLoad(_ -> loads++);
        double before = number("document.querySelector('.tracks').getBoundingClientRect().top");
        page.locator("#reads [data-plot]").hover();
        page.locator("#reads [data-point]").last().hover();
        assertThat(page.locator("#reads [data-reading]")).containsText("Reads 0, Sent 1");

        read(track, 1);

        assertThat(readsOfToday(page)).hasText("1");
        assertThat(page.locator("#reads [data-reading]")).containsText("Reads 1, Sent 1");
        assertThat(number("document.querySelector('.tracks').getBoundingClientRect().top"))
                .isEqualTo(before);

        page.locator("#reads [data-plot]").focus();
        read(track, 2);
        assertThat(button(page, "2 new opens")).isVisible();
        page.keyboard().press("End");
        assertThat(page.locator("#reads [data-reading]")).containsText("Reads 1, Sent 1");
        page.locator("#q").focus();
        assertThat(readsOfToday(page)).hasText("2");
        assertThat(loads).isZero();
        assertThat(complaints).isEmpty();
    }

    @Test
    void aChartOfTheSameNumbersStaysAndAnotherIsScrolledAsFarAsItWas() throws Exception {
        String track = track("Angebot");
        open(page, "/");
        read(track, 1);
        assertThat(readsOfToday(page)).hasText("1");
        page.locator("#reads summary").click();
        page.locator("#reads summary").blur();
        page.evaluate("document.querySelector('#reads').isTheFirst = true");
        page.evaluate("document.querySelector('#reads .chart__scroll').scrollTop = 120");

        read(track, 1);
        assertThat(page.locator("[data-live='number-3']")).containsText("2");
        assertThat(page.evaluate("document.querySelector('#reads').isTheFirst")).isEqualTo(true);

        read(track, 2);
        assertThat(readsOfToday(page)).hasText("2");
        assertThat(page.evaluate("document.querySelector('#reads').isTheFirst")).isNull();
        assertThat(number("document.querySelector('#reads .chart__scroll').scrollTop"))
                .isEqualTo(120);
        assertThat(complaints).isEmpty();
    }

    @Test
    void theChartOfATrackFollowsAndAppearsOnRequest() throws Exception {
        String track = track("Angebot");
        open(page, "/detail/" + track);

        read(track, 1);
        read(track, 2);
        assertThat(button(page, "2 new opens")).isVisible();
        assertThat(page.locator("#course")).hasCount(0);
        button(page, "2 new opens").click();
        assertThat(page.locator("#course .chart__numbers p")).containsText("Reads: 2 in all");

        read(track, 3);
        assertThat(page.locator("#course .chart__numbers p")).containsText("Reads: 3 in all");
        page.locator("#course [data-plot]").focus();
        page.keyboard().press("End");
        assertThat(page.locator("#course [data-reading]")).containsText("23:00: Reads");
        assertThat(complaints).isEmpty();
    }

    @Test
    void twoTabsShareOneConnectionAndBothTell() throws Exception {
        String track = track("Angebot");
        var requests = new ArrayList<String>();
        dashboard.owner().onRequest(request -> {
            if (request.url().contains("/events")) {
                requests.add(request.url());
            }
        });
        open(page, "/");
        Page other = dashboard.owner().newPage();
        other.navigate(app.baseUrl() + "/");

        fetchPixel(track);
        assertThat(button(page, "1 new open")).isVisible();
        assertThat(button(other, "1 new open")).isVisible();
        assertThat(requests).hasSize(1);

        page.close();
        other.waitForCondition(() -> requests.size() == 2);
        read(track, 1);
        assertThat(button(other, "2 new opens")).isVisible();
        assertThat(readsOfToday(other)).hasText("1");
    }

    private double number(String script) {
        return ((Number) page.evaluate(script)).doubleValue();
    }
}
