package com.tachyonfuture.mailtrack.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.web.server.WebServer;
import com.tachyonfuture.mailtrack.web.server.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RequestsThatAreTooLongTest {

    private static final int KIBIBYTE = 1024;

    @RegisterExtension
    final WebServer server = new WebServer();

    private static String line(String start, int bytes) {
        String end = " HTTP/1.1";
        return start + "x".repeat(bytes - start.length() - end.length()) + end + "\r\n";
    }

    /// Headers of so many bytes, the empty line that ends them included.
    private static String headers(int bytes) {
        var headers = new StringBuilder("Host: x\r\n");
        while (bytes - headers.length() > 1_100) {
            headers.append("X-Filler: ").append("x".repeat(988)).append("\r\n");
        }
        String last = "X-Last: ";
        return headers.append(last)
                .append("x".repeat(bytes - headers.length() - 4))
                .append("\r\n\r\n")
                .toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /p/", "GET /p/x.gif?", "GET /health?"})
    void aLineOf8KibibytesIsAccepted(String start) {
        try (Wire wire = server.connect()) {
            assertThat(wire.send(line(start, 8 * KIBIBYTE) + "Host: x\r\n\r\n")
                            .read()
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void headersOf16KibibytesAreAccepted() {
        assertThat(headers(16 * KIBIBYTE)).hasSize(16 * KIBIBYTE);
        try (Wire wire = server.connect()) {
            assertThat(wire.send("GET /p/x.gif HTTP/1.1\r\n" + headers(16 * KIBIBYTE))
                            .read()
                            .status())
                    .isEqualTo(200);
            assertThat(wire.send(line("GET /health?", 8 * KIBIBYTE) + headers(16 * KIBIBYTE))
                            .read()
                            .status())
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({"GET /p/, 9", "GET /p/, 100", "GET /p/, 5000", "GET /api/tracks?q=, 9", "POST /, 64"})
    void aLongerLineIsRefusedAndTheConnectionClosed(String start, int kibibytes) {
        try (Wire wire = server.connect()) {
            var answer = wire.send(line(start, kibibytes * KIBIBYTE) + "Host: x\r\n\r\n")
                    .read();

            assertThat(answer.status()).isEqualTo(414);
            assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
            assertThat(answer.text()).contains("\"code\":\"uri_too_long\"");
            assertThat(wire.ends()).isTrue();
        }
        assertThat(server.spool().hits()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"/p/x.gif, 18", "/p/x.gif, 3000", "/api/stats, 18", "/, 64"})
    void longerHeadersAreRefusedAndTheConnectionClosed(String path, int kibibytes) {
        try (Wire wire = server.connect()) {
            var answer = wire.send("GET " + path + " HTTP/1.1\r\n" + headers(kibibytes * KIBIBYTE))
                    .read();

            assertThat(answer.status()).isEqualTo(431);
            assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
            assertThat(wire.ends()).isTrue();
        }
        assertThat(server.spool().hits()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello\r\n\r\n",
                "GET\r\n\r\n",
                "GET /p/x.gif\r\n\r\n",
                "GET /p/x.gif HTTP/x\r\n\r\n",
                "GET /p/x.gif FTP/1.1\r\n\r\n",
                "G\u0000T /p/x.gif HTTP/1.1\r\n\r\n",
                "GET /p/x.gif HTTP/1.1\r\nHost: x\r\nbroken\r\n\r\n",
                "GET /p/x.gif HTTP/1.1\r\nHost: x\r\n: y\r\n\r\n",
                "GET /p/x.gif HTTP/1.1\r\nHost: x\r\nUser-Agent: \u0000\r\n\r\n",
                "GET /p/x.gif HTTP/1.1\r\nHost: x\r\nBad Name: y\r\n\r\n",
                "GET /p/x.gif HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
                "GET /p/x.gif HTTP/1.1\r\nHost: x\r\nContent-Length: x\r\n\r\n",
                "POST /api/tracks HTTP/1.1\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
                "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003\r\n\r\n"
            })
    void whatIsNoHttpIsRefusedAndTheConnectionClosed(String request) {
        try (Wire wire = server.connect()) {
            var answer = wire.send(request).read();

            assertThat(answer.status()).isBetween(400, 499);
            assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
            assertThat(wire.ends()).isTrue();
        }
    }

    @Test
    void abodyThatIsTooLongIsNotReadToItsEnd() {
        try (Wire wire = server.connect()) {
            wire.send("POST /api/tracks HTTP/1.1\r\nHost: x\r\nX-API-Key: " + WebServer.KEY
                    + "\r\nContent-Type: application/json\r\nContent-Length: 99999999999\r\n\r\n{\"x\": \"");

            assertThat(wire.read().status()).isEqualTo(413);
            assertThat(wire.ends()).isTrue();
        }
    }
}
