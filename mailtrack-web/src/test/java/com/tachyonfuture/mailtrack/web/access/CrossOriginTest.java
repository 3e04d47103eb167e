package com.tachyonfuture.mailtrack.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.web.server.WebServer;
import com.tachyonfuture.mailtrack.web.server.Wire;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CrossOriginTest {

    private static final String KEY = "X-API-Key: " + WebServer.KEY + "\r\n";

    @RegisterExtension
    final WebServer server = new WebServer();

    private Wire.Answer ask(String request, String origin, String more) {
        try (Wire wire = server.connect()) {
            return wire.send(request + " HTTP/1.1\r\nHost: x\r\nOrigin: " + origin + "\r\n" + more + "\r\n")
                    .read();
        }
    }

    private static void assertNoMention(Wire.Answer answer) {
        assertThat(answer.headers().keySet())
                .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control-"));
    }

    @Test
    void anAllowedOriginMayAskInAdvanceWithoutAKey() {
        var answer = ask(
                "OPTIONS /api/tracks/x",
                WebServer.ALLOWED_ORIGIN,
                "Access-Control-Request-Method: DELETE\r\nAccess-Control-Request-Headers: x-api-key\r\n");

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(WebServer.ALLOWED_ORIGIN);
        assertThat(answer.header("Access-Control-Allow-Methods")).isEqualTo("GET, HEAD, POST, DELETE");
        assertThat(answer.header("Access-Control-Allow-Headers")).isEqualTo("X-API-Key, Idempotency-Key, Content-Type");
        assertThat(answer.header("Access-Control-Max-Age")).isNotNull();
        assertThat(answer.header("Access-Control-Allow-Credentials")).isNull();
        assertThat(answer.header("Vary")).isEqualTo("Origin");
    }

    @Test
    void anAllowedOriginMayReadTheAnswer() {
        var answer = ask("GET /api/tracks", WebServer.ALLOWED_ORIGIN, KEY);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(WebServer.ALLOWED_ORIGIN);
        assertThat(answer.header("Access-Control-Expose-Headers"))
                .isEqualTo("Location, Link, X-Next-Page, Idempotent-Replayed, Retry-After");
        assertThat(answer.header("Vary")).isEqualTo("Origin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:8000", "localhost:8000", "[::1]:8000", "localhost"})
    void thatTheServiceIsAskedAsLocalhostMakesNoDifference(String host) {
        try (Wire wire = server.connect()) {
            String request = "GET /api/tracks HTTP/1.1\r\nHost: " + host + "\r\n" + KEY + "Origin: ";

            var allowed =
                    wire.send(request + WebServer.ALLOWED_ORIGIN + "\r\n\r\n").read();
            var other = wire.send(request + "https://evil.example\r\n\r\n").read();

            assertThat(allowed.status()).isEqualTo(200);
            assertThat(allowed.header("Access-Control-Allow-Origin")).isEqualTo(WebServer.ALLOWED_ORIGIN);
            assertThat(other.status()).isEqualTo(200);
            assertNoMention(other);
        }
    }

    @Test
    void anAllowedOriginMayReadErrorsToo() {
        server.storage().goDown();

        for (Wire.Answer answer : new Wire.Answer[] {
            ask("GET /api/tracks", WebServer.ALLOWED_ORIGIN, ""),
            ask("GET /api/tracks", WebServer.ALLOWED_ORIGIN, KEY),
            ask("GET /api/tracks?limit=0", WebServer.ALLOWED_ORIGIN, KEY),
            ask("GET /api/nothing", WebServer.ALLOWED_ORIGIN, KEY),
            ask("PUT /api/tracks", WebServer.ALLOWED_ORIGIN, KEY)
        }) {
            assertThat(answer.status()).isGreaterThanOrEqualTo(400);
            assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(WebServer.ALLOWED_ORIGIN);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "null",
                "*",
                "",
                "CHROME-EXTENSION://abcdefghijklmnop",
                "chrome-extension://abcdefghijklmnop.evil.example",
                "chrome-extension://abcdefghijklmnop/"
            })
    void otherOriginsAreNotMentioned(String origin) {
        assertNoMention(ask("GET /api/tracks", origin, KEY));
        var inAdvance = ask("OPTIONS /api/tracks", origin, "Access-Control-Request-Method: GET\r\n");
        assertNoMention(inAdvance);
        assertThat(inAdvance.status()).isEqualTo(401);
    }

    @Test
    void pagesAndPixelsAreForNoScript() {
        assertNoMention(ask("GET /", WebServer.ALLOWED_ORIGIN, ""));
        assertNoMention(ask("GET /health", WebServer.ALLOWED_ORIGIN, ""));
        assertNoMention(ask("GET /p/x.gif", WebServer.ALLOWED_ORIGIN, ""));
    }

    @Test
    void nobodyOnTheWayKeepsWhatTheApiSays() {
        assertThat(ask("GET /api/stats", "x", KEY).header("Cache-Control")).isEqualTo("no-store");
        assertThat(ask("GET /api/stats", "x", "").header("Cache-Control")).isEqualTo("no-store");
    }
}
