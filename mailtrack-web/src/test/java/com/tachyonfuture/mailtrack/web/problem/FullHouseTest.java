package com.tachyonfuture.mailtrack.web.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.tachyonfuture.mailtrack.application.contract.Samples;
import com.tachyonfuture.mailtrack.application.recording.port.HitSpool.Receipt;
import com.tachyonfuture.mailtrack.web.server.WebServer;
import com.tachyonfuture.mailtrack.web.server.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What becomes of new readers when somebody holds as many connections as there may be.
final class FullHouseTest {

    private static final int MOST = 64;

    @RegisterExtension
    final WebServer server = new WebServer().withConnections(MOST, 32);

    private final List<Wire> wires = new ArrayList<>();

    private static String pixel(int number) {
        return "GET /p/" + Samples.id(number) + ".gif HTTP/1.1\r\nHost: x\r\n\r\n";
    }

    private void hold(int count, String beginning) {
        for (int i = 0; i < count; i++) {
            wires.add(server.connect().send(beginning));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "GET /p/", "GET / HTTP/1.1\r\n", "POST /api/tracks HTTP/1.1\r\nContent-Length: 9\r\n\r\nx"})
    void theyAreServedWhateverTheOthersHaveSent(String beginning) {
        try {
            hold(4 * MOST, beginning);
            for (int i = 0; i < MOST; i++) {
                try (Wire reader = server.connect()) {
                    assertThat(reader.send(pixel(i)).read().body()).hasSize(43);
                }
            }
        } finally {
            wires.forEach(Wire::close);
        }
        assertThat(server.spool().hits()).hasSize(MOST);
    }

    @Test
    void whoWaitsForAnAnswerGetsItWhileIdleOnesGo() {
        var kept = new CompletableFuture<Receipt>();
        server.spool().answer(() -> kept);
        try (Wire reader = server.connect()) {
            reader.send(pixel(1));
            await().until(() -> !server.spool().hits().isEmpty());
            hold(4 * MOST, "");
            kept.complete(Receipt.KEPT);

            assertThat(reader.read().body()).hasSize(43);
            assertThat(wires.getFirst().ends()).isTrue();
        } finally {
            wires.forEach(Wire::close);
        }
    }
}
