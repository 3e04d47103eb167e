package com.tachyonfuture.mailtrack.web.track;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.contract.Samples;
import com.tachyonfuture.mailtrack.domain.track.Track;
import com.tachyonfuture.mailtrack.web.server.WebServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ChangeTrackApiTest {

    private static final Track TRACK = Samples.track(1);
    private static final String PATH = "/api/tracks/" + TRACK.id();

    @RegisterExtension
    final WebServer server = new WebServer();

    private HttpResponse<String> patch(String path, String json) {
        return server.send(server.api(path)
                .header("Content-Type", "application/json")
                .method("PATCH", BodyPublishers.ofString(json)));
    }

    @Test
    void notesPinAndStopAreChangedAndTheAnswerIsTheTrack() {
        server.add(TRACK);

        var answer = patch(PATH, "{\"notes\": \"call back\", \"pinned\": true, \"stopped\": true, \"more\": [1]}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(WebServer.object(answer))
                .containsEntry("id", TRACK.id().value())
                .containsEntry("notes", "call back")
                .containsEntry("pinned", true)
                .containsEntry("stopped_at", "2026-11-20T12:00:00.123456Z");
    }

    @Test
    void whatIsAbsentStaysAsItIs() {
        server.add(TRACK);
        patch(PATH, "{\"notes\": \"call back\", \"pinned\": true, \"stopped\": true}");

        assertThat(WebServer.object(patch(PATH, "{\"notes\": null}")))
                .containsEntry("notes", null)
                .containsEntry("pinned", true);
        assertThat(WebServer.object(patch(PATH, "{\"stopped\": false, \"pinned\": false}")))
                .containsEntry("notes", null)
                .containsEntry("pinned", false)
                .containsEntry("stopped_at", null);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"notes\": 5}|422|notes",
                "{\"pinned\": null}|422|pinned",
                "{\"pinned\": \"true\"}|422|pinned",
                "{\"stopped\": {\"a\": [1]}}|422|stopped",
                "{\"subject\": \"x\"}|422|nothing_to_change",
                "{}|422|nothing_to_change",
                "[]|400|unexpected_json",
                "{|400|malformed_json",
                "{\"notes\": \"\\ud800\"}|422|notes",
            })
    void whatCanNotBeDoneIsRefusedByName(String body, int status, String named) {
        server.add(TRACK);

        var answer = patch(PATH, body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains(named);
        assertThat(WebServer.object(server.get(PATH))).containsEntry("pinned", false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"notes\": \"x\"}", "{\"pinned\": true}", "{\"stopped\": false}"})
    void anUnknownTrackIsNotFound(String body) {
        assertThat(patch(PATH, body).statusCode()).isEqualTo(404);
    }

    @Test
    void withoutAKeyNothingIsChanged() {
        server.add(TRACK);

        var answer = server.send(server.anonymous(PATH).method("PATCH", BodyPublishers.ofString("{\"pinned\": true}")));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(WebServer.object(server.get(PATH))).containsEntry("pinned", false);
    }

    @Test
    void tracksAreListedByStatePinAndGroupInTheOrderThatIsAskedFor() {
        server.add(TRACK, Samples.track(2), Samples.track(3));
        server.record(Samples.hit(TRACK, Samples.NOON.plusSeconds(9_000)));
        patch("/api/tracks/" + Samples.id(2), "{\"pinned\": true, \"stopped\": true}");

        assertThat(ids("?sort=active")).containsExactly(1, 3, 2);
        assertThat(ids("?sort=reads")).containsExactly(1, 3, 2);
        assertThat(ids("?sort=recipient")).containsExactly(1, 2, 3);
        assertThat(ids("?sort=created")).containsExactly(3, 2, 1);
        assertThat(ids("?state=read")).containsExactly(1);
        assertThat(ids("?state=waiting&sort=active")).containsExactly(3, 2);
        assertThat(ids("?state=stopped")).containsExactly(2);
        assertThat(ids("?state=hot")).isEmpty();
        assertThat(ids("?pinned=true")).containsExactly(2);
        assertThat(ids("?pinned=false")).containsExactly(3, 1);
        assertThat(ids("?message_group_id=none")).isEmpty();
    }

    @Test
    void theNextPageKeepsWhatWasAskedFor() {
        server.add(TRACK, Samples.track(2), Samples.track(3));

        String next = server.get("/api/tracks?sort=active&state=waiting&pinned=false&limit=2")
                .headers()
                .firstValue("X-Next-Page")
                .orElseThrow();

        assertThat(next).contains("sort=active", "state=waiting", "pinned=false");
        var rest = server.get(next.substring(WebServer.BASE_URL.length()));
        assertThat(WebServer.array(rest)).hasSize(1);
        assertThat(server.get(next.substring(WebServer.BASE_URL.length()).replace("sort=active", "sort=created"))
                        .statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sort=best",
                "state=gone",
                "pinned=maybe",
                "message_group_id=0123456789012345678901234567890123456"
            })
    void whatIsNotThereIsRefusedByName(String query) {
        var answer = server.get("/api/tracks?" + query);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(query.substring(0, query.indexOf('=')));
    }

    private List<Integer> ids(String query) {
        return WebServer.array(server.get("/api/tracks" + query)).stream()
                .map(track -> Integer.valueOf(String.valueOf(track.get("id")).substring(24)))
                .toList();
    }
}
