package com.tachyonfuture.mailtrack.app.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LogsIT {

    @TempDir
    Path temporary;

    @Test
    void theLogIsOneJsonObjectALineAndNamesNobody() throws Exception {
        try (RunningApp app = new RunningApp.Start(temporary).now().awaitReady()) {
            app.post("/api/tracks", "{\"subject\":\"Top secret subject\",\"recipient\":\"zoe@example.com\"}");
            app.post("/api/tracks", "{\"subject\":7}");
            app.send(app.request("/p/some-id.gif")
                    .header("X-Forwarded-For", "203.0.113.77")
                    .header("User-Agent", "Suspicious/1.0")
                    .header("Cookie", "session=crumbs"));
            app.send(app.request("/api/stats").setHeader("X-API-Key", "wrong-key-42"));
            app.stop();

            assertThat(app.output().lines()).isNotEmpty().allMatch(line -> line.startsWith("{") && line.endsWith("}"));
            assertThat(app.output() + app.error())
                    .doesNotContain(
                            "Top secret", "zoe@", "203.0.113.77", "Suspicious", "crumbs", "wrong-key", RunningApp.KEY);
        }
    }

    @Test
    void inDevelopmentTheLogIsForReading() throws Exception {
        try (RunningApp app = new RunningApp.Start(temporary)
                .with("MAILTRACK_LOG_FORMAT", "text")
                .now()
                .awaitReady()) {
            app.stop();

            assertThat(app.output().lines()).anyMatch(line -> line.contains("INFO") && line.contains("listens on"));
        }
    }
}
