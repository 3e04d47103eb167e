package com.tachyonfuture.mailtrack.web.track;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.web.server.WebServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CreatePageTest {

    @RegisterExtension
    final WebServer server = new WebServer();

    private Document form() {
        return Jsoup.parse(server.page("/create").body());
    }

    private static String key(Document page) {
        return page.select("[name=idempotency_key]").val();
    }

    private List<Map<String, Object>> tracks() {
        return WebServer.array(server.get("/api/tracks"));
    }

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElseThrow();
    }

    @Test
    void everyFieldHasALabelAndAHint() {
        Document page = form();

        for (String field : List.of("recipient", "subject", "notes")) {
            var input = page.getElementById(field);
            assertThat(page.select("label[for=" + field + "]")).as(field).hasSize(1);
            assertThat(page.getElementById(input.attr("aria-describedby")).text())
                    .as(field)
                    .isNotBlank();
            assertThat(input.hasAttr("maxlength")).as(field).isFalse();
        }
        assertThat(key(page)).isNotBlank().isNotEqualTo(key(form()));
    }

    @Test
    void createsATrackAndGoesToItsPage() {
        var response = server.submit(
                "/create",
                "idempotency_key",
                key(form()),
                "recipient",
                " Zoë <zoe@example.com> ",
                "subject",
                "Angebot & mehr",
                "notes",
                " two\r\nlines ");

        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(tracks()).singleElement().satisfies(track -> {
            assertThat(track)
                    .containsEntry("recipient", "Zoë <zoe@example.com>")
                    .containsEntry("subject", "Angebot & mehr")
                    .containsEntry("notes", " two\nlines ");
            assertThat(location(response)).isEqualTo("/detail/" + track.get("id") + "?created=true");
        });
        assertThat(server.page(location(response)).statusCode()).isEqualTo(200);
    }

    @Test
    void aTrackNeedsNoDetails() {
        var response = server.submit("/create", "recipient", "", "subject", "  ");

        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(tracks())
                .singleElement()
                .satisfies(track -> assertThat(track)
                        .containsEntry("recipient", null)
                        .containsEntry("subject", null)
                        .containsEntry("notes", null));
    }

    @Test
    void aFormThatIsSentTwiceCreatesOneTrack() {
        String key = key(form());

        var first = server.submit("/create", "idempotency_key", key, "subject", "Offer");
        var second = server.submit("/create", "idempotency_key", key, "subject", "Offer");

        assertThat(location(second)).isEqualTo(location(first));
        assertThat(tracks()).hasSize(1);
    }

    @Test
    void aFormThatIsChangedAndSentAgainAsksBeforeItCreatesAnother() {
        String key = key(form());
        server.submit("/create", "idempotency_key", key, "subject", "Offer");

        var response = server.submit("/create", "idempotency_key", key, "subject", "Contract");
        Document page = Jsoup.parse(response.body());

        assertThat(response.statusCode()).isEqualTo(409);
        assertThat(page.select("[role=alert]").text()).contains("Nothing was created now");
        assertThat(page.select("#subject").val()).isEqualTo("Contract");
        assertThat(server.submit("/create", "idempotency_key", key(page), "subject", "Contract")
                        .statusCode())
                .isEqualTo(303);
        assertThat(tracks()).hasSize(2);
    }

    @Test
    void whatIsTooLongIsNamedAndWhatWasTypedIsKept() {
        String longest = "😀".repeat(255);
        String markup = "</textarea><script>alert(1)</script>";

        var response = server.submit(
                "/create", "recipient", longest, "subject", "x".repeat(501), "notes", markup, "idempotency_key", "k");
        Document page = Jsoup.parse(response.body());

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(page.select("[role=alert] a").eachText())
                .containsExactly("The subject has 501 characters; at most 500 are allowed.");
        assertThat(page.select("[role=alert] a").attr("href")).isEqualTo("#subject");
        assertThat(page.select("#subject").attr("aria-invalid")).isEqualTo("true");
        assertThat(page.select("#subject").attr("aria-describedby")).isEqualTo("subject-error subject-hint");
        assertThat(page.select("#subject-error").text()).startsWith("The subject has 501 characters");
        assertThat(page.select("#subject").val()).hasSize(501);
        assertThat(page.select("#recipient").val()).isEqualTo(longest);
        assertThat(page.select("#recipient").hasAttr("aria-invalid")).isFalse();
        assertThat(page.select("#notes").text()).isEqualTo(markup);
        assertThat(page.select("main script")).isEmpty();
        assertThat(key(page)).isEqualTo("k");
        assertThat(tracks()).isEmpty();
    }

    @Test
    void aKeyThatIsNoneIsReplaced() {
        var response = server.submit("/create", "subject", "Offer", "idempotency_key", "ä".repeat(3));
        Document page = Jsoup.parse(response.body());

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(page.select("#subject").val()).isEqualTo("Offer");
        assertThat(server.submit("/create", "subject", "Offer", "idempotency_key", key(page))
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void fieldsThatThereAreNotAreLeftOut() {
        var response = server.submit("/create", "subject", "Offer", "message_group_id", "x", "id", "mine");

        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(tracks()).singleElement().satisfies(track -> {
            assertThat(track.get("message_group_id")).isNull();
            assertThat(track.get("id")).isNotEqualTo("mine");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"subject=%zz", "subject=%", "%", "=&=&==", "&&&", "subject=%FF%FE", "subject=%00", "\u0000"})
    void oddBodiesAreNoFaultOfOurs(String body) {
        assertThat(server.submitAsIs("/create", body).statusCode()).isBetween(300, 499);
    }

    @Test
    void aFormWithoutABodyIsNoFaultOfOurs() {
        assertThat(server.submitAsIs("/create", "").statusCode()).isBetween(300, 499);
        assertThat(server.send(server.owner("/create").POST(BodyPublishers.noBody()))
                        .statusCode())
                .isBetween(300, 499);
    }

    @Test
    void whatIsNoFormIsRefused() {
        var json = server.owner("/create")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"subject\": \"Offer\"}"));

        assertThat(server.send(json).statusCode()).isEqualTo(415);
        assertThat(tracks()).isEmpty();
    }

    @Test
    void aFormThatIsFarTooLongIsRefusedWithAPage() {
        var response = server.submit("/create", "notes", "x".repeat(1024 * 1024 + 1));

        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(Jsoup.parse(response.body()).select("h1").text()).isEqualTo("Too large");
    }

    @Test
    void nothingIsCreatedWhileTheDatabaseIsDown() {
        server.storage().goDown();

        var response = server.submit("/create", "subject", "Offer");

        assertThat(response.statusCode()).isEqualTo(503);
        server.storage().comeBack();
        assertThat(tracks()).isEmpty();
    }
}
