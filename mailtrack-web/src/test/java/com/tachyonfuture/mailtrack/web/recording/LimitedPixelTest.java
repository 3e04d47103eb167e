package com.tachyonfuture.mailtrack.web.recording;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.contract.Samples;
import com.tachyonfuture.mailtrack.application.recording.HitCounts.Fate;
import com.tachyonfuture.mailtrack.application.recording.port.HitSpool.Receipt;
import com.tachyonfuture.mailtrack.web.server.WebServer;
import com.tachyonfuture.mailtrack.web.server.Wire;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class LimitedPixelTest {

    /// All of it, with its headers.
    private static final int ANSWER = Pixel.bytes(true).readableBytes();

    @RegisterExtension
    final WebServer server = new WebServer().trusting("127.0.0.0/8").withHitsPerAddress(2);

    private static String fetch(String reader) {
        return "GET /p/" + Samples.id(1) + ".gif HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: " + reader + "\r\n\r\n";
    }

    @Test
    void whoSendsTooManyGetsTheSameAnswerAndIsNotRecorded() {
        try (Wire wire = server.connect()) {
            var recorded = wire.send(fetch("192.0.2.1")).read();
            wire.send(fetch("192.0.2.1")).read();
            var limited = wire.send(fetch("192.0.2.1")).read();

            assertThat(limited).usingRecursiveComparison().isEqualTo(recorded);
            assertThat(limited.body()).hasSize(43);
        }
        assertThat(server.spool().hits()).hasSize(2);
        assertThat(server.counts().of(Fate.LIMITED)).isEqualTo(1);
    }

    @Test
    void otherReadersBehindTheSameProxyAreNotConcerned() {
        try (Wire wire = server.connect()) {
            for (int i = 0; i < 5; i++) {
                wire.send(fetch("192.0.2.1")).read();
            }
            wire.send(fetch("192.0.2.2")).read();
        }

        assertThat(server.spool().hits())
                .extracting(hit -> String.valueOf(hit.address()))
                .containsExactly("192.0.2.1", "192.0.2.1", "192.0.2.2");
    }

    @ParameterizedTest
    @EnumSource(Receipt.class)
    void whateverBecomesOfAHitItsAnswerIsTheSameToTheByte(Receipt receipt) {
        try (Wire wire = server.connect()) {
            byte[] kept = wire.send(fetch("192.0.2.1")).readBytes(ANSWER);
            server.spool().answer(() -> CompletableFuture.completedStage(receipt));

            assertThat(wire.send(fetch("192.0.2.1")).readBytes(ANSWER)).isEqualTo(kept);
            assertThat(wire.send(fetch("192.0.2.1")).readBytes(ANSWER)).isEqualTo(kept);
            assertThat(wire.send("GET /p/" + "a".repeat(50) + ".gif HTTP/1.1\r\n\r\n")
                            .readBytes(ANSWER))
                    .isEqualTo(kept);
        }
        assertThat(server.counts().of(Fate.LIMITED)).isEqualTo(1);
        assertThat(server.counts().of(Fate.UNRECOGNIZED)).isEqualTo(1);
    }
}
