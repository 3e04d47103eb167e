package com.tachyonfuture.mailtrack.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.web.server.WebServer;
import com.tachyonfuture.mailtrack.web.words.Speaking;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WaitsTest {

    private final Waits waits = new Waits(() -> WebServer.NOW);

    @ParameterizedTest
    @CsvSource({
        "-PT5S, 1, 1 second",
        "PT0S, 1, 1 second",
        "PT0.001S, 1, 1 second",
        "PT1.001S, 2, 2 seconds",
        "PT59S, 59, 59 seconds",
        "PT1M, 60, 1 minute",
        "PT61S, 61, 2 minutes",
        "PT15M, 900, 15 minutes",
    })
    void aWaitIsToldRoundedUp(Duration left, String seconds, String words) {
        var wait = waits.until(WebServer.NOW.plus(left));

        assertThat(wait.inSeconds()).isEqualTo(seconds);
        assertThat(wait.sentence(Speaking.english())).contains("possible in " + words + ";");
    }
}
