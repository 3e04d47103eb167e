package com.tachyonfuture.mailtrack.web.home;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.contract.Samples;
import com.tachyonfuture.mailtrack.domain.track.Track;
import com.tachyonfuture.mailtrack.domain.track.TrackDetails;
import com.tachyonfuture.mailtrack.web.server.WebServer;
import com.tachyonfuture.mailtrack.web.server.Wire;
import java.net.http.HttpResponse;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HomePageTest {

    @RegisterExtension
    final WebServer server = new WebServer();

    private HttpResponse<String> home() {
        return server.send(server.owner("/").header("Accept", "text/html"));
    }

    @Test
    void saysHowToBeginWhileNothingIsTracked() {
        var response = home();
        Document page = Jsoup.parse(response.body());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("text/html;charset=utf-8");
        assertThat(page.title()).isEqualTo("Mailtrack");
        assertThat(page.select("html").attr("lang")).isEqualTo("en");
        assertThat(page.select("h1").text()).isEqualTo("Your mail");
        assertThat(page.select(".tracks__one, .numbers")).isEmpty();
        assertThat(page.select("main")).hasSize(1);
        assertThat(page.select("pre code").first().text())
                .startsWith("curl https://mail.example.com/api/tracks")
                .contains("X-API-Key: YOUR_API_KEY");
        assertThat(response.body()).doesNotContain(WebServer.KEY).doesNotContain("th:");
    }

    @Test
    void showsTheLatestTracksAndWhatBecameOfThem() {
        Track read = Samples.track(1, new TrackDetails("ada@example.com", "<b>Offer</b>", null, null));
        Track waiting = Samples.track(2, new TrackDetails(null, "", null, null));
        server.add(read, waiting);
        server.record(Samples.hit(read), Samples.hit(read));

        Document page = Jsoup.parse(home().body());

        assertThat(page.select(".numbers__one").eachText())
                .containsExactly("Tracks 2", "Reads 2", "Opens, all fetches 2");
        assertThat(page.select(".tracks__one .tick").eachText()).containsExactly("waiting", "read 2 times");
        assertThat(page.select(".tracks__subject").eachText()).containsExactly("–", "<b>Offer</b>");
        assertThat(page.select(".tracks__one").last().text())
                .contains("ada@example.com", "created 20 Nov 2026, 13:00", "last fetched 20 Nov 2026, 13:00");
        assertThat(home().headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void saysSoWhenTheDatabaseIsDown() {
        server.storage().goDown();

        assertThat(home().statusCode()).isEqualTo(503);
        assertThat(Jsoup.parse(home().body()).select("h1").text()).isEqualTo("Service Unavailable");
    }

    @Test
    void isForTheOwnerOnly() {
        for (String authorization : List.of(
                "Basic",
                "Basic %%%",
                "Bearer x",
                WebServer.basic(WebServer.OWNER, "wrong"),
                WebServer.basic("somebody", WebServer.PASSWORD),
                WebServer.basic("", ""))) {
            var response = server.send(
                    server.anonymous("/").header("Accept", "text/html").header("Authorization", authorization));

            assertThat(response.statusCode()).as(authorization).isEqualTo(401);
            assertThat(response.headers().firstValue("WWW-Authenticate"))
                    .contains("Basic realm=\"Mailtrack\", charset=\"UTF-8\"");
            assertThat(Jsoup.parse(response.body()).select("main").text())
                    .contains("Sign in with the user and password");
        }
        assertThat(server.send(server.anonymous("/").header("X-API-Key", WebServer.KEY))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void theOwnersPasswordDoesNotOpenTheApi() {
        assertThat(server.send(server.owner("/api/stats")).statusCode()).isEqualTo(401);
    }

    @Test
    void carriesNoScriptAndNoStyleOfItsOwn() {
        Document page = Jsoup.parse(home().body());

        assertThat(page.select("script, style, [style], [onclick], iframe")).isEmpty();
        assertThat(page.select("link[rel=stylesheet]").eachAttr("href")).containsExactly("/assets/css/mailtrack.css");
        assertThat(page.getAllElements())
                .flatExtracting(element -> List.copyOf(element.attributes().asList()))
                .noneMatch(attribute -> attribute.getKey().startsWith("on"));
    }

    @Test
    void everythingThatItLoadsOrLinksToIsThere() {
        Document page = Jsoup.parse(home().body());

        for (Element element : page.select("[href], [src]")) {
            String target = element.hasAttr("href") ? element.attr("href") : element.attr("src");
            assertThat(target).startsWith("/");
            assertThat(server.send(server.owner(target)).statusCode())
                    .as(target)
                    .isEqualTo(200);
        }
    }

    @Test
    void letsNothingBeLoadedOrFramed() {
        var headers = home().headers();

        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "style-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
        assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(headers.firstValue("Server")).isEmpty();
    }

    @Test
    void isGivenToAnybodyWhoDoesNotInsistOnSomethingElse() {
        assertThat(server.send(server.owner("/")).body()).contains("<h1>Your mail</h1>");
        assertThat(server.send(server.owner("/").header("Accept", "application/json"))
                        .statusCode())
                .isEqualTo(406);
    }

    @Test
    void theStyleIsServedFromHere() {
        var response = server.send(server.anonymous("/assets/css/mailtrack.css"));

        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/css");
        assertThat(response.body()).contains("prefers-color-scheme: dark");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/",
                "/assets/css",
                "/assets/css/",
                "/assets/../views/home.html",
                "/assets/..%2fviews/home.html",
                "/assets/%2e%2e/views/home.html",
                "/assets/css/../../views/home.html",
                "/assets/..\\views\\home.html",
                "/assets//etc/passwd",
                "/assets/%00",
                "/views/home.html",
                "/assets/com/tachyonfuture"
            })
    void nothingElseIsServed(String target) {
        try (Wire wire = server.connect()) {
            var answer =
                    wire.send("GET " + target + " HTTP/1.1\r\nHost: x\r\n\r\n").read();

            assertThat(answer.status()).isBetween(400, 404);
            assertThat(answer.text()).doesNotContain("th:");
        }
    }
}
