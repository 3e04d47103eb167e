package com.tachyonfuture.mailtrack.web.recording;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.tachyonfuture.mailtrack.domain.recording.Hit;
import com.tachyonfuture.mailtrack.web.client.Clients;
import com.tachyonfuture.mailtrack.web.server.WebServer;
import com.tachyonfuture.mailtrack.web.server.Wire;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

final class ClientAddressTest {

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        log.start();
        logger().addAppender(log);
    }

    @AfterEach
    void stopListening() {
        logger().detachAppender(log);
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger(Clients.class);
    }

    private static Hit fetchThrough(WebServer server, String headers) {
        try (Wire wire = server.connect()) {
            wire.send("GET /p/x.gif HTTP/1.1\r\nHost: x\r\n" + headers + "\r\n").read();
        }
        return server.spool().onlyHit();
    }

    @Nested
    class BehindATrustedProxy {

        @RegisterExtension
        final WebServer server = new WebServer().trusting("127.0.0.1/32");

        @ParameterizedTest
        @CsvSource({
            "203.0.113.7, 203.0.113.7",
            "'203.0.113.9, 203.0.113.7', 203.0.113.7",
            "'203.0.113.7, 127.0.0.1', 203.0.113.7",
            "203.0.113.7:4711, 203.0.113.7",
            "[2001:DB8::1]:443, 2001:db8::1",
            "junk, ",
            "'203.0.113.7, junk', ",
            "'', 127.0.0.1",
        })
        void itIsWhatTheProxySays(String forwardedFor, String expected) {
            Hit hit = fetchThrough(server, "X-Forwarded-For: " + forwardedFor + "\r\n");

            assertThat(hit.address() == null ? null : hit.address().toString()).isEqualTo(expected);
            assertThat(log.list).isEmpty();
        }

        @Test
        void severalLinesAreOneList() {
            Hit hit = fetchThrough(server, "X-Forwarded-For: 203.0.113.7\r\nx-forwarded-for: 127.0.0.1\r\n");

            assertThat(hit.address()).hasToString("203.0.113.7");
        }

        @Test
        void theListWinsOverXRealIp() {
            Hit hit = fetchThrough(server, "X-Real-IP: 203.0.113.8\r\nX-Forwarded-For: 203.0.113.7\r\n");

            assertThat(hit.address()).hasToString("203.0.113.7");
        }

        @Test
        void xRealIpIsTakenWhereThereIsNoList() {
            assertThat(fetchThrough(server, "X-Real-IP: 203.0.113.8\r\n").address())
                    .hasToString("203.0.113.8");
        }
    }

    @Nested
    class WithoutATrustedProxy {

        @RegisterExtension
        final WebServer server = new WebServer();

        @Test
        void itIsTheOtherEndOfTheConnection() {
            Hit hit = fetchThrough(server, "X-Forwarded-For: 203.0.113.7\r\nX-Real-IP: 203.0.113.7\r\n");

            assertThat(hit.address()).hasToString("127.0.0.1");
        }

        @Test
        void oneWarningSaysHowToTrustTheProxyAndNotWhoItIs() {
            try (Wire wire = server.connect()) {
                for (int i = 0; i < 3; i++) {
                    wire.send("GET /p/x.gif HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: 203.0.113.7\r\n\r\n")
                            .read();
                }
            }

            assertThat(log.list).hasSize(1);
            assertThat(log.list.get(0).getFormattedMessage())
                    .contains("TRUSTED_PROXY_CIDRS")
                    .doesNotContain("127.0.0.1")
                    .doesNotContain("203.0.113.7");
        }
    }
}
