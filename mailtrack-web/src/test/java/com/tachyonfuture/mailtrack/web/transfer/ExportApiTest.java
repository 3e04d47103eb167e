package com.tachyonfuture.mailtrack.web.transfer;

import static com.tachyonfuture.mailtrack.application.contract.Samples.NOON;
import static com.tachyonfuture.mailtrack.application.contract.Samples.hit;
import static com.tachyonfuture.mailtrack.application.contract.Samples.judge;
import static com.tachyonfuture.mailtrack.application.contract.Samples.track;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.domain.track.TrackDetails;
import com.tachyonfuture.mailtrack.web.server.WebServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ExportApiTest {

    @RegisterExtension
    final WebServer server = new WebServer();

    private List<String> lines(String path) {
        return server.get(path).body().lines().toList();
    }

    @Test
    void tracksAreRowsUnderTheNamesOfTheirFields() {
        server.add(track(1, new TrackDetails("Zoë <zoe@example.com>", "a, \"b\"", "one\r\ntwo", null)), track(2));
        server.record(hit(track(1)));

        var response = server.get("/api/export/tracks.csv");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("text/csv;charset=utf-8");
        assertThat(response.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"mailtrack-tracks-2026-11-20.csv\"");
        assertThat(response.body().split("\r\n"))
                .containsExactly(
                        "id,recipient,subject,notes,message_group_id,created_at,open_count,read_count,first_opened_at,"
                                + "last_opened_at,verdicts.human,verdicts.image_proxy,verdicts.prefetch,"
                                + "verdicts.scanner,verdicts.bot,verdicts.self,verdicts.undecided,pixel_url",
                        "0f6c1a52-3b7e-4d19-9a44-000000000002,reader2@example.com,Offer 2,,,"
                                + "2026-11-20T12:00:02.123456Z,0,0,,,0,0,0,0,0,0,0,"
                                + "https://mail.example.com/p/0f6c1a52-3b7e-4d19-9a44-000000000002.gif",
                        "0f6c1a52-3b7e-4d19-9a44-000000000001,Zoë <zoe@example.com>,\"a, \"\"b\"\"\",\"one",
                        "two\",,2026-11-20T12:00:01.123456Z,1,1,2026-11-20T12:00:00.123456Z,"
                                + "2026-11-20T12:00:00.123456Z,0,0,0,0,0,0,0,"
                                + "https://mail.example.com/p/0f6c1a52-3b7e-4d19-9a44-000000000001.gif");
        assertThat(response.body()).endsWith("\r\n");
    }

    @Test
    void whatASpreadsheetWouldTakeForAFormulaIsGuarded() {
        server.add(track(1, new TrackDetails("=HYPERLINK(\"http://evil\")", "+1", "'=x", "@")));

        assertThat(lines("/api/export/tracks.csv").get(1))
                .contains("\"'=HYPERLINK(\"\"http://evil\"\")\"")
                .contains(",'+1,")
                .contains(",''=x,")
                .contains(",'@,");
    }

    @Test
    void jsonIsTheArrayThatTheListIs() {
        server.add(track(1), track(2));
        server.record(hit(track(1)));

        var response = server.get("/api/export/tracks.json");

        assertThat(response.body()).isEqualTo(server.get("/api/tracks").body());
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(response.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"mailtrack-tracks-2026-11-20.json\"");
    }

    @Test
    void moreThanAnyPageHoldsComesWhole() {
        IntStream.range(0, 2_345).forEach(number -> server.add(track(number)));

        assertThat(lines("/api/export/tracks.csv")).hasSize(2_346).doesNotHaveDuplicates();
        assertThat(WebServer.array(server.get("/api/export/tracks.json"))).hasSize(2_345);
    }

    @Test
    void theFiltersOfTheListCount() {
        server.add(track(1), track(2), track(3));
        server.record(judge(Verdict.SCANNER), hit(track(3)));

        assertThat(lines("/api/export/tracks.csv?q=offer+2")).hasSize(2);
        assertThat(lines("/api/export/tracks.csv?recipient=READER1@example.com"))
                .hasSize(2);
        assertThat(lines("/api/export/tracks.csv?verdict=scanner")).hasSize(2);
        assertThat(lines("/api/export/tracks.csv?state=waiting")).hasSize(3);
        assertThat(lines("/api/export/tracks.csv?since=2026-11-20T12:00:02Z&until=2026-11-20T12:00:03Z"))
                .hasSize(2);
        assertThat(lines("/api/export/tracks.csv?q=nothing")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tracks.csv?verdict=x",
                "tracks.csv?state=x",
                "tracks.json?since=x",
                "opens.csv?since=x",
                "opens.json?verdict=x",
                "merge.csv",
                "merge.csv?message_group_id=1234567890123456789012345678901234567"
            })
    void whatIsWrongIsSaidBeforeTheFileBegins(String path) {
        var response = server.get("/api/export/" + path);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(response.headers().firstValue("Content-Disposition")).isEmpty();
    }

    @Test
    void opensOfATrackAreRows() {
        server.add(track(1), track(2));
        server.record(judge(Verdict.HUMAN), hit(track(1)), hit(track(2)));
        String id = track(1).id().value();

        List<String> lines = lines("/api/export/opens.csv?track_id=" + id);

        assertThat(lines.getFirst())
                .isEqualTo("track_id,id,opened_at,ip_address,user_agent,referer,country,city,verdict,reason,"
                        + "reason_text,confidence,repeat,proxy_type,is_real_open,client,os,device,network,asn,"
                        + "country_code");
        assertThat(lines).hasSize(2);
        assertThat(lines.get(1)).startsWith(id + ",").contains(",2001:db8::17,").contains(",human,");
        assertThat(lines("/api/export/opens.csv?verdict=bot&track_id=" + id)).hasSize(1);
        assertThat(server.get("/api/export/opens.csv?track_id=x").statusCode()).isEqualTo(404);
    }

    @Test
    void opensOfAllTracksInAPeriodComeEarliestFirst() {
        server.add(track(1), track(2));
        server.record(hit(track(1), NOON.plusSeconds(1)), hit(track(2), NOON), hit(track(1), NOON.minusSeconds(1)));
        server.record(judge(Verdict.BOT), hit(track(2), NOON.plusSeconds(2)));

        assertThat(WebServer.array(server.get("/api/export/opens.json?since=2026-11-20T12:00:00Z")))
                .extracting(open -> open.get("opened_at"))
                .containsExactly(
                        "2026-11-20T12:00:00.123456Z", "2026-11-20T12:00:01.123456Z", "2026-11-20T12:00:02.123456Z");
        assertThat(lines("/api/export/opens.csv")).hasSize(5);
        assertThat(lines("/api/export/opens.csv?verdict=bot")).hasSize(2);
        assertThat(lines("/api/export/opens.csv?until=2026-11-20T12:00:00Z")).hasSize(2);
    }

    @Test
    void aJsonOpenHasTheFieldsOfTheListAndItsTrack() {
        server.add(track(1));
        server.record(hit(track(1)));

        var exported = WebServer.array(server.get("/api/export/opens.json")).getFirst();
        var expected = new HashMap<>(WebServer.array(server.get("/api/tracks/" + track(1).id() + "/opens"))
                .getFirst());
        expected.put("track_id", track(1).id().value());

        assertThat(exported).isEqualTo(expected);
    }

    @Test
    void manyOpensComeWhole() {
        server.add(track(1));
        IntStream.range(0, 1_234).forEach(number -> server.record(hit(track(1), NOON.plusSeconds(number / 3))));

        assertThat(lines("/api/export/opens.csv")).hasSize(1_235).doesNotHaveDuplicates();
        assertThat(lines("/api/export/opens.csv?track_id=" + track(1).id())).hasSize(1_235);
    }

    @Test
    void aMailMergeHasAddressesNamesAndImages() {
        server.add(
                track(2, new TrackDetails("\"Lovelace, Ada\" <ada@example.com>", null, null, "g")),
                track(1, new TrackDetails("whoever", null, null, "g")));

        assertThat(lines("/api/export/merge.csv?message_group_id=g"))
                .containsExactly(
                        "recipient,name,pixel_url,html",
                        "ada@example.com,\"Lovelace, Ada\","
                                + "https://mail.example.com/p/0f6c1a52-3b7e-4d19-9a44-000000000002.gif,\"<img"
                                + " src=\"\"https://mail.example.com/p/0f6c1a52-3b7e-4d19-9a44-000000000002.gif\"\""
                                + " width=\"\"1\"\" height=\"\"1\"\" style=\"\"display:none\"\" alt=\"\"\"\" />\"",
                        "whoever,,https://mail.example.com/p/0f6c1a52-3b7e-4d19-9a44-000000000001.gif,\"<img"
                                + " src=\"\"https://mail.example.com/p/0f6c1a52-3b7e-4d19-9a44-000000000001.gif\"\""
                                + " width=\"\"1\"\" height=\"\"1\"\" style=\"\"display:none\"\" alt=\"\"\"\" />\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tracks.csv", "tracks.json"})
    void aStorageThatGoesAwayInTheMiddleLeavesNothingThatLooksComplete(String file) throws Exception {
        String notes = "n".repeat(TrackDetails.LONGEST_NOTES_BYTES);
        IntStream.range(0, 600).forEach(number -> server.add(track(number, new TrackDetails(null, null, notes, null))));

        try (HttpClient client = HttpClient.newHttpClient();
                InputStream body = client.send(server.api("/api/export/" + file).build(), BodyHandlers.ofInputStream())
                        .body()) {
            assertThat(body.readNBytes(100)).hasSize(100);
            server.storage().goDown();

            assertThatThrownBy(body::readAllBytes).isInstanceOf(IOException.class);
        }
    }

    @Test
    void aStorageThatIsAwayFromTheStartIsAnError() {
        server.storage().goDown();

        assertThat(server.get("/api/export/tracks.csv").statusCode()).isEqualTo(503);
        assertThat(server.get("/api/export/opens.json").statusCode()).isEqualTo(503);
    }

    @Test
    void nobodyGetsAnythingWithoutTheKey() {
        assertThat(server.send(server.anonymous("/api/export/tracks.csv")).statusCode())
                .isEqualTo(401);
        assertThat(server.send(server.owner("/api/export/tracks.csv")).statusCode())
                .isEqualTo(401);
    }
}
