package com.tachyonfuture.mailtrack.app.endtoend;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import com.tachyonfuture.mailtrack.app.endtoend.RealBrowser.Look;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// Every page, in light and dark, on a desk and on a phone: axe finds nothing, nothing scrolls sideways, and the
/// browser has nothing to complain of, such as a script that the policy forbids, and no words are over others.
@TestMethodOrder(OrderAnnotation.class)
final class PagesForEverybodyIT {

    private static final List<Look> LOOKS =
            List.of(Look.DESK, Look.DESK_IN_THE_DARK, Look.PHONE_IN_THE_DARK, Look.PHONE);

    /// How many charts have the end of what says that nothing was counted below the beginning of their download.
    private static final String PRINTED_OVER = """
        [...document.querySelectorAll(".chart__empty")].filter((empty) => {
          const words = document.createRange();
          words.selectNodeContents(empty);
          const csv = empty.parentElement.querySelector(".chart__csv");
          return csv && words.getBoundingClientRect().bottom > csv.getBoundingClientRect().top;
        }).length
        """;

    private static final String TIMES_ON_PAPER =
            "[...document.querySelectorAll('.opens__at time')].map((at) => getComputedStyle(at, '::after').content)";

    private static PagesWithContent withContent;
    private static PagesOfANewOwner ofANewOwner;
    private static RealBrowser browser;

    @BeforeAll
    static void start(@TempDir Path temporary) throws Exception {
        withContent = PagesWithContent.in(temporary.resolve("content"));
        ofANewOwner = PagesOfANewOwner.in(temporary.resolve("new"));
        browser = RealBrowser.open();
    }

    @AfterAll
    static void stop() throws Exception {
        browser.close();
        ofANewOwner.close();
        withContent.close();
    }

    @Test
    void everyPageWithContentIsForEverybody() throws Exception {
        var pages = new LinkedHashMap<>(withContent.pages());
        pages.putAll(withContent.pagesOfMany());

        assertThat(lookAt(pages))
                .hasSizeGreaterThan(50)
                .containsEntry("login-wrong", 422)
                .containsEntry("overview", 200)
                .containsEntry("overview-older", 200)
                .containsEntry("create-refused", 422)
                .containsEntry("detail-older", 200)
                .containsEntry("detail-bad", 400)
                .containsEntry("detail-notes-refused", 422)
                .containsEntry("analytics", 200)
                .containsEntry("analytics-bad", 400)
                .containsEntry("recipient", 200)
                .containsEntry("recipient-older", 200)
                .containsEntry("recipients-bad", 400)
                .containsEntry("create-many-refused", 422)
                .containsEntry("created-many", 200)
                .containsEntry("import-refused", 422)
                .containsEntry("imported", 200)
                .containsEntry("revocation", 200)
                .containsEntry("missing", 404);
    }

    @Test
    void everyPageOfANewOwnerIsForEverybody() throws Exception {
        assertThat(lookAt(ofANewOwner.pages()))
                .containsEntry("overview-empty", 200)
                .containsEntry("analytics-empty", 200)
                .containsEntry("recipients-empty", 200)
                .containsEntry("settings-password-refused", 422)
                .containsEntry("settings-password-wrong", 422)
                .containsEntry("nowhere", 404)
                .containsEntry("form-without-token", 403)
                .containsEntry("signed-out", 200);
    }

    @Test
    void aTrackOnPaperIsARecordWithTimesInFullAndNothingToPress() throws Exception {
        try (BrowserContext somebody = browser.somebody(Look.DESK)) {
            Page page = somebody.newPage();
            Map<String, WayToPage> pages = withContent.pages();
            for (String step : List.of("login", "overview", "detail")) {
                pages.get(step).go(page);
            }
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

            assertThat(page.locator("button:visible, input:visible, textarea:visible, nav:visible, .button:visible")
                            .allInnerTexts())
                    .isEmpty();
            assertThat(page.locator(".track__record").isVisible()).isTrue();
            assertThat(page.locator(".opens__one:visible").count()).isPositive();
            assertThat((List<?>) page.evaluate(TIMES_ON_PAPER))
                    .isNotEmpty()
                    .allSatisfy(at -> assertThat(at).asString().containsPattern("\\d{1,2}:\\d{2}:\\d{2}"));
            assertThat(new String(page.pdf(), ISO_8859_1)).startsWith("%PDF-");
        }
    }

    /// The last, since nobody can sign in for a while after it.
    @Test
    @Order(Integer.MAX_VALUE)
    void whoHasToWaitIsToldSoForEverybody() throws Exception {
        assertThat(lookAt(ofANewOwner.pagesOfAStranger()))
                .containsEntry("login-too-often", 429)
                .containsEntry("credentials-too-often", 429);
    }

    /// Goes to each page and looks at it in every way; the status that each came with.
    private static Map<String, Integer> lookAt(Map<String, WayToPage> ways) throws Exception {
        var softly = new SoftAssertions();
        var statuses = new HashMap<String, Integer>();
        try (BrowserContext somebody = browser.somebody(Look.DESK)) {
            Page page = somebody.newPage();
            page.onPageError(error -> softly.fail("script at %s: %s", page.url(), error));
            page.onConsoleMessage(message -> {
                if (!message.text().contains("status of")) {
                    softly.fail("console at %s: %s", page.url(), message.text());
                }
            });
            for (var way : ways.entrySet()) {
                statuses.put(way.getKey(), way.getValue().go(page).status());
                for (Look look : LOOKS) {
                    RealBrowser.look(page, look);
                    check(softly, page, way.getKey() + ", " + look);
                }
            }
        }
        softly.assertAll();
        return statuses;
    }

    private static void check(SoftAssertions softly, Page page, String place) {
        softly.assertThat(Axe.findingsIn(page)).as("axe on %s", place).isEmpty();
        softly.assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("scrolls sideways: %s", place)
                .isEqualTo(0);
        softly.assertThat(page.evaluate(PRINTED_OVER))
                .as("printed over: %s", place)
                .isEqualTo(0);
    }
}
