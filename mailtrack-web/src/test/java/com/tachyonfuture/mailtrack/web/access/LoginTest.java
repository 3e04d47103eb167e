package com.tachyonfuture.mailtrack.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.web.server.Browser;
import com.tachyonfuture.mailtrack.web.server.WebServer;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LoginTest {

    private static final Map<String, String> RIGHT = Map.of("name", WebServer.OWNER, "password", WebServer.PASSWORD);
    private static final Map<String, String> WRONG = Map.of("name", WebServer.OWNER, "password", "wrong");

    @RegisterExtension
    final WebServer server = new WebServer();

    private static String location(HttpResponse<?> answer) {
        return answer.headers().firstValue("Location").orElse("none");
    }

    @Test
    void aBrowserIsSentToTheLoginPageAndBackToWhereItWantedToGo() {
        Browser browser = server.browser();

        var first = browser.get("/?q=a%20b&page=2");
        assertThat(first.statusCode()).isEqualTo(303);
        assertThat(location(first)).isEqualTo("/login?next=%2F%3Fq%3Da%2520b%26page%3D2");
        var page = browser.get(location(first));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("WWW-Authenticate")).isEmpty();
        var signedIn = browser.submit("/login", RIGHT);

        assertThat(signedIn.statusCode()).isEqualTo(303);
        assertThat(location(signedIn)).isEqualTo("/?q=a%20b&page=2");
        assertThat(browser.get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void thePageSaysWhatToTypeToPeopleAndToPasswordKeepers() {
        Browser browser = server.browser();

        browser.get("/login");

        assertThat(browser.page().title()).startsWith("Sign in");
        Element name = browser.page().expectFirst("#name");
        Element password = browser.page().expectFirst("#password");
        assertThat(browser.page().select("label[for=name]").text()).isEqualTo("User name");
        assertThat(browser.page().select("label[for=password]").text()).isEqualTo("Password");
        assertThat(name.attr("autocomplete")).isEqualTo("username");
        assertThat(name.hasAttr("autofocus")).isTrue();
        assertThat(password.attr("autocomplete")).isEqualTo("current-password");
        assertThat(password.attr("type")).isEqualTo("password");
        assertThat(browser.page().select("[role=alert]")).isEmpty();
    }

    @Test
    void theSessionsCookieIsKeptFromScriptsOtherHostsAndPlainConnections() {
        Browser browser = server.browser();
        browser.get("/login");

        var answer = browser.submit("/login", RIGHT);

        String cookie = answer.headers().allValues("Set-Cookie").stream()
                .filter(line -> line.startsWith("__Host-mailtrack_session="))
                .findFirst()
                .orElseThrow();
        assertThat(cookie)
                .contains("; HTTPOnly", "; Secure", "; SameSite=Lax", "; Path=/", "; Max-Age=604800")
                .doesNotContain("Domain");
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void aWrongNameAndAWrongPasswordLookTheSame() {
        Browser browser = server.browser();
        browser.get("/login?next=/settings");

        var wrongPassword = browser.submit("/login", WRONG);

        assertThat(wrongPassword.statusCode()).isEqualTo(422);
        assertThat(browser.page().select("[role=alert]").text()).isEqualTo("User name or password is wrong.");
        assertThat(browser.page().select("#name").val()).isEqualTo(WebServer.OWNER);
        assertThat(browser.page().select("#password").val()).isEmpty();
        assertThat(browser.page().select("#password").hasAttr("autofocus")).isTrue();
        assertThat(browser.page().select("#password").attr("aria-describedby")).isEqualTo("login-error");
        assertThat(browser.page().select("input[name=next]").val()).isEqualTo("/settings");
        var wrongName = browser.submit("/login", Map.of("name", "somebody", "password", WebServer.PASSWORD));
        assertThat(wrongName.statusCode()).isEqualTo(422);
        assertThat(browser.page().select("[role=alert]").text()).isEqualTo("User name or password is wrong.");
        assertThat(browser.hasSession()).isFalse();
        assertThat(wrongName.body()).doesNotContain(WebServer.PASSWORD);
    }

    @Test
    void whatWasTypedIsShownAsTextOrNotAtAll() {
        Browser browser = server.browser();
        browser.get("/login");

        browser.submit("/login", Map.of("name", "\"><script>alert(1)</script>", "password", "x"));
        assertThat(browser.page().select("script:not([src])")).isEmpty();
        assertThat(browser.page().select("#name").val()).isEqualTo("\"><script>alert(1)</script>");

        browser.submit("/login", Map.of("name", "x".repeat(100_000), "password", "y".repeat(100_000)));
        assertThat(browser.page().select("#name").val()).isEmpty();
        browser.submit("/login", Map.of("name", "\u0000\u0007", "password", "\u0000"));
        assertThat(browser.page().select("#name").val()).isEmpty();
        assertThat(browser.page().select("[role=alert]").text()).isEqualTo("User name or password is wrong.");
    }

    @Test
    void whoTriesTooOftenIsToldHowLongToWait() {
        Browser browser = server.browser();
        browser.get("/login");
        for (int i = 0; i < 10; i++) {
            assertThat(browser.submit("/login", WRONG).statusCode()).isEqualTo(422);
        }
        int before = server.passwordChecks();

        var early = browser.submit("/login", RIGHT);

        assertThat(early.statusCode()).isEqualTo(429);
        assertThat(early.headers().firstValue("Retry-After")).contains("1");
        assertThat(browser.page().select("[role=alert]").text())
                .isEqualTo(
                        "User name or password was wrong too often. The next try is possible in 1 second; this one was"
                                + " not looked at.");
        assertThat(server.passwordChecks()).isEqualTo(before);
        assertThat(browser.hasSession()).isFalse();
    }

    @Test
    void whoHasWaitedMayTryAgainAndWaitsLongerTheNextTime() {
        Browser browser = server.browser();
        browser.get("/login");
        for (int i = 0; i < 10; i++) {
            browser.submit("/login", WRONG);
        }

        server.advance(Duration.ofSeconds(1));
        assertThat(browser.submit("/login", WRONG).statusCode()).isEqualTo(422);
        server.advance(Duration.ofMillis(500));
        var early = browser.submit("/login", RIGHT);
        server.advance(Duration.ofMillis(1500));

        assertThat(early.headers().firstValue("Retry-After")).contains("2");
        assertThat(browser.submit("/login", RIGHT).statusCode()).isEqualTo(303);
    }

    @Test
    void whoIsSignedInNeedNotSignInAgain() {
        Browser browser = server.browser().signIn();

        assertThat(location(browser.get("/login"))).isEqualTo("/");
        assertThat(location(browser.get("/login?next=/settings"))).isEqualTo("/settings");
    }

    @Test
    void signingInAgainGivesANewTokenAndEndsTheOldSession() {
        Browser browser = server.browser();
        browser.get("/login");
        browser.cookies().put("__Host-mailtrack_session", "chosen-by-an-attacker");
        browser.submit("/login", RIGHT);
        String token = browser.cookies().get("__Host-mailtrack_session");

        assertThat(token).isNotEqualTo("chosen-by-an-attacker").hasSizeGreaterThan(30);
        assertThat(server.browser().signIn().cookies()).doesNotContainValue(token);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "///evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "https://evil.example/",
                "evil.example",
                "javascript:alert(1)",
                "/\t/evil.example",
                "\t//evil.example",
                " //evil.example",
                "/\n/evil.example",
                "/x\r\nSet-Cookie: a=b",
                "/\u0000",
                "/\u00e4",
                "?x",
                "",
                "/a\\..\\b"
            })
    void nobodyIsSentElsewhereAfterwards(String next) {
        Browser browser = server.browser();
        browser.get("/login?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
        assertThat(browser.page().select("input[name=next]").val()).isEqualTo("/");

        var answer =
                browser.submit("/login", Map.of("name", WebServer.OWNER, "password", WebServer.PASSWORD, "next", next));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().allValues("Location")).containsExactly("/");
        assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("a="));
    }

    @Test
    void signingOutEndsTheSessionForGood() {
        Browser browser = server.browser().signIn();
        Browser copy = browser.copy();
        browser.get("/settings");

        var answer = browser.submit("/logout", Map.of("form_token", browser.formToken()));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(location(answer)).isEqualTo("/login?out=true");
        assertThat(browser.hasSession()).isFalse();
        assertThat(browser.cookies()).containsKey("__Host-mailtrack_browser");
        assertThat(copy.get("/").statusCode()).isEqualTo(303);
        browser.get("/login?out=true");
        assertThat(browser.page().select("[role=status]").eachText()).contains("You are signed out.");
    }

    @Test
    void whileTheDatabaseIsDownTheLoginPageSaysSo() {
        Browser browser = server.browser();
        browser.get("/login");
        server.storage().goDown();

        var answer = browser.submit("/login", RIGHT);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(browser.hasSession()).isFalse();
        assertThat(answer.body()).doesNotContain(WebServer.PASSWORD);
    }

    @Test
    void theFormOfAnotherTabLeadsOnWhenTheBrowserIsSignedInAlready() {
        Browser browser = server.browser();
        browser.get("/login");
        String second = browser.formToken();
        browser.signIn();

        var answer = browser.submit(
                "/login", Map.of("form_token", second, "name", WebServer.OWNER, "password", WebServer.PASSWORD));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains("/");
    }

    @ParameterizedTest
    @CsvSource({
        "/logout, /",
        "/settings/keys, /settings",
        "/settings/password, /settings",
        "/settings/sessions/others/ending, /settings"
    })
    void whereOnlyFormsGoTheAddressBarLeadsToTheirPage(String path, String page) {
        Browser browser = server.browser().signIn();

        var answer = browser.get(path);

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains(page);
        assertThat(browser.get("/").statusCode()).isEqualTo(200);
    }
}
