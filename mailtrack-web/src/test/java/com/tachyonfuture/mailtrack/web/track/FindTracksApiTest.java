package com.tachyonfuture.mailtrack.web.track;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.contract.Samples;
import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.domain.track.TrackDetails;
import com.tachyonfuture.mailtrack.web.server.WebServer;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FindTracksApiTest {

    @RegisterExtension
    final WebServer server = new WebServer();

    private static List<Object> ids(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return WebServer.array(response).stream().map(track -> track.get("id")).toList();
    }

    private static List<Object> ids(int... numbers) {
        var ids = new ArrayList<>();
        for (int number : numbers) {
            ids.add(Samples.id(number).value());
        }
        return ids;
    }

    private static Optional<String> next(HttpResponse<String> response) {
        Optional<String> next = response.headers().firstValue("X-Next-Page");
        assertThat(response.headers().firstValue("Link")).isEqualTo(next.map(url -> "<" + url + ">; rel=\"next\""));
        return next;
    }

    private HttpResponse<String> follow(String next) {
        assertThat(next).startsWith(WebServer.BASE_URL + "/api/tracks?");
        return server.get(next.substring(WebServer.BASE_URL.length()));
    }

    @Test
    void nothingIsAnEmptyArray() {
        var response = server.get("/api/tracks");

        assertThat(response.body()).isEqualTo("[]");
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(next(response)).isEmpty();
    }

    @Test
    void theNewestComeFirst() {
        server.add(Samples.track(1), Samples.track(2), Samples.track(3));

        assertThat(ids(server.get("/api/tracks"))).isEqualTo(ids(3, 2, 1));
        assertThat(WebServer.array(server.get("/api/tracks")).get(0))
                .containsEntry("recipient", "reader3@example.com")
                .containsKeys("snippets", "read_count")
                .doesNotContainKey("opens");
    }

    @Test
    void aHundredMakeAPage() {
        for (int i = 1; i <= 101; i++) {
            server.add(Samples.track(i));
        }

        var first = server.get("/api/tracks");

        assertThat(ids(first)).hasSize(100);
        assertThat(ids(follow(next(first).orElseThrow()))).isEqualTo(ids(1));
    }

    @Test
    void pageFollowsPageWithTheSameFilters() {
        for (int i = 1; i <= 5; i++) {
            server.add(Samples.track(i, new TrackDetails("a+b & ü@example.com", "50% off? #1", null, null)));
        }
        server.add(Samples.track(6, new TrackDetails("other@example.com", "50% off", null, null)));

        var found = new ArrayList<>();
        var response = server.get("/api/tracks?limit=2&q=50%25+off%3F&recipient=A%2Bb%20%26%20%C3%BC%40example.com"
                + "&read=false&since=2026-11-20T12:00:00%2B00:00&until=2027-01-01&ignored=1");
        found.addAll(ids(response));
        String next = next(response).orElseThrow();
        assertThat(next)
                .startsWith(WebServer.BASE_URL
                        + "/api/tracks?limit=2&q=50%25%20off%3F&recipient=A%2Bb%20%26%20%C3%BC%40example.com"
                        + "&read=false&since=2026-11-20T12%3A00%3A00%2B00%3A00&until=2027-01-01&cursor=");
        for (Optional<String> page = Optional.of(next); page.isPresent(); page = next(response)) {
            response = follow(page.get());
            found.addAll(ids(response));
        }

        assertThat(found).isEqualTo(ids(5, 4, 3, 2, 1));
    }

    @Test
    void ofRepeatedParametersTheFirstCounts() {
        for (int i = 1; i <= 4; i++) {
            server.add(Samples.track(i));
        }
        String next = next(server.get("/api/tracks?limit=2")).orElseThrow();

        assertThat(ids(follow(next + "&limit=1&cursor=junk&q=nothing&limit=junk")))
                .isEmpty();
        assertThat(ids(follow(next + "&limit=1&cursor=junk&limit=junk"))).isEqualTo(ids(2, 1));
    }

    @Test
    void emptyParametersCountAsNone() {
        server.add(Samples.track(1));

        assertThat(ids(server.get("/api/tracks?limit=&cursor=&q=&recipient=&read=&since=&until=")))
                .isEqualTo(ids(1));
        assertThat(ids(server.get("/api/tracks?limit&q"))).isEqualTo(ids(1));
    }

    @Test
    void wordsOfAllTextsAreFound() {
        server.add(
                Samples.track(1, new TrackDetails("zoe@example.com", "Angebot für März", null, null)),
                Samples.track(2, new TrackDetails(null, null, "Zoë called", null)),
                Samples.track(3, new TrackDetails("x@example.org", "y", "z", null)));

        assertThat(ids(server.get("/api/tracks?q=zo"))).isEqualTo(ids(2, 1));
        assertThat(ids(server.get("/api/tracks?q=ZO%C3%8B%20m%C3%A4r"))).isEqualTo(ids(1));
        assertThat(ids(server.get("/api/tracks?q=%2F%2F"))).isEmpty();
    }

    @Test
    void readOnesAndUnreadOnesAreToldApart() {
        server.add(Samples.track(1), Samples.track(2));
        server.record(Samples.hit(Samples.track(2)));

        assertThat(ids(server.get("/api/tracks?read=true"))).isEqualTo(ids(2));
        assertThat(ids(server.get("/api/tracks?read=false"))).isEqualTo(ids(1));
        assertThat(WebServer.array(server.get("/api/tracks")).get(0))
                .containsEntry("open_count", 1)
                .containsEntry("read_count", 1)
                .containsEntry("first_opened_at", "2026-11-20T12:00:00.123456Z")
                .containsEntry("last_opened_at", "2026-11-20T12:00:00.123456Z");
    }

    @ParameterizedTest
    @CsvSource({
        "since=2026-11-20T12:00:02.123456Z, 3 2",
        "since=2026-11-20T12:00:02.1234561Z, 3",
        "since=2026-11-20T13:00:02.123456%2B01:00, 3 2",
        "since=2026-11-20T13:00:02.123456+01:00, 3 2",
        "since=2026-11-20%2012:00:03, 3",
        "since=1795176002.123456, 3 2",
        "until=2026-11-20T12:00:02.123456Z, 1",
        "until=2026-11-20, ''",
        "since=2026-11-20&until=2026-11-21, 3 2 1",
    })
    void aSpanOfTimeIsFromItsStartToJustBeforeItsEnd(String query, String expected) {
        server.add(Samples.track(1), Samples.track(2), Samples.track(3));

        var ids = ids(server.get("/api/tracks?" + query));

        assertThat(String.join(
                        " ",
                        ids.stream()
                                .map(id -> id.toString().replaceFirst(".*-0*", ""))
                                .toList()))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=1001",
                "limit=-1",
                "limit=ten",
                "limit=1.5",
                "limit=1e2",
                "limit=%201",
                "limit=99999999999999999999",
                "limit=%D9%A1",
                "read=yes",
                "read=1",
                "read=TRUE",
                "verdict=Human",
                "verdict=reader",
                "verdict=%00",
                "since=yesterday",
                "since=99999999999999",
                "since=-99999999999",
                "since=1e400",
                "until=2026-02-30",
                "until=12345-01-01",
                "cursor=junk",
                "cursor=%00",
                "cursor=b3BlbiA1",
                "q=LONG",
                "recipient=LONG"
            })
    void whatIsNotAllowedIsNamed(String query) {
        var response = server.get("/api/tracks?" + query.replace("LONG", "x".repeat(501)));

        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(WebServer.object(response)).containsEntry("code", "invalid_parameter");
        String field = query.substring(0, query.indexOf('='));
        assertThat(WebServer.object(response).get("errors"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.list(Map.class))
                .singleElement()
                .satisfies(error -> assertThat(error.get("field")).isEqualTo(field));
    }

    @Test
    void theTracksWithAVerdictComePageAfterPage() {
        server.add(Samples.track(1), Samples.track(2), Samples.track(3), Samples.track(4));
        server.record(
                Samples.judge(Verdict.SCANNER),
                Samples.hit(Samples.track(1)),
                Samples.hit(Samples.track(3)),
                Samples.hit(Samples.track(4)));
        server.record(Samples.judge(Verdict.HUMAN), Samples.hit(Samples.track(2)), Samples.hit(Samples.track(3)));

        var first = server.get("/api/tracks?verdict=scanner&limit=2");

        assertThat(ids(first)).isEqualTo(ids(4, 3));
        assertThat(ids(follow(next(first).orElseThrow()))).isEqualTo(ids(1));
        assertThat(ids(server.get("/api/tracks?verdict=human"))).isEqualTo(ids(3, 2));
        assertThat(ids(server.get("/api/tracks?verdict=bot"))).isEmpty();
    }

    @Test
    void aThousandMayMakeAPage() {
        assertThat(server.get("/api/tracks?limit=1000").statusCode()).isEqualTo(200);
        assertThat(server.get("/api/tracks?limit=1").statusCode()).isEqualTo(200);
    }
}
