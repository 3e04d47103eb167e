package com.tachyonfuture.mailtrack.web.track;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.contract.Samples;
import com.tachyonfuture.mailtrack.domain.track.Track;
import com.tachyonfuture.mailtrack.domain.track.TrackDetails;
import com.tachyonfuture.mailtrack.web.server.WebServer;
import java.net.http.HttpResponse;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class NotesPageTest {

    @RegisterExtension
    final WebServer server = new WebServer();

    private final Track track = Samples.track(1, new TrackDetails("zoe", "Offer", "first try", null));
    private final String href = "/detail/" + track.id();

    @BeforeEach
    void aTrack() {
        server.add(track);
    }

    private Document page() {
        return Jsoup.parse(server.page(href).body());
    }

    private HttpResponse<String> save(Document shown, String notes) {
        var form = shown.selectFirst(".track__edit form");
        return server.submit(
                form.attr("action"), "seen", form.select("[name=seen]").attr("value"), "notes", notes);
    }

    @Test
    void aFormToChangeThemIsFoldedBelowTheNotes() {
        Document page = page();

        assertThat(page.select(".track__edit").hasAttr("open")).isFalse();
        assertThat(page.select(".track__edit > summary").text()).isEqualTo("Edit notes");
        assertThat(page.select(".track__edit textarea").first().wholeText()).isEqualTo("first try");
    }

    @Test
    void theyAreReplacedByWhatIsTyped() {
        var response = save(page(), "second\r\ntry <b>");

        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(response.headers().firstValue("Location")).contains(href + "?done=notes");
        assertThat(page().selectFirst(".track__text").wholeText()).isEqualTo("second\ntry <b>");
        assertThat(page().select(".track__text b")).isEmpty();
    }

    @Test
    void nothingTypedLeavesNone() {
        save(page(), "");

        assertThat(page().select(".track__text")).isEmpty();
        assertThat(page().select(".track__edit > summary").text()).isEqualTo("Add notes");
    }

    @Test
    void whatIsTooLongIsNotSavedAndNotLost() {
        var response = save(page(), "x".repeat(65_536));
        Document page = Jsoup.parse(response.body());

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(page.select(".track__edit").hasAttr("open")).isTrue();
        assertThat(page.select("#notes-error").text())
                .isEqualTo("The text of the notes has 65536 bytes in UTF-8; at most 65535 are allowed.");
        assertThat(page.select("#notes").attr("aria-describedby")).isEqualTo("notes-error");
        assertThat(page.select("#notes").first().wholeText()).hasSize(65_536);
        assertThat(page().select(".track__text").text()).isEqualTo("first try");
    }

    @Test
    void aChangeInAnotherWindowIsNotOverwrittenUnseen() {
        Document shown = page();
        save(page(), "from the other window");

        var response = save(shown, "from this window");
        Document conflict = Jsoup.parse(response.body());

        assertThat(response.statusCode()).isEqualTo(409);
        assertThat(conflict.select("[role=alert]").text())
                .startsWith("Not saved yet: the notes were changed elsewhere");
        assertThat(conflict.select(".track__text").text()).isEqualTo("from the other window");
        assertThat(conflict.select("#notes").text()).isEqualTo("from this window");
        assertThat(save(conflict, "from this window").statusCode()).isEqualTo(303);
        assertThat(page().select(".track__text").text()).isEqualTo("from this window");
    }

    @Test
    void aFormThatDoesNotSayWhatItReplacesIsAskedAgain() {
        assertThat(server.submit(href + "/notes", "notes", "new").statusCode()).isEqualTo(409);
        assertThat(page().select(".track__text").text()).isEqualTo("first try");
    }
}
