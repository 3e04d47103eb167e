package com.tachyonfuture.mailtrack.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.web.server.WebServer;
import com.tachyonfuture.mailtrack.web.server.Wire;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ApiKeyTest {

    @RegisterExtension
    final WebServer server = new WebServer();

    private static void assertUnauthenticated(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(401);
        assertThat(response.headers().firstValue("WWW-Authenticate")).contains("ApiKey");
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(WebServer.object(response)).containsEntry("code", "unauthenticated");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/tracks",
        "POST, /api/tracks",
        "GET, /api/tracks/x",
        "DELETE, /api/tracks/x",
        "GET, /api/tracks/x/opens",
        "GET, /api/opens/recent",
        "GET, /api/stats",
        "PUT, /api/stats",
        "GET, /api/nothing",
        "GET, /api",
        "GET, /api/",
        "OPTIONS, /api/tracks",
    })
    void nothingOfTheApiIsToldWithoutAKey(String method, String path) {
        assertUnauthenticated(server.send(server.anonymous(path).method(method, BodyPublishers.noBody())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "correct-horse-battery-stapl", "correct-horse-battery-staplee", "CORRECT-HORSE"})
    void aWrongKeyIsNone(String key) {
        assertUnauthenticated(server.send(server.anonymous("/api/stats").header("X-API-Key", key)));
    }

    @Test
    void aKeyInAnotherPlaceIsNone() {
        assertUnauthenticated(server.send(server.anonymous("/api/stats?X-API-Key=" + WebServer.KEY)));
        assertUnauthenticated(
                server.send(server.anonymous("/api/stats").header("Authorization", "Bearer " + WebServer.KEY)));
        assertUnauthenticated(server.send(server.anonymous("/api/stats").header("Authorization", "Basic eDp5")));
        assertUnauthenticated(
                server.send(server.anonymous("/api/stats").header("Cookie", "X-API-Key=" + WebServer.KEY)));
    }

    @Test
    void aBrowserIsAnsweredLikeAnybodyElse() {
        assertUnauthenticated(server.send(
                server.anonymous("/api/stats").header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")));
    }

    @Test
    void aBodyIsNotReadFromStrangers() {
        assertUnauthenticated(server.send(server.anonymous("/api/tracks")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"x\": \"" + "x".repeat(3_000_000) + "\"}"))));
    }

    @Test
    void theKeyOpensTheApi() {
        assertThat(server.get("/api/stats").statusCode()).isEqualTo(200);
    }

    static List<String> spellingsOfAnAddress() {
        return List.of(
                "/%61pi/stats",
                "/api%2fstats",
                "//api/stats",
                "/./api/stats",
                "/x/../api/stats",
                "/API/stats",
                "/api;x=y/stats",
                "/api/stats;x",
                "http://x/api/stats",
                "http://x//api/stats",
                "/api/stats/",
                "/api//stats",
                "/api/stats#x",
                "/api/stats?",
                "/api\\stats",
                "api/stats",
                "/assets/../api/stats",
                "/api%00/stats");
    }

    @ParameterizedTest
    @MethodSource("spellingsOfAnAddress")
    void noSpellingOfAnAddressOpensItWithoutAKey(String target) {
        try (Wire wire = server.connect()) {
            var answer =
                    wire.send("GET " + target + " HTTP/1.1\r\nHost: x\r\n\r\n").read();

            assertThat(answer.status()).isBetween(400, 404);
            assertThat(answer.text()).doesNotContain("total_tracks");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/p/x.gif", "/health", "/health/liveness", "/health/readiness", "/assets/css/base.css"})
    void whatMachinesFetchIsPublic(String path) {
        assertThat(server.send(server.anonymous(path)).statusCode()).isEqualTo(200);
    }

    @Test
    void whileTheDatabaseIsDownTheKeyOfTheSettingsIsStillKnownAndOthersMayBe() {
        server.storage().goDown();

        assertThat(server.get("/api/nothing").statusCode()).isEqualTo(404);
        assertThat(server.get("/api/stats").statusCode()).isEqualTo(503);
        var other = server.send(server.anonymous("/api/stats").header("X-API-Key", "mt_0123456789abcdef"));
        assertThat(other.statusCode()).isEqualTo(503);
        assertThat(other.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(server.send(server.anonymous("/api/stats")).statusCode()).isEqualTo(401);
    }

    @Test
    void refusedKeysSlowNobodyDown() {
        for (int i = 0; i < 30; i++) {
            assertUnauthenticated(server.send(server.anonymous("/api/stats").header("X-API-Key", "wrong-key-" + i)));
        }

        assertThat(server.get("/api/stats").statusCode()).isEqualTo(200);
        assertThat(server.browser().signIn().hasSession()).isTrue();
    }

    @Test
    void theKeyOpensNoPage() {
        assertThat(server.send(server.api("/")).statusCode()).isEqualTo(401);
        assertThat(server.send(server.api("/settings")).statusCode()).isEqualTo(401);
    }
}
