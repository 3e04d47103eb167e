package com.tachyonfuture.mailtrack.web.recording;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.contract.Samples;
import com.tachyonfuture.mailtrack.application.recording.port.HitSpool.Receipt;
import com.tachyonfuture.mailtrack.web.server.WebServer;
import com.tachyonfuture.mailtrack.web.server.Wire;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class PixelNeverFailsTest {

    @RegisterExtension
    final WebServer server = new WebServer();

    static Stream<Named<Supplier<CompletionStage<Receipt>>>> spools() {
        return Stream.of(
                Named.of("full", () -> CompletableFuture.completedStage(Receipt.FULL)),
                Named.of("broken", () -> CompletableFuture.completedStage(Receipt.FAILED)),
                Named.of(
                        "completes with an exception",
                        () -> CompletableFuture.failedStage(new IllegalStateException())),
                Named.of("throws", () -> {
                    throw new IllegalStateException("thrown by the spool");
                }),
                Named.of("throws an error", () -> {
                    throw new StackOverflowError("thrown by the spool");
                }),
                Named.of("answers null", () -> null),
                Named.of("completes with null", () -> CompletableFuture.completedStage(null)),
                Named.of("never completes", CompletableFuture::new),
                Named.of("completes on another thread", () -> CompletableFuture.supplyAsync(() -> Receipt.KEPT)),
                Named.of(
                        "completes later",
                        () -> new CompletableFuture<Receipt>()
                                .completeOnTimeout(Receipt.KEPT, 100, TimeUnit.MILLISECONDS)),
                Named.of("fails later", () -> new CompletableFuture<Receipt>().orTimeout(100, TimeUnit.MILLISECONDS)));
    }

    @ParameterizedTest
    @MethodSource("spools")
    void theImageIsServedAgainAndAgainWhateverTheSpoolDoes(Supplier<CompletionStage<Receipt>> spool) {
        server.spool().answer(spool);

        try (Wire wire = server.connect()) {
            for (int i = 0; i < 3; i++) {
                var answer = wire.send("GET /p/" + Samples.id(i) + ".gif HTTP/1.1\r\nHost: x\r\n\r\n")
                        .read();

                assertThat(answer.status()).isEqualTo(200);
                assertThat(answer.body()).hasSize(43);
            }
        }
        assertThat(server.spool().hits()).hasSize(3);
    }
}
