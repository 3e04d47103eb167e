package com.tachyonfuture.mailtrack.web.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.contract.Samples;
import com.tachyonfuture.mailtrack.application.demo.SampleMark;
import com.tachyonfuture.mailtrack.domain.track.Track;
import com.tachyonfuture.mailtrack.domain.track.TrackDetails;
import com.tachyonfuture.mailtrack.web.server.WebServer;
import java.net.http.HttpRequest.BodyPublishers;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SampleNoticeTest {

    private static final Track OWN = Samples.track(1);
    private static final Track SAMPLE =
            new Track(SampleMark.id(1), new TrackDetails("zoe@example.com", "Offer", null, null), Samples.NOON);

    @RegisterExtension
    final WebServer server = new WebServer();

    @Test
    void everyPageSaysThatThereAreSampleData() {
        server.add(SAMPLE);

        assertThat(notice("/").text()).startsWith("Sample data:");
        assertThat(notice("/create").text()).startsWith("Sample data:");
        assertThat(notice("/detail/no-such-track").text()).startsWith("Sample data:");
    }

    @Test
    void nothingIsSaidWithoutThemOrToStrangers() {
        server.add(OWN);

        assertThat(page("/").select(".samples")).isEmpty();

        server.add(SAMPLE);

        String login = server.send(server.anonymous("/login").GET()).body();
        assertThat(Jsoup.parse(login).select(".samples")).isEmpty();
    }

    @Test
    void theButtonRemovesThemAndLeavesTheRest() {
        server.add(OWN);
        server.add(SAMPLE);
        String action = notice("/").select("form").attr("action");

        var response = server.submit(action);

        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(response.headers().firstValue("Location")).contains("/");
        assertThat(page("/").select(".samples")).isEmpty();
        assertThat(server.page("/detail/" + SAMPLE.id()).statusCode()).isEqualTo(404);
        assertThat(server.page("/detail/" + OWN.id()).statusCode()).isEqualTo(200);
    }

    @Test
    void strangersAndForeignFormsRemoveNothing() {
        server.add(SAMPLE);

        var anonymous = server.send(server.anonymous("/samples/removal")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.noBody()));
        var foreign = server.send(server.owner("/samples/removal")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("form_token=made-up")));

        assertThat(anonymous.statusCode()).isEqualTo(401);
        assertThat(foreign.statusCode()).isEqualTo(403);
        assertThat(server.page("/detail/" + SAMPLE.id()).statusCode()).isEqualTo(200);
    }

    private Document notice(String path) {
        Document page = page(path);
        assertThat(page.select("aside.samples")).hasSize(1);
        return Jsoup.parse(page.select("aside.samples").outerHtml());
    }

    private Document page(String path) {
        return Jsoup.parse(server.page(path).body());
    }
}
