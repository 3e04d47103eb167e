package com.tachyonfuture.mailtrack.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.contract.Samples;
import com.tachyonfuture.mailtrack.web.server.WebServer;
import com.tachyonfuture.mailtrack.web.server.Wire;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ProblemsTest {

    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    @RegisterExtension
    final WebServer server = new WebServer();

    private static void assertProblem(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        var problem = WebServer.object(response);
        assertThat(problem)
                .containsEntry("type", "about:blank")
                .containsEntry("status", status)
                .containsEntry("code", code)
                .doesNotContainValue(null);
        assertThat((String) problem.get("title")).isNotBlank();
        assertThat((String) problem.get("detail")).endsWith(".");
    }

    @Test
    void whatDoesNotExistIsNotFound() {
        assertProblem(server.send(server.anonymous("/nothing")), 404, "not_found");
        assertProblem(server.get("/api/nothing"), 404, "not_found");
        assertProblem(server.get("/favicon.ico"), 404, "not_found");
        assertThat(WebServer.object(server.get("/api/nothing"))).containsEntry("instance", "/api/nothing");
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /api/tracks, 'GET, HEAD, POST'",
        "POST, /api/stats, 'GET, HEAD'",
        "POST, /api/tracks/x, 'DELETE, GET, HEAD, PATCH'",
        "OPTIONS, /api/tracks/x, 'DELETE, GET, HEAD, PATCH'",
        "POST, /, 'GET, HEAD'",
        "DELETE, /health, 'GET, HEAD'",
    })
    void whatCantBeDoneSaysWhatCan(String method, String path, String allowed) {
        var response = server.send(server.api(path).method(method, BodyPublishers.noBody()));

        assertProblem(response, 405, "method_not_allowed");
        assertThat(response.headers().allValues("Allow"))
                .flatExtracting(line -> List.of(line.split(",\\s*")))
                .containsExactlyInAnyOrder(allowed.split(", "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "image/png", "application/xml"})
    void formsThatThereAreNotAreNotAcceptable(String accept) {
        assertProblem(server.send(server.api("/api/stats").header("Accept", accept)), 406, "not_acceptable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/json", BROWSER, "garbage", ";;;", "", "text/html;q=x,*/*"})
    void mostClientsCanReadJson(String accept) {
        assertThat(server.send(server.api("/api/stats").header("Accept", accept))
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/tracks",
        "GET, /api/tracks?q=x",
        "GET, /api/tracks/x",
        "GET, /api/tracks/x/opens",
        "DELETE, /api/tracks/x",
        "GET, /api/opens/recent?since=0",
        "GET, /api/stats",
    })
    void whileTheDatabaseIsDownTheApiSaysSo(String method, String path) {
        server.storage().goDown();

        var response = server.send(server.api(path).method(method, BodyPublishers.noBody()));

        assertProblem(response, 503, "storage_unavailable");
        assertThat(response.headers().firstValue("Retry-After")).contains("5");
    }

    @Test
    void nothingIsCreatedWhileTheDatabaseIsDown() {
        server.storage().goDown();
        assertProblem(server.post("/api/tracks", "{}"), 503, "storage_unavailable");

        server.storage().comeBack();
        assertThat(server.post("/api/tracks", "{}").statusCode()).isEqualTo(201);
        assertThat(WebServer.array(server.get("/api/tracks"))).hasSize(1);
    }

    @Test
    void ourOwnFaultsAreToldWithoutTheirStory() {
        server.breakStats();

        var response = server.get("/api/stats");

        assertProblem(response, 500, "internal_error");
        assertThat(response.body()).doesNotContain("secret").doesNotContain("Exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%zz", "%", "\u00e4|", "a b"})
    void addressesThatAreNoneAreRefused(String part) {
        try (Wire wire = server.connect()) {
            var answer = wire.send("GET /api/tracks?q=" + part + " HTTP/1.1\r\nHost: x\r\nX-API-Key: " + WebServer.KEY
                            + "\r\n\r\n")
                    .read();

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
            assertThat(answer.text()).contains("\"code\":\"malformed_request\"");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Accept-Language: ;;;\r\n",
                "Accept-Encoding: ;q=x,,\r\n",
                "Accept-Charset: garbage\r\n",
                "Cookie: ;;=;\u0001\r\n",
                "Content-Type: ;\r\n",
                "Content-Length: 0\r\n",
                "Origin: garbage\r\n",
                "Upgrade: websocket\r\nConnection: upgrade\r\n",
                "Upgrade: h2c\r\nConnection: upgrade, http2-settings\r\nHTTP2-Settings: x\r\n",
                "Range: bytes=x\r\n",
                "If-Modified-Since: yesterday\r\n",
                "Turbo-Frame: x\r\n",
                "Authorization: Basic %%%\r\n",
                "X-HTTP-Method-Override: DELETE\r\n",
                "Accept: text/vnd.turbo-stream.html, text/html\r\n"
            })
    void oddHeadersAreNoFaultOfOurs(String headers) {
        for (String path :
                List.of("/", "/login", "/api/stats", "/health", "/nothing", "/assets/css/base.css", "/p/x.gif")) {
            try (Wire wire = server.connect()) {
                var answer = wire.send("GET " + path + " HTTP/1.1\r\nHost: x\r\nX-API-Key: " + WebServer.KEY + "\r\n"
                                + headers + "\r\n")
                        .read();

                assertThat(answer.status()).as(path).isLessThan(500);
            }
        }
    }

    @Test
    void peopleAreShownAPage() {
        var response = server.send(server.anonymous("/nothing").header("Accept", BROWSER));

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.headers().firstValue("Content-Type")).contains("text/html;charset=utf-8");
        assertThat(response.headers().firstValue("Content-Security-Policy")).isPresent();
        var page = Jsoup.parse(response.body());
        assertThat(page.title()).isEqualTo("Not found · Mailtrack");
        assertThat(page.select("main h1").text()).isEqualTo("Not found");
        assertThat(page.select("main").text()).contains("404");
        assertThat(page.select("main a[href=/]")).hasSize(1);
    }

    @Test
    void peopleAreShownAPageForWhatCantBeDone() {
        var response =
                server.send(server.anonymous("/").header("Accept", BROWSER).POST(BodyPublishers.ofString("x")));

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(Jsoup.parse(response.body()).select("h1").text()).isEqualTo("Not like that");
    }

    @Test
    void theApiAnswersPeopleLikePrograms() {
        assertProblem(server.send(server.api("/api/tracks/x").header("Accept", BROWSER)), 404, "track_not_found");
    }

    @Test
    void headHasNoBody() {
        server.add(Samples.track(1));

        for (String path : List.of("/nothing", "/api/nothing", "/api/tracks/x", "/api/tracks?limit=0")) {
            var response = server.send(server.api(path).method("HEAD", BodyPublishers.noBody()));

            assertThat(response.statusCode()).isBetween(400, 404);
            assertThat(response.body()).isEmpty();
        }
    }
}
