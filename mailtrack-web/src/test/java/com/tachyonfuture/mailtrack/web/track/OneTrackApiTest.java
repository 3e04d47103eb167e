package com.tachyonfuture.mailtrack.web.track;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.contract.Samples;
import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.domain.recording.Hit;
import com.tachyonfuture.mailtrack.domain.track.Track;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import com.tachyonfuture.mailtrack.web.server.WebServer;
import com.tachyonfuture.mailtrack.web.server.Wire;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OneTrackApiTest {

    private static final Track TRACK = Samples.track(1);
    private static final String PATH = "/api/tracks/" + TRACK.id();

    @RegisterExtension
    final WebServer server = new WebServer();

    private void recordOpens(int count) {
        server.record(IntStream.range(0, count)
                .mapToObj(i -> Samples.hit(TRACK, Samples.NOON.plusSeconds(i)))
                .toArray(Hit[]::new));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> opens(HttpResponse<String> response) {
        return (List<Map<String, Object>>) WebServer.object(response).get("opens");
    }

    private static void assertNoTrack(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(404);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(WebServer.object(response)).containsEntry("code", "track_not_found");
    }

    @Test
    void itIsShownWithItsOpens() {
        server.add(TRACK);
        recordOpens(2);

        var track = WebServer.object(server.get(PATH));

        assertThat(track.keySet())
                .containsExactly(
                        "id",
                        "recipient",
                        "subject",
                        "notes",
                        "message_group_id",
                        "created_at",
                        "open_count",
                        "read_count",
                        "first_opened_at",
                        "last_opened_at",
                        "first_read_at",
                        "last_read_at",
                        "state",
                        "pinned",
                        "stopped_at",
                        "verdicts",
                        "pixel_url",
                        "snippets",
                        "opens");
        assertThat(track).containsEntry("open_count", 2).containsEntry("notes", null);
        assertThat((List<?>) track.get("opens")).hasSize(2);
    }

    @Test
    void anOpenHasEveryField() {
        server.add(TRACK);
        recordOpens(1);

        var open = opens(server.get(PATH)).get(0);

        assertThat(open.keySet())
                .containsExactly(
                        "id",
                        "opened_at",
                        "ip_address",
                        "user_agent",
                        "referer",
                        "country",
                        "city",
                        "verdict",
                        "reason",
                        "reason_text",
                        "confidence",
                        "repeat",
                        "proxy_type",
                        "is_real_open",
                        "client",
                        "os",
                        "device",
                        "network",
                        "asn",
                        "country_code");
        assertThat(open)
                .containsEntry("id", 1)
                .containsEntry("opened_at", "2026-11-20T12:00:00.123456Z")
                .containsEntry("ip_address", "2001:db8::17")
                .containsEntry("referer", "https://mail.example.com/")
                .containsEntry("country", null)
                .containsEntry("verdict", null)
                .containsEntry("confidence", null)
                .containsEntry("repeat", false)
                .containsEntry("proxy_type", null)
                .containsEntry("is_real_open", true);
    }

    @Test
    void theNewestThousandOpensAreShownAndTheRestIsOnTheNextPages() {
        server.add(TRACK);
        recordOpens(1_003);

        var response = server.get(PATH);

        assertThat(opens(response))
                .hasSize(1_000)
                .first()
                .satisfies(open -> assertThat(open).containsEntry("id", 1_003));
        String next = response.headers().firstValue("X-Next-Page").orElseThrow();
        assertThat(next).startsWith(WebServer.BASE_URL + PATH + "/opens?cursor=");
        assertThat(response.headers().firstValue("Link")).contains("<" + next + ">; rel=\"next\"");
        var rest = server.get(next.substring(WebServer.BASE_URL.length()));
        assertThat(WebServer.array(rest)).extracting(open -> open.get("id")).containsExactly(3, 2, 1);
    }

    @Test
    void aThousandOpensHaveNoNextPage() {
        server.add(TRACK);
        recordOpens(1_000);

        var response = server.get(PATH);

        assertThat(opens(response)).hasSize(1_000);
        assertThat(response.headers().firstValue("Link")).isEmpty();
    }

    @Test
    void opensComePageAfterPage() {
        server.add(TRACK);
        recordOpens(5);

        var found = new ArrayList<>();
        String next = WebServer.BASE_URL + PATH + "/opens?limit=2";
        while (next != null) {
            var response = server.get(next.substring(WebServer.BASE_URL.length()));
            WebServer.array(response).forEach(open -> found.add(open.get("id")));
            next = response.headers().firstValue("X-Next-Page").orElse(null);
            assertThat(next == null || next.startsWith(WebServer.BASE_URL + PATH + "/opens?limit=2&cursor="))
                    .isTrue();
        }

        assertThat(found).containsExactly(5, 4, 3, 2, 1);
    }

    @Test
    void opensOfOneVerdictComePageAfterPage() {
        server.add(TRACK);
        for (int i = 0; i < 3; i++) {
            server.record(Samples.judge(Verdict.SCANNER), Samples.hit(TRACK));
            server.record(Samples.judge(Verdict.HUMAN), Samples.hit(TRACK));
        }

        var first = server.get(PATH + "/opens?verdict=scanner&limit=2");
        String next = first.headers().firstValue("X-Next-Page").orElseThrow();
        var second = server.get(next.substring(WebServer.BASE_URL.length()));

        assertThat(WebServer.array(first)).extracting(open -> open.get("id")).containsExactly(5, 3);
        assertThat(next).contains("limit=2&verdict=scanner&cursor=");
        assertThat(WebServer.array(second)).extracting(open -> open.get("id")).containsExactly(1);
        assertThat(second.headers().firstValue("X-Next-Page")).isEmpty();
        assertThat(server.get(PATH + "/opens?verdict=self").body()).isEqualTo("[]");
    }

    @Test
    void noOpensAreAnEmptyArray() {
        server.add(TRACK);

        assertThat(server.get(PATH + "/opens").body()).isEqualTo("[]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=x", "verdict=x", "verdict=HUMAN", "cursor=x", "cursor=dHJhY2sgMSAy"})
    void whatIsNotAllowedOfOpensIsNamed(String query) {
        server.add(TRACK);

        var response = server.get(PATH + "/opens?" + query);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("\"field\":\"" + query.substring(0, query.indexOf('=')) + "\"");
    }

    @Test
    void itIsDeletedWithItsOpens() {
        server.add(TRACK);
        recordOpens(2);

        var response = server.send(server.api(PATH).DELETE());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("{\"message\":\"Track deleted\"}");
        assertNoTrack(server.get(PATH));
        assertNoTrack(server.get(PATH + "/opens"));
        assertNoTrack(server.send(server.api(PATH).DELETE()));
        assertThat(WebServer.object(server.get("/api/stats"))).containsEntry("total_opens", 0);
    }

    @Test
    void idsAreTheSameInAnyCase() {
        server.add(TRACK);

        assertThat(server.get("/api/tracks/" + TRACK.id().value().toUpperCase(java.util.Locale.ROOT))
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "%20", "%00", "..%2f..", "a%2fb", "%C3%A4", "%ff", "1;x=2", "*", "%25", "a+b"})
    void anIdThatNoTrackHasIsNotFound(String id) {
        assertThat(server.get("/api/tracks/" + id).statusCode()).isEqualTo(404);
        assertThat(server.get("/api/tracks/" + id + "/opens").statusCode()).isEqualTo(404);
        assertThat(server.send(server.api("/api/tracks/" + id).DELETE()).statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "%zz", "%2", "a b", "{", "\\", "\"", "^", "|", "\u00fc", "a\tb"})
    void aPathThatIsNoneIsRefused(String id) {
        try (Wire wire = server.connect()) {
            var answer = wire.send("GET /api/tracks/" + id + " HTTP/1.1\r\nHost: x\r\nX-API-Key: " + WebServer.KEY
                            + "\r\n\r\n")
                    .read();

            assertThat(answer.status()).isBetween(400, 404);
            assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a b", "a/b", "\u00fc", "\ud83d\ude00", "100%", "a+b", "a?b#c", "1;x=2", "*", "<\"'>", "a\u0001b"
            })
    void idsThatWereTakenOverMayHaveAnyCharacters(String id) {
        server.add(new Track(new TrackId(id), TRACK.details(), Samples.NOON));

        var listed = WebServer.array(server.get("/api/tracks")).get(0);
        String inPath = listed.get("pixel_url").toString().replaceFirst(".*/p/(.*)\\.gif", "$1");
        assertThat(inPath).matches("([A-Za-z0-9._~-]|%[0-9A-F]{2})+");
        server.sendForBytes(server.anonymous("/p/" + inPath + ".gif"));

        assertThat(server.spool().onlyHit().trackId().value()).isEqualTo(id);
        assertThat(WebServer.object(server.get("/api/tracks/" + inPath))).containsEntry("id", id);
        assertThat(server.get("/api/tracks/" + inPath + "/opens").body()).isEqualTo("[]");
        assertThat(server.send(server.api("/api/tracks/" + inPath).DELETE()).statusCode())
                .isEqualTo(200);
        assertThat(server.get("/api/tracks").body()).isEqualTo("[]");
    }

    @Test
    void headTellsWhetherItIsThere() {
        server.add(TRACK);

        var there = server.send(server.api(PATH).method("HEAD", java.net.http.HttpRequest.BodyPublishers.noBody()));
        var gone = server.send(
                server.api("/api/tracks/x").method("HEAD", java.net.http.HttpRequest.BodyPublishers.noBody()));

        assertThat(there.statusCode()).isEqualTo(200);
        assertThat(there.body()).isEmpty();
        assertThat(gone.statusCode()).isEqualTo(404);
    }
}
