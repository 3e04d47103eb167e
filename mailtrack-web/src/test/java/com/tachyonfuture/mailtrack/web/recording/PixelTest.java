package com.tachyonfuture.mailtrack.web.recording;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.contract.Samples;
import com.tachyonfuture.mailtrack.application.recording.HitCounts.Fate;
import com.tachyonfuture.mailtrack.domain.recording.Hit;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import com.tachyonfuture.mailtrack.web.server.WebServer;
import com.tachyonfuture.mailtrack.web.server.Wire;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PixelTest {

    private static final TrackId ID = Samples.id(1);

    @RegisterExtension
    final WebServer server = new WebServer();

    @Test
    void isATransparentGifOf43Bytes() throws IOException {
        var response = server.sendForBytes(server.anonymous("/p/" + ID + ".gif"));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).hasSize(43).startsWith("GIF89a".getBytes(StandardCharsets.US_ASCII));
        var image = ImageIO.read(new ByteArrayInputStream(response.body()));
        assertThat(image.getWidth()).isEqualTo(1);
        assertThat(image.getHeight()).isEqualTo(1);
        assertThat(image.getRGB(0, 0) >>> 24).as("opacity").isZero();
    }

    @Test
    void bringsTheHeadersThatKeepItOutOfCachesAndThoseOfSafetyAndNoOthers() {
        try (Wire wire = server.connect()) {
            var answer = wire.send("GET /p/" + ID + ".gif HTTP/1.1\r\nHost: x\r\n\r\n")
                    .read();

            assertThat(answer.headers())
                    .containsOnly(
                            Map.entry("content-type", "image/gif"),
                            Map.entry("content-length", "43"),
                            Map.entry("cache-control", "no-cache, no-store, must-revalidate"),
                            Map.entry("pragma", "no-cache"),
                            Map.entry("expires", "0"),
                            Map.entry("x-content-type-options", "nosniff"),
                            Map.entry("x-frame-options", "DENY"),
                            Map.entry("referrer-policy", "no-referrer"),
                            Map.entry("content-security-policy", "default-src 'none'; frame-ancestors 'none'"),
                            Map.entry("cross-origin-resource-policy", "cross-origin"),
                            Map.entry("strict-transport-security", "max-age=31536000"));
        }
    }

    @Test
    void recordsWhoFetchedIt() {
        server.send(server.anonymous("/p/" + ID + ".gif?x=1")
                .header("User-Agent", "Thunderbird/128")
                .header("Referer", "https://mail.example.com/inbox"));

        Hit hit = server.spool().onlyHit();
        assertThat(hit.trackId()).isEqualTo(ID);
        assertThat(hit.receivedAt()).isEqualTo(WebServer.NOW);
        assertThat(hit.address()).hasToString("127.0.0.1");
        assertThat(hit.userAgent()).isEqualTo("Thunderbird/128");
        assertThat(hit.referer()).isEqualTo("https://mail.example.com/inbox");
    }

    @Test
    void headBringsTheSameHeadersAndIsNotRecorded() {
        try (Wire wire = server.connect()) {
            var get = wire.send("GET /p/" + ID + ".gif HTTP/1.1\r\nHost: x\r\n\r\n")
                    .read();
            var head = wire.send("HEAD /p/" + ID + ".gif HTTP/1.1\r\nHost: x\r\n\r\n")
                    .readHead();

            assertThat(head.status()).isEqualTo(200);
            assertThat(head.headers()).isEqualTo(get.headers());
        }
        assertThat(server.spool().hits()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/p/",
                "/p/.gif",
                "/p/%",
                "/p/%.gif",
                "/p/%2",
                "/p/%zz.gif",
                "/p/%00.gif",
                "/p/%ff%fe.gif",
                "/p/%C3%A4.gif",
                "/p/a/b/c.gif",
                "/p/a%2fb.gif",
                "/p//",
                "/p/..",
                "/p/../../../etc/passwd",
                "/p/..%2f..%2fapi/stats",
                "/p/.",
                "/p/?",
                "/p/?id=1",
                "/p/#",
                "/p/a?b#c",
                "/p/a;b=c.gif",
                "/p/{id}.gif",
                "/p/<script>.gif",
                "/p/\"'`|\\^.gif",
                "/p/unknown.gif",
                "/p/unknown",
                "/p/unknown.GIF",
                "/p/unknown.png",
                "/p/unknown.gif.gif",
                "/p/\u00e4\u00f6\u00fc.gif",
                "/p/\u00f0\u009f\u0098\u0080.gif",
                "/p/00000000-0000-0000-0000-000000000000.gif",
                "http://mail.example.com/p/abc.gif",
                "HTTPS://mail.example.com:8443/p/abc.gif",
                "http:///p/abc.gif"
            })
    void isServedWhateverStandsInThePlaceOfTheId(String target) {
        try (Wire wire = server.connect()) {
            var answer =
                    wire.send("GET " + target + " HTTP/1.1\r\nHost: x\r\n\r\n").read();

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).hasSize(43);
            assertThat(answer.header("content-type")).isEqualTo("image/gif");
        }
    }

    @Test
    void isServedForAHugeId() {
        try (Wire wire = server.connect()) {
            var answer = wire.send("GET /p/" + "a".repeat(8_000) + ".gif HTTP/1.1\r\nHost: x\r\n\r\n")
                    .read();

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).hasSize(43);
        }
        assertThat(server.counts().of(Fate.UNRECOGNIZED)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/p/%s.gif",
                "/p/%s",
                "/p/%s.gif?",
                "/p/%s.gif?utm_source=x&y=%%zz",
                "/p/%s%%2egif",
                "/p/%%30%s.gif",
                "http://mail.example.com/p/%s.gif",
                "https://mail.example.com/p/%s.gif?x#y"
            })
    void findsTheIdInItsPath(String form) {
        String rest = form.contains("%%30") ? ID.value().substring(1) : ID.value();
        try (Wire wire = server.connect()) {
            wire.send("GET " + form.formatted(rest) + " HTTP/1.1\r\nHost: x\r\n\r\n")
                    .read();
        }

        assertThat(server.spool().onlyHit().trackId()).isEqualTo(ID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "PATCH", "PROPFIND"})
    void cantBeAskedForAnythingElse(String method) {
        try (Wire wire = server.connect()) {
            var answer = wire.send(method + " /p/" + ID + ".gif HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nhi")
                    .read();

            assertThat(answer.status()).isEqualTo(405);
            assertThat(answer.header("allow")).isEqualTo("GET, HEAD");
            assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
            assertThat(answer.text()).contains("\"code\":\"method_not_allowed\"");
        }
        assertThat(server.spool().hits()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/p", "/P/x.gif", "/pp/x.gif", "/x/p/y.gif", "*", "p/x.gif", "ftp://x/p/y.gif"})
    void isNothingElse(String target) {
        try (Wire wire = server.connect()) {
            var answer =
                    wire.send("GET " + target + " HTTP/1.1\r\nHost: x\r\n\r\n").read();

            assertThat(answer.header("content-type")).isNotEqualTo("image/gif");
        }
    }

    @Test
    void isNeverCompressed() {
        var response = server.sendForBytes(
                server.anonymous("/p/" + ID + ".gif").header("Accept-Encoding", "gzip, deflate, br"));

        assertThat(response.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(response.body()).hasSize(43);
    }

    @Test
    void worksWhileTheDatabaseIsDown() {
        server.storage().goDown();

        assertThat(server.sendForBytes(server.anonymous("/p/" + ID + ".gif")).body())
                .hasSize(43);
        assertThat(server.counts().of(Fate.ACCEPTED)).isEqualTo(1);
    }

    @Test
    void skipsABodyThatComesWithTheRequest() {
        var response = server.sendForBytes(
                server.anonymous("/p/" + ID + ".gif").method("GET", BodyPublishers.ofString("x".repeat(300_000))));

        assertThat(response.body()).hasSize(43);
    }

    @Test
    void readsHeadersAsUtf8WhereTheyAre() {
        try (Wire wire = server.connect()) {
            wire.send(("GET /p/" + ID + ".gif HTTP/1.1\r\nHost: x\r\nUser-Agent: M\u00fcller \ud83d\ude00\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8))
                    .read();
            wire.send("GET /p/" + ID + ".gif HTTP/1.1\r\nHost: x\r\nUser-Agent: M\u00fcller\r\n\r\n")
                    .read();
        }

        assertThat(server.spool().hits()).extracting(Hit::userAgent).containsExactly("Müller 😀", "Müller");
    }
}
