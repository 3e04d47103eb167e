package com.tachyonfuture.mailtrack.web.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.tachyonfuture.mailtrack.application.contract.Samples;
import com.tachyonfuture.mailtrack.application.recording.port.HitSpool.Receipt;
import com.tachyonfuture.mailtrack.domain.recording.Hit;
import com.tachyonfuture.mailtrack.web.server.WebServer;
import com.tachyonfuture.mailtrack.web.server.Wire;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What happens to a connection on which pixels are asked for.
final class PixelConnectionTest {

    private static final String STATS =
            "GET /api/stats HTTP/1.1\r\nHost: x\r\nX-API-Key: " + WebServer.KEY + "\r\n\r\n";

    @RegisterExtension
    final WebServer server = new WebServer();

    private static String pixel(int number) {
        return "GET /p/" + Samples.id(number) + ".gif HTTP/1.1\r\nHost: x\r\n\r\n";
    }

    private static String newTrack(String subject) {
        String json = "{\"subject\":\"" + subject + "\"}";
        return "POST /api/tracks HTTP/1.1\r\nHost: x\r\nX-API-Key: " + WebServer.KEY
                + "\r\nContent-Type: application/json\r\nContent-Length: " + json.length() + "\r\n\r\n" + json;
    }

    @ParameterizedTest
    @CsvSource({
        "1.1, '', false",
        "1.1, keep-alive, false",
        "1.1, close, true",
        "1.1, Close, true",
        "1.0, '', true",
        "1.0, close, true",
        "1.0, keep-alive, false",
    })
    void isKeptAsTheClientWishes(String version, String connection, boolean closed) {
        String header = connection.isEmpty() ? "" : "Connection: " + connection + "\r\n";
        try (Wire wire = server.connect()) {
            String request = "GET /p/x.gif HTTP/" + version + "\r\nHost: x\r\n" + header + "\r\n";
            var answer = wire.send(request).read();

            assertThat(answer.body()).hasSize(43);
            if (closed) {
                assertThat(answer.header("connection")).isEqualTo("close");
                assertThat(wire.ends()).isTrue();
            } else {
                assertThat(answer.header("connection")).isEqualTo(version.equals("1.0") ? "keep-alive" : null);
                assertThat(wire.send(request).read().body()).hasSize(43);
            }
        }
    }

    @Test
    void nothingIsRecordedOfWhatFollowsTheLastRequest() {
        try (Wire wire = server.connect()) {
            wire.send("GET /p/" + Samples.id(1) + ".gif HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n" + pixel(2));

            assertThat(wire.read().status()).isEqualTo(200);
            assertThat(wire.ends()).isTrue();
        }
        assertThat(server.spool().hits()).extracting(Hit::trackId).containsExactly(Samples.id(1));
    }

    @Test
    void manyPixelsAtOnceAreAllAnsweredAndRecordedInOrder() {
        var requests = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            requests.append(pixel(i));
        }
        server.spool().answer(() -> CompletableFuture.supplyAsync(() -> Receipt.KEPT));

