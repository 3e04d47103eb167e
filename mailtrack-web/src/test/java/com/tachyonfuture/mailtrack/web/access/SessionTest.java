package com.tachyonfuture.mailtrack.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.web.server.Browser;
import com.tachyonfuture.mailtrack.web.server.WebServer;
import com.tachyonfuture.mailtrack.web.server.Wire;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SessionTest {

    private static final String COOKIE = "__Host-mailtrack_session";

    @RegisterExtension
    final WebServer server = new WebServer();

    @Test
    void endsWhenNothingIsAskedForTooLong() {
        Browser browser = server.browser().signIn();

        server.advance(WebServer.LIMITS.idle().minusMinutes(2));
        assertThat(browser.get("/").statusCode()).isEqualTo(200);
        server.advance(WebServer.LIMITS.idle().minusMinutes(2));
        assertThat(browser.get("/").statusCode()).isEqualTo(200);
        server.advance(WebServer.LIMITS.idle().plusSeconds(1));

        assertThat(browser.get("/").statusCode()).isEqualTo(303);
    }

    @Test
    void endsAfterItsLongestTimeHoweverMuchIsAsked() {
        Browser browser = server.browser().signIn();

        for (Duration passed = Duration.ZERO;
                passed.compareTo(WebServer.LIMITS.absolute()) < 0;
                passed = passed.plusHours(1)) {
            assertThat(browser.get("/").statusCode()).isEqualTo(200);
            server.advance(Duration.ofHours(1));
        }
        server.advance(Duration.ofSeconds(1));

        assertThat(browser.get("/").statusCode()).isEqualTo(303);
    }

    @Test
    void whatAFormBringsAfterItsEndIsNotDone() {
        Browser browser = server.browser().signIn();
        browser.get("/settings");
        server.advance(WebServer.LIMITS.absolute().plusSeconds(1));

        var answer = browser.submit("/settings/keys", Map.of("label", "n8n"));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains("/login?ended=true&next=%2Fsettings%2Fkeys");
        browser.get("/login?ended=true&next=%2Fsettings%2Fkeys");
        assertThat(browser.page().select(".notice").text()).contains("nothing was saved");
        browser.signIn().get("/settings");
        assertThat(browser.page().select("[aria-labelledby=keys-title] tbody tr"))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"GET, /api/tracks", "POST, /api/tracks", "DELETE, /api/tracks/x", "GET, /api/stats", "GET, /api"})
    void neverOpensTheApi(String method, String path) {
        Browser browser = server.browser().signIn();

        var answer = browser.send(browser.request(path).method(method, BodyPublishers.ofString("{}")));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("ApiKey");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @ParameterizedTest
    @MethodSource("com.tachyonfuture.mailtrack.web.access.ApiKeyTest#spellingsOfAnAddress")
    void opensTheApiUnderNoSpellingOfItsAddress(String target) {
        Browser browser = server.browser().signIn();
        for (String credentials : List.of(
                "Cookie: " + browser.cookieHeader(),
                "Authorization: " + WebServer.basic(WebServer.OWNER, WebServer.PASSWORD))) {
            try (Wire wire = server.connect()) {
                var answer = wire.send("GET " + target + " HTTP/1.1\r\nHost: x\r\n" + credentials + "\r\n\r\n")
                        .read();

                assertThat(answer.status()).isBetween(400, 404);
                assertThat(answer.text()).doesNotContain("total_tracks");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/settings", "/login", "/nothing"})
    void whileTheDatabaseIsDownPagesSaySoInsteadOfAskingToSignIn(String path) {
        Browser browser = server.browser().signIn();
        server.storage().goDown();

        var answer = browser.get(path);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(browser.page().select("main").text()).containsIgnoringCase("database");
        server.storage().comeBack();
        assertThat(browser.get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsTheSameForEverybodyDoesNotAskTheDatabaseWhoItIs() {
        Browser browser = server.browser().signIn();
        server.storage().goDown();

        assertThat(browser.get("/assets/mark.svg").statusCode()).isEqualTo(200);
        assertThat(browser.get("/health/liveness").statusCode()).isEqualTo(200);
        assertThat(server.send(server.owner("/assets/mark.svg")).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "=",
                "a b",
                "\"",
                "%00",
                "\u0000",
                "\u00e4",
                "../../etc/passwd",
                "' OR 1=1 --",
                "00000000-0000-0000-0000-000000000000"
            })
    void noOtherCookieIsOne(String value) {
        try (Wire wire = server.connect()) {
            var answer = wire.send("GET / HTTP/1.1\r\nHost: x\r\nAccept: text/html\r\nCookie: " + COOKIE + "=" + value
                            + "\r\n\r\n")
                    .read();

            assertThat(answer.status()).isIn(303, 400);
        }
    }

    @Test
    void hugeCookiesAndManyOfThemAreNoFaultOfOurs() {
        String huge = COOKIE + "=" + "a".repeat(12_000);
        String many = (COOKIE + "=aaaaaaaaaaaaaaaaaaaa; ").repeat(300);
        for (String cookies : List.of(huge, many, ";".repeat(10_000), "=".repeat(10_000))) {
            try (Wire wire = server.connect()) {
                var answer = wire.send(
                                "GET / HTTP/1.1\r\nHost: x\r\nAccept: text/html\r\nCookie: " + cookies + "\r\n\r\n")
                        .read();

                assertThat(answer.status()).isEqualTo(303);
            }
        }
    }

    @Test
    void ofSeveralCookiesOfItsNameTheRightOneCounts() {
        Browser browser = server.browser().signIn();
        String right = COOKIE + "=" + browser.cookies().get(COOKIE);
        String wrong = COOKIE + "=" + "a".repeat(36);

        assertThat(server.send(server.anonymous("/").header("Cookie", wrong + "; " + right))
                        .statusCode())
                .isEqualTo(200);
        assertThat(server.send(server.anonymous("/").header("Cookie", right + "; " + wrong))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aTokenUnderTheNameForPlainConnectionsIsNone() {
        Browser browser = server.browser().signIn();
        String token = browser.cookies().get(COOKIE);

        assertThat(server.send(server.anonymous("/").header("Cookie", "mailtrack_session=" + token))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void itCountsMoreThanAWrongPasswordThatComesWithIt() {
        Browser browser = server.browser().signIn();
        int before = server.passwordChecks();

        var answer = browser.send(browser.request("/").header("Authorization", WebServer.basic("owner", "wrong")));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(server.passwordChecks()).isEqualTo(before);
    }

    @Nested
    class OnAPlainConnection {

        @RegisterExtension
        final WebServer plain = new WebServer().at("http://127.0.0.1:8000").trusting("127.0.0.1/32");

        @Test
        void theCookieComesWithoutSecureButBehindATrustedProxyThatSpeaksTls() {
            Browser browser = plain.browser();
            browser.get("/login");
            assertThat(browser.cookies()).containsOnlyKeys("mailtrack_form");

            var overTls = browser.send(browser.request("/login").header("X-Forwarded-Proto", "https"));

            assertThat(overTls.headers().allValues("Set-Cookie"))
                    .singleElement()
                    .asString()
                    .startsWith("__Host-mailtrack_form=")
                    .contains("Secure", "SameSite=Lax");
        }

        @Test
        void itWorksThere() {
            Browser browser = plain.browser().signIn();

            assertThat(browser.cookies()).containsKey("mailtrack_session");
            assertThat(browser.get("/").statusCode()).isEqualTo(200);
        }
    }

    @Nested
    class BehindSomebodyWhoIsNoTrustedProxy {

        @RegisterExtension
        final WebServer plain = new WebServer().at("http://127.0.0.1:8000");

        @Test
        void nobodyIsBelievedToSpeakTls() {
            Browser browser = plain.browser();

            var answer = browser.send(browser.request("/login").header("X-Forwarded-Proto", "https"));

            assertThat(browser.cookies()).containsOnlyKeys("mailtrack_form");
            assertThat(answer.headers().firstValue("Strict-Transport-Security")).isEmpty();
        }
    }

    @Nested
    class WhereTheSettingsDecide {

        @RegisterExtension
        final WebServer insecure = new WebServer().withCookieSecure(false);

        @RegisterExtension
        final WebServer secure = new WebServer().at("http://127.0.0.1:8000").withCookieSecure(true);

        @Test
        void theyWin() {
            assertThat(insecure.browser().signIn().cookies()).containsKey("mailtrack_session");
            assertThat(secure.browser().signIn().cookies()).containsKey(COOKIE);
        }
    }
}
