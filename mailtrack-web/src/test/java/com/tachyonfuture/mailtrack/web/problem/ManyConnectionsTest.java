package com.tachyonfuture.mailtrack.web.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.tachyonfuture.mailtrack.application.contract.Samples;
import com.tachyonfuture.mailtrack.web.server.WebServer;
import com.tachyonfuture.mailtrack.web.server.Wire;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What those do to others who hold connections and send little or take little.
final class ManyConnectionsTest {

    private static final int IDLE = 3_000;
    private static final int SLOW = 100;

    @RegisterExtension
    final WebServer server = new WebServer();

    private static String pixel(int number) {
        return "GET /p/" + Samples.id(number) + ".gif HTTP/1.1\r\nHost: x\r\n\r\n";
    }

    private void open(int count, String beginning, List<Wire> wires) {
        for (int i = 0; i < count; i++) {
            wires.add(server.connect().send(beginning));
        }
    }

    @Test
    void thousandsThatAreIdleOrSlowKeepNobodyFromBeingServed() {
        List<Wire> wires = new ArrayList<>();
        try {
            open(IDLE, "", wires);
            open(SLOW, "GET /p/", wires);
            open(SLOW, "GET /p/x.gif HTTP/1.1\r\nHost:", wires);
            for (int i = 0; i < 100; i++) {
                wires.get(IDLE + i).send("x");
                try (Wire reader = server.connect()) {
                    assertThat(reader.send(pixel(i)).read().body()).hasSize(43);
                }
            }
            assertThat(wires.get(0).send(pixel(100)).read().body()).hasSize(43);
            server.stop();
        } finally {
            wires.forEach(Wire::close);
        }
        assertThat(server.spool().hits()).hasSize(101);
    }

    /// Of what is asked for, as much is answered as the buffers of both ends hold; then nothing more is read.
    @ParameterizedTest
    @CsvSource({"plainly, ''", "otherwise, 'GET /health/liveness HTTP/1.1\r\nHost: x\r\n\r\n'"})
    void whoNeverReadsHoldsUpHimselfOnly(String how, String first) {
        int requests = 50_000;
        var before = new AtomicInteger();
        try (Wire greedy = server.connect()) {
            Thread.startVirtualThread(() -> greedy.send(first + pixel(1).repeat(requests)));
            await().during(Duration.ofMillis(500))
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> server.spool().hits().size(), hits -> hits > 0 && hits == before.getAndSet(hits));

            try (Wire reader = server.connect()) {
                assertThat(reader.send(pixel(2)).read().body()).hasSize(43);
            }
        }
        assertThat(server.spool().hits()).as(how).hasSizeLessThan(requests);
    }

    @ParameterizedTest
    @CsvSource({"1024, 768", "4096, 3840", "1048576, 8192", "9223372036854775807, 8192", "300, 150"})
    void someFilesAreLeftForTheSpoolAndTheDatabase(long files, int connections) {
        assertThat(ConnectionLimit.mostWith(files)).isEqualTo(connections);
    }
}
