package com.tachyonfuture.mailtrack.web.self;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.classify.Judge;
import com.tachyonfuture.mailtrack.application.classify.Judged;
import com.tachyonfuture.mailtrack.application.classify.JudgedHit;
import com.tachyonfuture.mailtrack.application.contract.Samples;
import com.tachyonfuture.mailtrack.domain.address.IpAddress;
import com.tachyonfuture.mailtrack.domain.classify.Confidence;
import com.tachyonfuture.mailtrack.domain.classify.Description;
import com.tachyonfuture.mailtrack.domain.classify.Judgement;
import com.tachyonfuture.mailtrack.domain.classify.NetworkKind;
import com.tachyonfuture.mailtrack.domain.classify.Reason;
import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.domain.recording.Hit;
import com.tachyonfuture.mailtrack.domain.track.Track;
import com.tachyonfuture.mailtrack.web.server.Browser;
import com.tachyonfuture.mailtrack.web.server.WebServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SelfOpensTest {

    private static final Track TRACK = Samples.track(1);
    private static final String DETAIL = "/detail/" + TRACK.id();

    @RegisterExtension
    final WebServer server = new WebServer();

    @BeforeEach
    void aTrack() {
        server.add(TRACK);
    }

    private void opened(String address, Verdict verdict, Reason reason) {
        var judgement = new Judgement(verdict, reason, Confidence.HIGH, null);
        Judge judge =
                (hit, origin) -> new JudgedHit(hit, Description.NONE, new Judged(judgement, 1, address.hashCode()));
        server.record(
                judge,
                new Hit(
                        TRACK.id(),
                        WebServer.NOW,
                        IpAddress.parse(address).orElseThrow(),
                        "Thunderbird/128.3.1",
                        null));
    }

    private static String location(HttpResponse<?> answer) {
        return answer.headers().firstValue("Location").orElse("none");
    }

    @Nested
    class OnThePage {

        @Test
        void thatWasMeTeachesTheAddressAndNotMeTakesItBack() {
            opened("192.0.2.17", Verdict.HUMAN, Reason.THUNDERBIRD);
            Browser browser = server.browser().signIn();
            browser.get(DETAIL);
            assertThat(browser.page().select(".opens__self button").text()).isEqualTo("That was me, at 13:00");

            var taught = browser.submit(DETAIL + "/opens/1/self", Map.of());

            assertThat(taught.statusCode()).isEqualTo(303);
            assertThat(location(taught)).isEqualTo(DETAIL + "?done=self#open-1");
            browser.get(DETAIL + "?done=self");
            assertThat(browser.page().select("[role=status].notice").text())
                    .isEqualTo("This address is known as yours now. What came from it is not counted as read.");
            assertThat(browser.page().select("#open-1 .opens__what").text()).isEqualTo("– You");
            assertThat(browser.page().select(".numbers__value").eachText()).containsExactly("0", "0", "1");
            assertThat(browser.page().select("#open-1 .opens__more").text())
                    .contains("You said that this address is yours.");
            assertThat(browser.page().select(".opens__self button").text()).startsWith("Not me");

            var forgotten = browser.submit(DETAIL + "/opens/1/self/removal", Map.of());

            assertThat(location(forgotten)).isEqualTo(DETAIL + "?done=not-self#open-1");
            browser.get(DETAIL);
            assertThat(browser.page().select(".opens__self button").text()).startsWith("That was me");
            assertThat(browser.page().select("#open-1 .opens__what").text()).isEqualTo("✓✓ Read");
            assertThat(browser.page().select(".numbers__value").eachText()).containsExactly("1", "0", "1");
        }

        @Test
        void ofIpv6TheRestIsJudgedInTheBackgroundAndThePageSaysSo() {
            opened("2001:db8::17", Verdict.HUMAN, Reason.THUNDERBIRD);
            Browser browser = server.browser().signIn();
            browser.get(DETAIL);

            var taught = browser.submit(DETAIL + "/opens/1/self", Map.of());

            assertThat(location(taught)).contains("done=self-begun");
            browser.get(DETAIL + "?done=self-begun");
            assertThat(browser.page().select("[role=status].notice").text()).contains("may take some minutes");
        }

        @Test
        void thePageOfTheButtonComesBack() {
            opened("192.0.2.17", Verdict.HUMAN, Reason.THUNDERBIRD);
            for (int i = 0; i < 50; i++) {
                opened("192.0.2." + (100 + i), Verdict.HUMAN, Reason.THUNDERBIRD);
            }
            Browser browser = server.browser().signIn();
            browser.get(DETAIL);
            browser.get(
                    browser.page().select(".paging a[rel=next]").attr("href").replace("#opens", ""));

            var taught = browser.submit(DETAIL + "/opens/1/self", Map.of());

            assertThat(location(taught)).matches(".*[?]done=self&cursor=[^&]+#open-1");
            assertThat(browser.get(location(taught).replace("#open-1", "")).statusCode())
                    .isEqualTo(200);
            assertThat(browser.page().select("#open-1")).hasSize(1);
        }

        @Test
        void aProxysAddressIsNotOfferedAndRefused() {
            opened("66.249.84.1", Verdict.IMAGE_PROXY, Reason.GMAIL_DISPLAY);
            Browser browser = server.browser().signIn();
            browser.get(DETAIL);

            assertThat(browser.page().select(".opens__self")).isEmpty();
            assertThat(browser.page().select(".opens__more").text())
                    .contains("It can't be marked as yours", "not the reader’s");

            browser.get("/settings");
            var forced = browser.post(DETAIL + "/opens/1/self", "form_token=" + browser.formToken());

            assertThat(forced.statusCode()).isEqualTo(409);
            assertThat(browser.page().text()).contains("fetches mail for many people");
        }

        @Test
        void anAddressThatTheSettingsListHasNoButton() {
            opened("203.0.113.9", Verdict.SELF, Reason.OWNERS_ADDRESS);

            Browser browser = server.browser().signIn();
            browser.get(DETAIL);

            assertThat(browser.page().select(".opens__self")).isEmpty();
            assertThat(browser.page().select(".opens__more").text())
                    .contains("Your settings list this address as yours.");
        }

        @Test
        void whatIsKnownAsTheOwnersByTheirBrowserNeedsNoButton() {
            opened("192.0.2.17", Verdict.SELF, Reason.OWNERS_BROWSER);

            Browser browser = server.browser().signIn();
            browser.get(DETAIL);

            assertThat(browser.page().select("#open-1 .opens__what").text()).isEqualTo("– You");
            assertThat(browser.page().select(".opens__self")).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"/opens/1/self", "/opens/1/self/removal"})
        void aFormOfAnotherSiteTeachesNothing(String path) {
            opened("192.0.2.17", Verdict.HUMAN, Reason.THUNDERBIRD);
            Browser browser = server.browser().signIn();

            assertThat(browser.post(DETAIL + path, "form_token=forged").statusCode())
                    .isEqualTo(403);
            assertThat(server.browser().post(DETAIL + path, "").statusCode()).isIn(303, 401);

            browser.get("/settings");
            assertThat(browser.page().text()).contains(WebServer.LISTED).doesNotContain("192.0.2.17");
        }

        @ParameterizedTest
        @ValueSource(strings = {"2", "0", "-1", "01", "x", "99999999999999999999", "%00", "1%20"})
        void thereIsNoOtherOpen(String open) {
            opened("192.0.2.17", Verdict.HUMAN, Reason.THUNDERBIRD);
            Browser browser = server.browser().signIn();
            browser.get(DETAIL);
            String token = browser.formToken();

            assertThat(browser.post(DETAIL + "/opens/" + open + "/self", "form_token=" + token)
                            .statusCode())
                    .isEqualTo(404);
        }

        @Test
        void whoGoesWhereOnlyFormsGoComesToThePage() {
            Browser browser = server.browser().signIn();

            assertThat(location(browser.get(DETAIL + "/opens/1/self"))).isEqualTo(DETAIL);
            assertThat(location(browser.get(DETAIL + "/opens/1/self/removal"))).isEqualTo(DETAIL);
        }
    }

    @Nested
    class InTheSettings {

        @Test
        void allAddressesAreListedAndTheLearnedOnesCanBeRemoved() {
            opened("192.0.2.17", Verdict.HUMAN, Reason.THUNDERBIRD);
            Browser browser = server.browser().signIn();
            browser.get(DETAIL);
            browser.submit(DETAIL + "/opens/1/self", Map.of());
            browser.get("/settings");
            assertThat(browser.page().select("section:has(#addresses) th code").eachText())
                    .containsExactly("192.0.2.17/32", WebServer.LISTED);
            assertThat(browser.page()
                            .select("section:has(#addresses) tbody button")
                            .eachText())
                    .containsExactly("Remove 192.0.2.17/32");

            var removed = browser.submit("/settings/addresses/removal", Map.of());

            assertThat(location(removed)).isEqualTo("/settings?done=address");
            browser.get("/settings?done=address");
            assertThat(browser.page().select("[role=status]").text()).contains("not taken for yours any more");
            assertThat(browser.page().select("section:has(#addresses) th code").eachText())
                    .containsExactly(WebServer.LISTED);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "x", "192.0.2.1/33", "192.0.2.99"})
        void whatIsNotThereIsGone(String network) {
            Browser browser = server.browser().signIn();
            browser.get("/settings");
            String body = Browser.encode(Map.of("form_token", browser.formToken(), "network", network));

            assertThat(browser.post("/settings/addresses/removal", body).statusCode())
                    .isEqualTo(303);
            assertThat(location(browser.get("/settings/addresses/removal"))).isEqualTo("/settings");
        }
    }

    @Nested
    class InTheApi {

        private HttpResponse<String> post(String open) {
            return server.send(server.api("/api/tracks/" + TRACK.id() + "/opens/" + open + "/self")
                    .POST(BodyPublishers.noBody()));
        }

        private HttpResponse<String> delete(String open) {
            return server.send(server.api("/api/tracks/" + TRACK.id() + "/opens/" + open + "/self")
                    .DELETE());
        }

        @Test
        void anAddressIsTaughtAndTakenBackAsOftenAsOneLikes() {
            opened("192.0.2.17", Verdict.HUMAN, Reason.THUNDERBIRD);

            for (int i = 0; i < 2; i++) {
                assertThat(WebServer.object(post("1")))
                        .isEqualTo(Map.of("network", "192.0.2.17/32", "judged_again", true));
            }
            for (int i = 0; i < 2; i++) {
                assertThat(WebServer.object(delete("1")))
                        .isEqualTo(Map.of("network", "192.0.2.17/32", "judged_again", true));
            }
        }

        @Test
        void whatCannotBeIsRefusedWithItsCode() {
            opened("66.249.84.1", Verdict.PREFETCH, Reason.APPLE_PREFETCH);
            opened("203.0.113.9", Verdict.SELF, Reason.OWNERS_ADDRESS);
            server.networks().listing(NetworkKind.APPLE_RELAY, "172.224.0.0/12");
            opened("172.224.1.1", Verdict.HUMAN, Reason.BROWSER);
            opened("10.0.0.1", Verdict.HUMAN, Reason.BROWSER);

            assertThat(post("1").statusCode()).isEqualTo(409);
            assertThat(WebServer.object(post("1"))).containsEntry("code", "address_of_many");
            assertThat(WebServer.object(delete("2"))).containsEntry("code", "address_in_settings");
            assertThat(WebServer.object(post("3"))).containsEntry("code", "address_of_many");
            assertThat(WebServer.object(post("4")))
                    .containsEntry("code", "address_of_proxy")
                    .hasEntrySatisfying(
                            "detail", detail -> assertThat(detail.toString()).contains("TRUSTED_PROXY_CIDRS"));
            assertThat(post("5").statusCode()).isEqualTo(404);
            assertThat(WebServer.object(post("5"))).containsEntry("code", "open_not_found");
            assertThat(WebServer.object(post("x"))).containsEntry("code", "open_not_found");
            assertThat(delete("5").statusCode()).isEqualTo(404);
        }

        @Test
        void withoutAKeyNothingIsTaught() {
            opened("192.0.2.17", Verdict.HUMAN, Reason.THUNDERBIRD);

            var answer = server.send(server.anonymous("/api/tracks/" + TRACK.id() + "/opens/1/self")
                    .POST(BodyPublishers.noBody()));

            assertThat(answer.statusCode()).isEqualTo(401);
        }
    }
}
