package com.tachyonfuture.mailtrack.web.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.tachyonfuture.mailtrack.web.server.WebServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HealthTest {

    @RegisterExtension
    final WebServer server = new WebServer();

    @Test
    void isUpWhenAllWorks() {
        var response = server.send(server.anonymous("/health"));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
    }

    @Test
    void isDownWithTheReasonWhileTheDatabaseIs() {
        server.storage().goDown();

        var response = server.send(server.anonymous("/health"));

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.body())
                .isEqualTo("{\"status\":\"DOWN\",\"problems\":[\"The database can't be reached.\"]}");
    }

    @Test
    void isDownWhileTheSpoolKeepsNoHitsAndUpAgainByItself() {
        server.spool().suffer(Optional.of("Hits can't be kept."));
        var down = server.send(server.anonymous("/health"));

        server.spool().suffer(Optional.empty());

        assertThat(down.statusCode()).isEqualTo(503);
        assertThat(down.body()).isEqualTo("{\"status\":\"DOWN\",\"problems\":[\"Hits can't be kept.\"]}");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> server.send(server.anonymous("/health")).statusCode() == 200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health/liveness", "/health/readiness"})
    void isAliveAndReadyAsLongAsItAnswers(String path) {
        server.storage().goDown();
        server.spool().suffer(Optional.of("Hits can't be kept."));

        var response = server.send(server.anonymous(path));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("{\"status\":\"UP\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/health/liveness", "/health/readiness"})
    void isNeverCachedAndMayBeAskedForByHead(String path) {
        var get = server.send(server.anonymous(path));
        var head = server.send(server.anonymous(path).method("HEAD", BodyPublishers.noBody()));

        assertThat(get.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(head.body()).isEmpty();
    }

    @Test
    void headSaysThatItIsDown() {
        server.storage().goDown();

        assertThat(server.send(server.anonymous("/health").method("HEAD", BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(503);
    }

    @Test
    void knowsNoOtherProbes() {
        assertThat(server.send(server.anonymous("/health/other")).statusCode()).isEqualTo(404);
    }

    @Test
    void isShownInABrowserToo() {
        var response = server.send(server.anonymous("/health")
                .header("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"));

        assertThat(response.body()).isEqualTo("{\"status\":\"UP\"}");
    }
}
