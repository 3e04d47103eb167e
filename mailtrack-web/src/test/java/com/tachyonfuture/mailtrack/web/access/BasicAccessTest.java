package com.tachyonfuture.mailtrack.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.web.server.Browser;
import com.tachyonfuture.mailtrack.web.server.WebServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What proxies and scripts meet, which send the owner's name and password with each request.
final class BasicAccessTest {

    private static final String CHALLENGE = "Basic realm=\"Mailtrack\", charset=\"UTF-8\"";

    @RegisterExtension
    final WebServer server = new WebServer();

    private HttpResponse<String> with(String authorization) {
        return server.send(
                server.anonymous("/").header("Accept", Browser.ACCEPT).header("Authorization", authorization));
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theOwnerIsLetInWithoutASession() {
        var answer = with(WebServer.basic(WebServer.OWNER, WebServer.PASSWORD));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(line -> line.contains("session"));
    }

    @Test
    void theSchemeIsReadInAnyCase() {
        String credentials = encoded(WebServer.OWNER + ":" + WebServer.PASSWORD);

        assertThat(with("basic " + credentials).statusCode()).isEqualTo(200);
        assertThat(with("BASIC   " + credentials).statusCode()).isEqualTo(200);
    }

    @Test
    void aProgramWithoutCredentialsIsToldWhatIsAskedFor() {
        for (String accept : new String[] {"*/*", "application/json, */*;q=0.1"}) {
            var answer = server.send(server.anonymous("/settings").header("Accept", accept));

            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().allValues("WWW-Authenticate")).containsExactly(CHALLENGE);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Basic",
                "Basic ",
                "Basic %%%",
                "Basic AA=A",
                "Basic bm9jb2xvbg==",
                "Basic /////w==",
                "Basic Og==",
                "Basic AAAA",
                "Bearer x",
                "Digest username=\"owner\"",
                "x"
            })
    void whatIsNoCredentialsIsRefusedWithoutLookingAtAPassword(String authorization) {
        int before = server.passwordChecks();

        var answer = with(authorization);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().allValues("WWW-Authenticate")).containsExactly(CHALLENGE);
        assertThat(server.passwordChecks() - before).isEqualTo(authorization.equals("Basic Og==") ? 1 : 0);
    }

    @Test
    void wrongCredentialsAreNotSentToTheLoginPage() {
        assertThat(with(WebServer.basic(WebServer.OWNER, "wrong")).statusCode()).isEqualTo(401);
        assertThat(with(WebServer.basic("somebody", WebServer.PASSWORD)).statusCode())
                .isEqualTo(401);
        assertThat(with(WebServer.basic(WebServer.OWNER, "x".repeat(8_000))).statusCode())
                .isEqualTo(401);
        assertThat(with(WebServer.basic(WebServer.OWNER, "\u0000\u0001")).statusCode())
                .isEqualTo(401);
    }

    @Test
    void whoFailsTooOftenHasToWait() {
        for (int i = 0; i < 10; i++) {
            assertThat(with(WebServer.basic(WebServer.OWNER, "wrong" + i)).statusCode())
                    .isEqualTo(401);
        }

        var early = with(WebServer.basic(WebServer.OWNER, WebServer.PASSWORD));

        assertThat(early.statusCode()).isEqualTo(429);
        assertThat(early.headers().firstValue("Retry-After")).contains("1");
        assertThat(early.body()).contains("The next try is possible in 1 second");
        server.advance(Duration.ofSeconds(1));
        assertThat(with(WebServer.basic(WebServer.OWNER, WebServer.PASSWORD)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aFormNeedsItsProofAllTheSame() {
        String authorization = WebServer.basic(WebServer.OWNER, WebServer.PASSWORD);
        Browser browser = server.browser();
        browser.send(browser.request("/settings").header("Authorization", authorization));
        String token = browser.formToken();

        var without = browser.send(browser.request("/settings/keys")
                .header("Authorization", authorization)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("label=x")));
        var with = browser.send(browser.request("/settings/sessions/others/ending")
                .header("Authorization", authorization)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("form_token=" + token)));

        assertThat(without.statusCode()).isEqualTo(403);
        assertThat(with.statusCode()).isEqualTo(303);
    }

    @Test
    void whileTheDatabaseIsDownNobodyIsCalledAStranger() {
        server.storage().goDown();

        assertThat(with(WebServer.basic(WebServer.OWNER, WebServer.PASSWORD)).statusCode())
                .isEqualTo(503);
    }

    @Test
    void theApiTakesNoPassword() {
        var answer = server.send(server.owner("/api/stats"));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().allValues("WWW-Authenticate")).containsExactly("ApiKey");
    }
}
