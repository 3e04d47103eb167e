package com.tachyonfuture.mailtrack.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.web.server.Browser;
import com.tachyonfuture.mailtrack.web.server.WebServer;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SettingsPageTest {

    private static final String CHOSEN = "ein neues, langes Paßwort";

    @RegisterExtension
    final WebServer server = new WebServer();

    private Browser atSettings() {
        Browser browser = server.browser().signIn();
        browser.get("/settings");
        return browser;
    }

    private static String createKey(Browser browser, String label) {
        browser.get("/settings");
        browser.submit("/settings/keys", Map.of("label", label));
        return browser.page().select("#new-key").text();
    }

    private static String location(HttpResponse<?> answer) {
        return answer.headers().firstValue("Location").orElse("none");
    }

    private static void assertLabelled(Element input) {
        assertThat(input.ownerDocument().select("label[for=" + input.id() + "]").text())
                .as(input.id())
                .isNotBlank();
    }

    private int statusWithKey(String key) {
        return server.send(server.anonymous("/api/stats").header("X-API-Key", key))
                .statusCode();
    }

    @Nested
    class Keys {

        @Test
        void atFirstThereIsTheKeyOfTheSettingsOnly() {
            Browser browser = atSettings();

            assertThat(browser.page()
                            .select("section:has(#keys-title) tbody tr")
                            .eachText())
                    .singleElement()
                    .asString()
                    .contains("API_KEY", "never");
            assertThat(statusWithKey(WebServer.KEY)).isEqualTo(200);
            browser.get("/settings");
            assertThat(browser.page()
                            .select("section:has(#keys-title) tbody tr")
                            .text())
                    .contains("just now");
            assertThat(browser.page().text()).doesNotContain(WebServer.KEY);
        }

        @Test
        void aNewKeyIsShownOnceAndOpensTheApi() {
            Browser browser = atSettings();

            var answer = browser.submit("/settings/keys", Map.of("label", "  n8n <b> "));

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
            String key = browser.page().select("#new-key").text();
            assertThat(key).startsWith("mt_");
            assertThat(browser.page().select("[data-copy=#new-key]").hasAttr("hidden"))
                    .isTrue();
            assertThat(browser.page()
                            .select("section:has(#keys-title) tbody tr")
                            .first()
                            .text())
                    .contains("n8n <b>", key.substring(0, 9) + "…", "created: 20 Nov 2026, 13:00", "never");
            assertThat(statusWithKey(key)).isEqualTo(200);
            var again = browser.get("/settings");
            assertThat(again.body()).doesNotContain(key);
            assertThat(browser.page()
                            .select("section:has(#keys-title) tbody tr")
                            .first()
                            .text())
                    .contains("n8n <b>");
            assertThat(browser.page().select("#new-key, #label[value]:not([value=''])"))
                    .isEmpty();
        }

        @Test
        void sendingTheFormAgainMakesNoSecondKey() {
            Browser browser = atSettings();
            Browser reloading = browser.copy();
            browser.submit("/settings/keys", Map.of("label", "n8n"));

            var answer = reloading.submit("/settings/keys", Map.of("label", "n8n"));

            assertThat(answer.statusCode()).isEqualTo(409);
            assertThat(reloading.page().select("[role=alert]").text()).contains("No key was created just now");
            assertThat(reloading.page().select("#label").val()).isEqualTo("n8n");
            assertThat(reloading.page().select("section:has(#keys-title) tbody tr"))
                    .hasSize(2);
            assertThat(reloading
                            .submit("/settings/keys", Map.of("label", "another"))
                            .statusCode())
                    .as("the page shows what there is now")
                    .isEqualTo(200);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "   ", "a\u0000b", "a\nb"})
        void aLabelThatIsNoneIsToldBesideTheField(String label) {
            Browser browser = atSettings();

            var answer = browser.submit("/settings/keys", Map.of("label", label));

            assertThat(answer.statusCode()).isEqualTo(422);
            Element field = browser.page().expectFirst("#label");
            assertThat(field.attr("aria-invalid")).isEqualTo("true");
            assertThat(field.attr("aria-describedby")).startsWith("label-error ");
            assertThat(browser.page().select("#label-error").text()).startsWith("The label ");
            assertThat(browser.page().select("section:has(#keys-title) tbody tr"))
                    .hasSize(1);
        }

        @Test
        void aLabelThatIsTooLongIsKept() {
            Browser browser = atSettings();

            browser.submit("/settings/keys", Map.of("label", "x".repeat(101)));

            assertThat(browser.page().select("#label").val()).hasSize(101);
            assertThat(browser.page().select("#label-error").text())
                    .isEqualTo("The label has more than 100 characters.");
        }

        @Test
        void aKeyIsRevokedAfterOneQuestion() {
            Browser browser = server.browser().signIn();
            String key = createKey(browser, "n8n");
            String kept = createKey(browser, "backup");
            String ask = browser.page()
                    .select("section:has(#keys-title) tbody tr:contains(n8n) a")
                    .attr("href");

            browser.get(ask);
            assertThat(browser.page().select("h1").text()).isEqualTo("Revoke this key?");
            assertThat(browser.page().select("dl").text()).contains("n8n", key.substring(0, 9) + "…");
            assertThat(statusWithKey(key)).isEqualTo(200);
            var answer = browser.submit(ask, Map.of());

            assertThat(location(answer)).isEqualTo("/settings?done=revoked");
            browser.get(location(answer));
            assertThat(browser.page().select("[role=status]").text()).contains("The key is revoked.");
            assertThat(browser.page().select("section:has(#keys-title) tbody").text())
                    .doesNotContain("n8n")
                    .contains("backup");
            assertThat(statusWithKey(key)).isEqualTo(401);
            assertThat(statusWithKey(kept)).isEqualTo(200);
            assertThat(browser.get(ask).statusCode()).isEqualTo(404);
        }

        @ParameterizedTest
        @ValueSource(strings = {"settings", "x", "%00", "%2e%2e", "0123456789012345678901234567890123456789", "%ff"})
        void thereIsNoOtherKeyToRevoke(String id) {
            Browser browser = atSettings();
            String path = "/settings/keys/" + id + "/revocation";

            assertThat(browser.get(path).statusCode()).isEqualTo(404);
            browser.get("/settings");
            assertThat(browser.post(path, "form_token=" + browser.formToken()).statusCode())
                    .isEqualTo(303);
            assertThat(statusWithKey(WebServer.KEY)).isEqualTo(200);
        }

        @Test
        void onlyOurOwnWordsAreToldOfWhatWasDone() {
            Browser browser = server.browser().signIn();

            browser.get("/settings?done=" + "%3Cscript%3E");

            assertThat(browser.page().select(".notice")).isEmpty();
        }
    }

    @Nested
    class Password {

        private HttpResponse<String> change(Browser browser, String current, String chosen, String repeated) {
            return browser.submit(
                    "/settings/password", Map.of("current", current, "chosen", chosen, "repeated", repeated));
        }

        @Test
        void isChangedAndAllOthersAreSignedOut() {
            Browser other = server.browser().signIn();
            Browser browser = atSettings();

            var answer = change(browser, WebServer.PASSWORD, CHOSEN, CHOSEN);

            assertThat(location(answer)).isEqualTo("/settings?done=password");
            assertThat(browser.get("/settings?done=password").statusCode()).isEqualTo(200);
            assertThat(browser.page().select("[role=status]").text()).contains("The password is changed.");
            assertThat(other.get("/").statusCode()).isEqualTo(303);
            other.get("/login");
            assertThat(other.submit("/login", Map.of("name", WebServer.OWNER, "password", WebServer.PASSWORD))
                            .statusCode())
                    .isEqualTo(422);
            assertThat(other.submit("/login", Map.of("name", WebServer.OWNER, "password", CHOSEN))
                            .statusCode())
                    .isEqualTo(303);
        }

        @Test
        void whatIsWrongIsToldBesideTheFieldsAndNothingTypedComesBack() {
            Browser browser = atSettings();

            var answer = change(browser, WebServer.PASSWORD, "too short", "different");

            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(browser.page().select("#chosen-error").text())
                    .isEqualTo("The new password has fewer than 12 characters.");
            assertThat(browser.page().select("#repeated-error").text())
                    .isEqualTo("The repetition differs from the new password.");
            assertThat(browser.page().select("input[type=password]").eachAttr("value"))
                    .allMatch(String::isEmpty);
            assertThat(answer.body()).doesNotContain("too short", "different\"", WebServer.PASSWORD);
            assertThat(change(browser, "wrong", CHOSEN, CHOSEN).statusCode()).isEqualTo(422);
            assertThat(browser.page().select("#current-error").text()).isEqualTo("What you typed is not the password.");
        }

        @Test
        void whoGuessesTheCurrentOneHasToWait() {
            Browser browser = atSettings();
            for (int i = 0; i < 10; i++) {
                assertThat(change(browser, "wrong" + i, CHOSEN, CHOSEN).statusCode())
                        .isEqualTo(422);
            }

            var answer = change(browser, "wrong again", CHOSEN, CHOSEN);

            assertThat(answer.statusCode()).isEqualTo(429);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(browser.page().select("[role=alert]").text()).contains("The next try is possible in");
        }

        @Test
        void passwordKeepersUnderstandTheForm() {
            Browser browser = atSettings();

            assertThat(browser.page()
                            .select("form[action=/settings/password] input:not([type=hidden])")
                            .eachAttr("autocomplete"))
                    .containsExactly("username", "current-password", "new-password", "new-password");
            browser.page()
                    .select("main input:not([type=hidden]):not([hidden])")
                    .forEach(SettingsPageTest::assertLabelled);
            assertThat(browser.page().select("main input:not([type=hidden]):not([hidden])"))
                    .hasSizeGreaterThan(3);
        }
    }

    @Nested
    class PasswordOfTheSettings {

        @RegisterExtension
        final WebServer fixed = new WebServer().withPasswordFromSettings();

        @Test
        void isChangedThere() {
            Browser browser = fixed.browser().signIn();
            browser.get("/settings");

            assertThat(browser.page().select("form[action=/settings/password]")).isEmpty();
            assertThat(browser.page().text()).contains("DASHBOARD_PASSWORD");
            var answer = browser.post(
                    "/settings/password",
                    Browser.encode(Map.of(
                            "form_token",
                            browser.formToken(),
                            "current",
                            WebServer.PASSWORD,
                            "chosen",
                            CHOSEN,
                            "repeated",
                            CHOSEN)));
            assertThat(answer.statusCode()).isEqualTo(409);
        }
    }

    @Nested
    class Browsers {

        @Test
        void othersAreCountedAndSignedOut() {
            Browser browser = atSettings();
            assertThat(browser.page().text()).contains("1 browser is signed in.");
            assertThat(browser.page().select("form[action=/settings/sessions/others/ending]"))
                    .isEmpty();
            List<Browser> others =
                    List.of(server.browser().signIn(), server.browser().signIn());
            browser.get("/settings");
            assertThat(browser.page().text()).contains("3 browsers are signed in.");

            var answer = browser.submit("/settings/sessions/others/ending", Map.of());

            assertThat(location(answer)).isEqualTo("/settings?done=others");
            assertThat(browser.get("/settings").statusCode()).isEqualTo(200);
            assertThat(others)
                    .allSatisfy(other -> assertThat(other.get("/").statusCode()).isEqualTo(303));
        }

        @Test
        void thoseThatWereNotSeenForLongAreNotCounted() {
            server.browser().signIn();
            server.advance(WebServer.LIMITS.idle().plus(Duration.ofMinutes(5)));

            assertThat(atSettings().page().text()).contains("1 browser is signed in.");
        }
    }

    @Test
    void thePageIsForTheOwner() {
        assertThat(server.browser().get("/settings").statusCode()).isEqualTo(303);
        assertThat(server.send(server.api("/settings")).statusCode()).isEqualTo(401);
        assertThat(server.send(server.owner("/settings")).statusCode()).isEqualTo(200);
    }

    @Test
    void itHasNoScriptAndNoStyleOfItsOwn() {
        Browser browser = server.browser().signIn();
        createKey(browser, "n8n");

        assertThat(browser.page().select("script:not([src]), style, [style], iframe"))
                .isEmpty();
        assertThat(browser.page().getAllElements())
                .flatExtracting(element -> List.copyOf(element.attributes().asList()))
                .noneMatch(attribute -> attribute.getKey().startsWith("on"));
        assertThat(browser.page().html()).doesNotContain("th:");
    }
}
