package com.tachyonfuture.mailtrack.web.recording;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.contract.Samples;
import com.tachyonfuture.mailtrack.application.recording.HitCounts.Fate;
import com.tachyonfuture.mailtrack.web.server.WebServer;
import com.tachyonfuture.mailtrack.web.server.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class LimitedPixelTest {

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
}
