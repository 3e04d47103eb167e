package com.tachyonfuture.mailtrack.web.track;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.contract.Samples;
import com.tachyonfuture.mailtrack.domain.track.Track;
import com.tachyonfuture.mailtrack.domain.track.TrackDetails;
import com.tachyonfuture.mailtrack.web.server.WebServer;
import java.net.http.HttpRequest.BodyPublishers;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DeletionPageTest {

    private static final Track TRACK = Samples.track(1, new TrackDetails("<i>zoe</i>", "Offer", "notes", null));
    private static final String PATH = "/detail/" + TRACK.id() + "/deletion";

    @RegisterExtension
    final WebServer server = new WebServer();

    @Test
    void asksOnceAndNamesWhatWillBeLost() {
        server.add(TRACK);
        server.record(Samples.hit(TRACK), Samples.hit(TRACK));

        Document page = Jsoup.parse(server.page(PATH).body());

        assertThat(page.select(".facts dd").eachText()).containsExactly("Offer", "<i>zoe</i>", "2 opens");
        assertThat(page.select("main form").attr("action")).isEqualTo(PATH);
        assertThat(page.select("main form").attr("method")).isEqualTo("post");
        assertThat(page.select("main form a").attr("href")).isEqualTo("/detail/" + TRACK.id());
        assertThat(server.page("/detail/" + TRACK.id()).statusCode()).isEqualTo(200);
    }

    @Test
    void deletesAndGoesToTheOverview() {
        server.add(TRACK);
        server.record(Samples.hit(TRACK));

        var response = server.submit(PATH);

        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(response.headers().firstValue("Location")).contains("/?deleted=true");
        assertThat(server.page("/detail/" + TRACK.id()).statusCode()).isEqualTo(404);
        assertThat(WebServer.array(server.get("/api/tracks"))).isEmpty();
    }

    @Test
    void pressingTwiceMakesNoDifference() {
        server.add(TRACK);

        server.submit(PATH);
        var second = server.submit(PATH);

        assertThat(second.statusCode()).isEqualTo(303);
    }

    @Test
    void aRequestWithoutABodyIsNoFaultOfOurs() {
        var response = server.send(server.owner(PATH).POST(BodyPublishers.noBody()));

        assertThat(response.statusCode()).isBetween(300, 499);
    }

    @Test
    void nothingIsDeletedByAskingOrByStrangers() {
        server.add(TRACK);

        server.page(PATH);
        var anonymous = server.send(server.anonymous(PATH)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.noBody()));

        assertThat(anonymous.statusCode()).isEqualTo(401);
        assertThat(server.page("/detail/" + TRACK.id()).statusCode()).isEqualTo(200);
    }
}
