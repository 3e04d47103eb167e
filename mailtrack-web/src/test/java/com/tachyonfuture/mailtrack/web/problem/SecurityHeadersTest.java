package com.tachyonfuture.mailtrack.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.web.server.Browser;
import com.tachyonfuture.mailtrack.web.server.WebServer;
import com.tachyonfuture.mailtrack.web.server.Wire;
import io.micronaut.web.router.Router;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SecurityHeadersTest {

    private static final String BASIC = WebServer.basic(WebServer.OWNER, WebServer.PASSWORD);

    @RegisterExtension
    final WebServer server = new WebServer();

    private static String request(String line, String headers) {
        return line + " HTTP/1.1\r\nHost: x\r\n" + headers + "\r\n";
    }

    private static void assertSafe(Wire.Answer answer, String what) {
        assertThat(answer.header("X-Content-Type-Options")).as(what).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).as(what).isEqualTo("DENY");
        assertThat(answer.header("Referrer-Policy")).as(what).isIn("no-referrer", "same-origin");
        assertThat(answer.header("Content-Security-Policy"))
                .as(what)
                .startsWith("default-src 'none';")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe", "*", "http:");
        assertThat(answer.header("Cross-Origin-Resource-Policy")).as(what).isIn("same-origin", "cross-origin");
        assertThat(answer.header("Strict-Transport-Security")).as(what).isEqualTo("max-age=31536000");
        assertThat(answer.header("Cache-Control")).as(what).isNotBlank();
        assertThat(answer.headers()).as(what).doesNotContainKey("server");
    }

    /// What is listened to does not end.
    @Test
    void everyRouteHasThemWhoeverAsks() {
        List<String> lines = new ArrayList<>();
        server.bean(Router.class).uriRoutes().forEach(route -> {
            String path = route.getUriMatchTemplate().expand(Map.of("id", "x", "probe", "liveness"));
            lines.add(route.getHttpMethodName() + " " + path);
        });

        assertThat(lines).hasSizeGreaterThan(10).contains("GET /login", "GET /api/stats", "GET /");
        for (String line : lines) {
            for (String who : List.of(
                    "Accept: */*\r\n",
                    "Accept: text/html\r\n",
                    "X-API-Key: " + WebServer.KEY + "\r\n",
                    "Authorization: " + BASIC + "\r\n")) {
                try (Wire wire = server.connect()) {
                    wire.send(request(line, who));
                    boolean headOnly = line.startsWith("HEAD") || line.equals("GET /events");
                    assertSafe(headOnly ? wire.readHead() : wire.read(), line + " as " + who);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /p/x.gif HTTP/1.1\r\nHost: x\r\n\r\n",
                "POST /p/x.gif HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n",
                "GET /assets/mark.svg HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /assets/nothing HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /nothing HTTP/1.1\r\nHost: x\r\nAccept: text/html\r\n\r\n",
                "OPTIONS /api/tracks HTTP/1.1\r\nOrigin: " + WebServer.ALLOWED_ORIGIN
                        + "\r\nAccess-Control-Request-Method: GET\r\n\r\n",
                "OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET / HTTP/1.0\r\n\r\n",
                "GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET / HTTP/9.9\r\nHost: x\r\n\r\n",
                "GET / HTTP/x\r\n\r\n",
                "hello\r\n\r\n",
                "GET\r\n\r\n",
                "BREW / HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nbroken\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nX: \u0000\r\n\r\n",
                "POST /login HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999\r\n\r\n",
                "POST /login HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003\r\n\r\n"
            })
    void soHasWhateverElseIsAnswered(String request) {
        try (Wire wire = server.connect()) {
            assertSafe(wire.send(request).read(), request);
        }
    }

    @Test
    void soHasWhatIsTooLong() {
        for (String request : List.of(
                "GET /" + "x".repeat(20_000) + " HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nX: " + "x".repeat(20_000) + "\r\n\r\n")) {
            try (Wire wire = server.connect()) {
                assertSafe(wire.send(request).read(), "too long");
            }
        }
    }

    @Test
    void soHasWhatIsAnsweredWhileTheDatabaseIsDownAndAFaultOfOurs() {
        server.breakStats();
        try (Wire wire = server.connect()) {
            var fault = wire.send(request("GET /api/stats", "X-API-Key: " + WebServer.KEY + "\r\n"))
                    .read();
            server.storage().goDown();
            var down = wire.send(request("GET /", "Authorization: " + BASIC + "\r\nAccept: text/html\r\n"))
                    .read();

            assertThat(fault.status()).isEqualTo(500);
            assertSafe(fault, "fault");
            assertThat(down.status()).isEqualTo(503);
            assertSafe(down, "down");
        }
    }

    @ParameterizedTest
    @CsvSource({"/, 200", "/login, 303", "/settings, 200", "/nothing, 404"})
    void pagesStayAmongThemselvesAndAreNotKept(String path, int status) {
        try (Wire wire = server.connect()) {
            var answer = wire.send(request(
                            "GET " + path, "Authorization: " + BASIC + "\r\nAccept: " + Browser.ACCEPT + "\r\n"))
                    .read();

            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
            assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
            if (status != 303) {
                assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
                assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
                assertThat(answer.header("Permissions-Policy")).startsWith("clipboard-write=(self), ");
                assertThat(answer.header("Content-Security-Policy")).contains("form-action 'self'", "base-uri 'none'");
            }
        }
    }

    @Test
    void thePixelMayBeShownByOtherSites() {
        try (Wire wire = server.connect()) {
            var answer = wire.send(request("GET /p/x.gif", "")).read();

            assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("cross-origin");
            assertThat(answer.header("Cache-Control")).isEqualTo("no-cache, no-store, must-revalidate");
        }
    }

    @Test
    void assetsMayBeKept() {
        try (Wire wire = server.connect()) {
            assertThat(wire.send(request("GET /assets/mark.svg", "")).read().header("Cache-Control"))
                    .contains("max-age");
        }
    }

    @Nested
    class OnAPlainConnection {

        @RegisterExtension
        final WebServer plain = new WebServer().at("http://127.0.0.1:8000").trusting("127.0.0.1/32");

        @Test
        void onlyThoseWhoCameOverTlsAreToldToStayThere() {
            try (Wire wire = plain.connect()) {
                for (String path : List.of("/health/liveness", "/p/x.gif", "/nothing")) {
                    var over = wire.send(request("GET " + path, "X-Forwarded-Proto: https\r\n"))
                            .read();
                    var without = wire.send(request("GET " + path, "")).read();
                    var plainly = wire.send(request("GET " + path, "X-Forwarded-Proto: http\r\n"))
                            .read();

                    assertThat(over.header("Strict-Transport-Security")).isEqualTo("max-age=31536000");
                    assertThat(without.headers()).doesNotContainKey("strict-transport-security");
                    assertThat(plainly.headers()).doesNotContainKey("strict-transport-security");
                }
            }
        }

        @Test
        void requestsThatDoNotWaitForAnswersAreNotMixedUp() {
            String tls = "X-Forwarded-Proto: https\r\n";
            try (Wire wire = plain.connect()) {
                wire.send(request("GET /health/liveness", "")
                        + request("GET /p/x.gif", tls)
                        + request("GET /health/liveness", tls)
                        + request("GET /p/x.gif", "")
                        + request("GET /nothing", tls));

                List<Boolean> told = new ArrayList<>();
                for (int i = 0; i < 5; i++) {
                    told.add(wire.read().headers().containsKey("strict-transport-security"));
                }
                assertThat(told).containsExactly(false, true, true, false, true);
            }
        }
    }
}
