package com.tachyonfuture.mailtrack.web.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.access.KeepApiKeys;
import com.tachyonfuture.mailtrack.web.server.WebServer;
import com.tachyonfuture.mailtrack.web.server.Wire;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MetricsTest {

    @RegisterExtension
    final WebServer server = new WebServer();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-API-Key: " + WebServer.KEY,
                "Authorization: Bearer " + WebServer.KEY,
                "Authorization: bearer  " + WebServer.KEY + " ",
                "X-API-Key: " + WebServer.KEY + "\r\nAuthorization: Basic eDp5"
            })
    void whoeverHasAKeyIsToldTheNumbers(String header) {
        try (Wire wire = server.connect()) {
            var answer = wire.send("GET /metrics HTTP/1.1\r\nHost: x\r\n" + header + "\r\n\r\n")
                    .read();

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Content-Type")).isEqualTo("text/plain; version=0.0.4; charset=utf-8");
            assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
            assertThat(answer.text()).startsWith("spool_hits 0\n");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/openmetrics-text;version=1.0.0;q=0.5,text/plain;version=0.0.4;q=0.3,*/*;q=0.1",
                "text/html",
                "application/json",
                "no media type at all",
                ";q="
            })
    void whicheverFormatIsAskedForIsTheMeasurementsToChoose(String accept) {
        assertThat(server.send(server.api("/metrics").setHeader("Accept", accept)))
                .returns(200, HttpResponse::statusCode)
                .returns("spool_hits 0\n# accept: " + accept + "\n", HttpResponse::body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Accept: */*",
                "Accept: text/html",
                "Authorization: Bearer wrong",
                "Authorization: Bearer",
                "Authorization: " + WebServer.KEY,
                "X-API-Key: wrong\r\nAuthorization: Bearer " + WebServer.KEY
            })
    void nobodyElseIs(String header) {
        try (Wire wire = server.connect()) {
            var answer = wire.send("GET /metrics HTTP/1.1\r\nHost: x\r\n" + header + "\r\n\r\n")
                    .read();

            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"Mailtrack\"");
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
            assertThat(answer.text()).doesNotContain("spool_hits");
        }
    }

    @Test
    void neitherIsTheSignedInOwnerWhoseBrowserMightBeMadeToAsk() {
        var browser = server.browser().signIn();

        assertThat(browser.get("/metrics").statusCode()).isEqualTo(401);
        assertThat(server.send(server.anonymous("/metrics")
                                .header("Authorization", WebServer.basic(WebServer.OWNER, WebServer.PASSWORD)))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void theAnswersWithoutABodyAndThoseToOtherMethodsSayNothing() {
        try (Wire wire = server.connect()) {
            var head = wire.send("HEAD /metrics HTTP/1.1\r\nHost: x\r\nX-API-Key: " + WebServer.KEY + "\r\n\r\n")
                    .readHead();

            assertThat(head.status()).isEqualTo(200);
            assertThat(head.header("Content-Type")).startsWith("text/plain");
        }
        assertThat(send("POST", "/metrics").statusCode()).isEqualTo(405);
        assertThat(send("DELETE", "/metrics").statusCode()).isEqualTo(405);
        assertThat(send("GET", "/metrics/").statusCode()).isIn(200, 404);
        assertThat(send("GET", "/metrics/jvm").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> send(String method, String path) {
        return server.send(server.api(path).method(method, BodyPublishers.noBody()));
    }

    @Test
    void theyAreToldWhileTheDatabaseIsDownToWhomeverWasKnownBefore() {
        var made = (KeepApiKeys.Created) server.bean(KeepApiKeys.class).create("Prometheus");
        assertThat(scrape(made.secret())).isEqualTo(200);

        server.storage().goDown();

        assertThat(scrape(made.secret())).isEqualTo(200);
        assertThat(scrape(WebServer.KEY)).isEqualTo(200);
        assertThat(scrape("mt_never-seen-before-0123456789")).isEqualTo(503);
    }

    @Test
    void aKeyThatWasRevokedOpensThemNoMore() {
        var keys = server.bean(KeepApiKeys.class);
        var made = (KeepApiKeys.Created) keys.create("Prometheus");
        assertThat(scrape(made.secret())).isEqualTo(200);

        keys.revoke(made.key().id());
        assertThat(scrape(made.secret())).isEqualTo(401);

        server.storage().goDown();
        assertThat(scrape(made.secret())).isEqualTo(503);
    }

    private int scrape(String key) {
        return server.send(server.anonymous("/metrics").header("Authorization", "Bearer " + key))
                .statusCode();
    }
}
