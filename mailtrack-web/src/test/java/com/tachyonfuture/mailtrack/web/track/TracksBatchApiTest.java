package com.tachyonfuture.mailtrack.web.track;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.web.server.WebServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TracksBatchApiTest {

    @RegisterExtension
    final WebServer server = new WebServer();

    private HttpResponse<String> create(String json) {
        return create("key", json);
    }

    private HttpResponse<String> create(String key, String json) {
        return server.send(server.api("/api/tracks/batch")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(json)));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> tracks(HttpResponse<String> response) {
        return (List<Map<String, Object>>) WebServer.object(response).get("tracks");
    }

    @Test
    void eachRecipientGetsATrackOfTheSameGroup() {
        var response =
                create("{\"recipients\": [\"Zoë <zoe@example.com>\", \"bob@example.com\"], \"subject\": \"Offer\"}");

        assertThat(response.statusCode()).isEqualTo(201);
        Object group = WebServer.object(response).get("message_group_id");
        assertThat(tracks(response))
                .extracting(track -> track.get("recipient"))
                .containsExactly("Zoë <zoe@example.com>", "bob@example.com");
        assertThat(tracks(response))
                .allSatisfy(track -> assertThat(track)
                        .containsEntry("subject", "Offer")
                        .containsEntry("message_group_id", group)
                        .containsKeys("pixel_url", "snippets"));
        assertThat(WebServer.array(server.get("/api/tracks"))).isEqualTo(tracks(response));
    }

    @Test
    void theGroupMayBeChosen() {
        var response = create("{\"recipients\": [\"a\", \"a\"], \"message_group_id\": \"g1\"}");

        assertThat(WebServer.object(response)).containsEntry("message_group_id", "g1");
        assertThat(tracks(response)).hasSize(2);
    }

    @Test
    void theSameRequestIsDoneOnce() {
        var first = create("{\"recipients\": [\"a\", \"b\"]}");
        var second = create("{\"recipients\": [\"a\", \"b\"]}");
        var other = create("{\"recipients\": [\"a\", \"c\"]}");

        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().firstValue("Idempotent-Replayed")).contains("true");
        assertThat(first.headers().firstValue("Idempotent-Replayed")).isEmpty();
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(WebServer.array(server.get("/api/tracks"))).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}|recipients",
                "{\"recipients\": null}|recipients",
                "{\"recipients\": \"a\"}|recipients",
                "{\"recipients\": []}|recipients",
                "{\"recipients\": [\"a\", 5]}|recipients[1]",
                "{\"recipients\": [\"a\", [\"b\"]]}|recipients[1]",
                "{\"recipients\": [\"a\", {\"b\": 1}, \"c\"]}|recipients[1]",
                "{\"recipients\": [\"a\"], \"subject\": 1}|subject"
            })
    void aFieldThatIsWrongIsNamedAndNothingIsCreated(String body, String field) {
        var response = create(body);

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(WebServer.object(response))
                .extractingByKey("errors")
                .asString()
                .contains("field=" + field + ",");
        assertThat(WebServer.array(server.get("/api/tracks"))).isEmpty();
    }

    @Test
    void theRecipientThatIsTooLongIsNamedByItsPlace() {
        var response = create("{\"recipients\": [\"a\", \"" + "b".repeat(256) + "\"]}");

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.body()).contains("recipients[1]").contains("256");
    }

    @Test
    void fiveHundredAreAllowedAndNotOneMore() {
        String many = "\"r\", ".repeat(499) + "\"r\"";

        assertThat(create("k1", "{\"recipients\": [" + many + "]}").statusCode())
                .isEqualTo(201);
        assertThat(create("k2", "{\"recipients\": [" + many + ", \"r\"]}").statusCode())
                .isEqualTo(422);
        assertThat(WebServer.array(server.get("/api/tracks?limit=1000"))).hasSize(500);
    }
}