        try (Wire wire = server.connect()) {
            Thread.startVirtualThread(() -> wire.send(requests.toString()));
            for (int i = 0; i < 5_000; i++) {
                assertThat(wire.read().body()).hasSize(43);
            }
        }
        assertThat(server.spool().hits())
                .extracting(Hit::trackId)
                .hasSize(5_000)
                .isSorted();
    }

    @Test
    void answersKeepTheOrderOfTheRequestsWhoeverGivesThem() {
        Queue<CompletableFuture<Receipt>> slow = new ConcurrentLinkedQueue<>();
        server.spool().answer(() -> {
            var receipt = new CompletableFuture<Receipt>();
            slow.add(receipt);
            return receipt;
        });

        try (Wire wire = server.connect()) {
            wire.send(STATS + pixel(1) + STATS + newTrack("a") + pixel(2) + pixel(3) + STATS);

            assertThat(wire.read().text()).contains("\"total_tracks\":0");
            release(slow);
            assertThat(wire.read().body()).hasSize(43);
            assertThat(wire.read().text()).contains("\"total_tracks\":0");
            assertThat(wire.read().text()).contains("\"subject\":\"a\"");
            release(slow);
            assertThat(wire.read().body()).hasSize(43);
            release(slow);
            assertThat(wire.read().body()).hasSize(43);
            assertThat(wire.read().text()).contains("\"total_tracks\":1");
        }
    }

    private static void release(Queue<CompletableFuture<Receipt>> slow) {
        await().until(() -> !slow.isEmpty());
        slow.remove().complete(Receipt.KEPT);
    }

    @Test
    void headAndGetMayBeMixed() {
        try (Wire wire = server.connect()) {
            wire.send(pixel(1) + pixel(2).replace("GET", "HEAD") + STATS + pixel(3) + STATS.replace("GET", "HEAD"));

            assertThat(wire.read().body()).hasSize(43);
            assertThat(wire.readHead().header("content-length")).isEqualTo("43");
            assertThat(wire.read().text()).contains("total_tracks");
            assertThat(wire.read().body()).hasSize(43);
            assertThat(wire.readHead().status()).isEqualTo(200);
        }
    }

    @Test
    void manyMixedRequestsInSmallPiecesAreAllAnsweredInOrder() {
        server.spool().answer(() -> CompletableFuture.supplyAsync(() -> Receipt.KEPT));
        var requests = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            requests.append(pixel(i)).append(newTrack("t" + i)).append(i % 3 == 0 ? STATS : pixel(1_000 + i));
        }

        try (Wire wire = server.connect()) {
            Thread.startVirtualThread(() -> {
                for (int i = 0; i < requests.length(); i += 777) {
                    wire.send(requests.substring(i, Math.min(requests.length(), i + 777)));
                }
            });
            for (int i = 0; i < 100; i++) {
                assertThat(wire.read().body()).hasSize(43);
                assertThat(wire.read().text()).contains("\"subject\":\"t" + i + "\"");
                assertThat(wire.read().text()).startsWith(i % 3 == 0 ? "{\"total_tracks\":" : "GIF89a");
            }
        }
    }

    @Test
    void aBodyIsInvitedAndSkipped() {
        try (Wire wire = server.connect()) {
            wire.send("GET /p/" + Samples.id(1)
                    + ".gif HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n");

            assertThat(wire.read().status()).isEqualTo(100);
            assertThat(wire.read().body()).hasSize(43);
            assertThat(wire.send("hello" + pixel(2)).read().body()).hasSize(43);
            assertThat(wire.send(STATS).read().text()).contains("total_tracks");
        }
        assertThat(server.spool().hits()).hasSize(2);
    }

    @Test
    void anExpectationWithoutABodyIsPassedOver() {
        try (Wire wire = server.connect()) {
            var answer = wire.send("GET /p/x.gif HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\n\r\n")
                    .read();

            assertThat(answer.status()).isEqualTo(200);
            assertThat(wire.send(pixel(1).replace("GET", "HEAD")).readHead().status())
                    .isEqualTo(200);
        }
    }

    @Test
    void anInvitationDoesNotConfuseTheAnswersThatFollow() {
        try (Wire wire = server.connect()) {
            wire.send("GET /p/x.gif HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\nhi"
                    + pixel(1).replace("GET", "HEAD")
                    + pixel(2));

            assertThat(wire.read().status()).isEqualTo(100);
            assertThat(wire.read().body()).hasSize(43);
            assertThat(wire.readHead().status()).isEqualTo(200);
            assertThat(wire.read().body()).hasSize(43);
        }
    }

    @Test
    void chunkedBodiesAreSkippedToo() {
        try (Wire wire = server.connect()) {
            wire.send("GET /p/x.gif HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
                    + "5\r\nhello\r\n0\r\n\r\n" + STATS);

            assertThat(wire.read().body()).hasSize(43);
            assertThat(wire.read().text()).contains("total_tracks");
        }
    }

    @Test
    void aClientThatHangsUpIsRecordedAllTheSame() {
        var receipt = new CompletableFuture<Receipt>();
        server.spool().answer(() -> receipt);

        try (Wire wire = server.connect()) {
            wire.send(pixel(1) + STATS + pixel(2));
            await().until(() -> !server.spool().hits().isEmpty());
        }
        receipt.complete(Receipt.KEPT);

        assertThat(server.spool().onlyHit().trackId()).isEqualTo(Samples.id(1));
        try (Wire wire = server.connect()) {
            assertThat(wire.send(STATS).read().status()).isEqualTo(200);
        }
    }

    @Test
    void anApiAnswerThatEndsTheConnectionEndsWhatFollows() {
        try (Wire wire = server.connect()) {
            wire.send(STATS.replace("Host: x", "Host: x\r\nConnection: close") + pixel(1));

            assertThat(wire.read().text()).contains("total_tracks");
            assertThat(wire.ends()).isTrue();
        }
        assertThat(server.spool().hits()).isEmpty();
    }

    @Test
    @Timeout(15)
    void requestsThatAreNeverFinishedDoNotHoldUpTheEnd() {
        server.spool().answer(CompletableFuture::new);
        try (Wire unfinished = server.connect();
                Wire unanswered = server.connect();
                Wire refused = server.connect();
                Wire body = server.connect()) {
            unfinished.send("GET /p/");
            unanswered.send(pixel(1));
            refused.send("nonsense\r\n\r\n" + "x".repeat(100_000)).read();
            body.send(newTrack("x").replace("Length: 15", "Length: 150"));
            await().until(() -> !server.spool().hits().isEmpty());

            server.stop();

            assertThat(unfinished.ends()).isTrue();
        }
    }
}
