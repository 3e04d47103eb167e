package com.tachyonfuture.mailtrack.web.transfer;

import static com.tachyonfuture.mailtrack.application.contract.Samples.id;
import static com.tachyonfuture.mailtrack.application.contract.Samples.track;
import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.transfer.ImportTracks;
import com.tachyonfuture.mailtrack.web.server.Browser;
import com.tachyonfuture.mailtrack.web.server.WebServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ImportPageTest {

    @RegisterExtension
    final WebServer server = new WebServer();

    private Browser browser;

    @BeforeEach
    void signIn() {
        browser = server.browser().signIn();
        browser.get("/import");
    }

    private static String field(String name, String value) {
        return "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private static String file(String content) {
        return "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"t.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n" + content + "\r\n";
    }

    private HttpResponse<String> upload(String content) {
        return send(field("form_token", browser.formToken()) + file(content) + "--b--\r\n");
    }

    private HttpResponse<String> send(String body) {
        return send("multipart/form-data; boundary=b", body);
    }

    private HttpResponse<String> send(String type, String body) {
        return browser.send(browser.request("/import")
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body, StandardCharsets.UTF_8)));
    }

    private String prepared(String content) {
        var uploaded = upload(content);
        assertThat(uploaded.statusCode()).isEqualTo(303);
        String location = uploaded.headers().firstValue("Location").orElseThrow();
        browser.get(location);
        return location;
    }

    @Test
    void aFileIsLookedAtAndThenImported() {
        server.add(track(1));
        String location = prepared("id,recipient,subject\n" + id(1) + ",a@x,Old\n,Zoë,New\n,,\n");

        assertThat(browser.page().select(".lead").text())
                .isEqualTo("The file has 2 tracks, and nothing is wrong with it. 1 is there already; it is skipped.");
        assertThat(browser.page().select(".copies__one").eachText()).containsExactly("a@x Old", "Zoë New");
        assertThat(WebServer.array(server.get("/api/tracks"))).hasSize(1);

        var confirmed = browser.submit(location, Map.of());
        assertThat(confirmed.statusCode()).isEqualTo(303);
        browser.get(location);

        assertThat(browser.page().select(".notice").text())
                .isEqualTo("1 track was imported. 1 was there already and stayed as it is.");
        assertThat(browser.page().select("form[action=" + location + "]")).isEmpty();
        assertThat(WebServer.array(server.get("/api/tracks")))
                .extracting(track -> track.get("subject"))
                .containsExactlyInAnyOrder("Offer 1", "New");
    }

    @Test
    void sayingYesTwiceImportsOnce() {
        String location = prepared("recipient\na@x\n");
        var other = browser.copy();

        browser.submit(location, Map.of());
        assertThat(other.submit(location, Map.of()).statusCode()).isEqualTo(303);

        assertThat(WebServer.array(server.get("/api/tracks"))).hasSize(1);
    }

    @Test
    void whatIsWrongIsToldByLineAndColumn() {
        var rejected = upload("recipient,created_at\na@x,yesterday\nb@x\n" + "c@x,2999-01-01\n".repeat(60));

        assertThat(rejected.statusCode()).isEqualTo(422);
        assertThat(browser.page().select(".notice p").text())
                .isEqualTo("Nothing was imported: 62 things are wrong with the file.");
        assertThat(browser.page().select(".notice li").eachText())
                .hasSize(ImportTracks.PROBLEMS_SHOWN + 1)
                .startsWith(
                        "Line 2, created_at: must be a time such as 2026-11-20T08:30:00Z, or a date.",
                        "Line 3: does not have as many fields as the first line: 1 instead of 2.",
                        "Line 4, created_at: lies in the future.")
                .endsWith("And 12 more.");
        assertThat(WebServer.array(server.get("/api/tracks"))).isEmpty();
    }

    @Test
    void anExportComesBackAsItWas() {
        server.add(track(1), track(2));
        String exported = browser.get("/export/tracks.csv").body().substring(1);
        var before = WebServer.array(server.get("/api/tracks"));
        server.send(server.api("/api/tracks/" + id(1)).DELETE());
        browser.get("/import");

        browser.submit(prepared(exported), Map.of());

        assertThat(WebServer.array(server.get("/api/tracks"))).isEqualTo(before);
    }

    @Test
    void aFileAsLargeAsAllowedIsTakenAndALargerOneIsNot() {
        String row = "n".repeat(1_000) + "\n";
        String rows = "notes\n" + row.repeat((ImportTracks.LARGEST_FILE - 6) / row.length());
        String largest = rows + "n".repeat(ImportTracks.LARGEST_FILE - rows.length());

        assertThat(upload(largest).statusCode()).isEqualTo(303);
        for (int more : List.of(1, 30_000, 2_000_000)) {
            browser.get("/import");
            assertThat(upload(largest + "n".repeat(more)).statusCode())
                    .as("%s more", more)
                    .isEqualTo(413);
            assertThat(browser.page().select(".notice").text())
                    .isEqualTo("The file has more than 16 MiB. Nothing was imported.");
        }
    }

    @Test
    void withoutAFileNothingHappens() {
        String token = field("form_token", browser.formToken());

        assertThat(send(token + file("") + "--b--\r\n").statusCode()).isEqualTo(422);
        assertThat(send(token + "--b--\r\n").statusCode()).isEqualTo(422);
        assertThat(send(token + field("file", "recipient") + "--b--\r\n").statusCode())
                .isEqualTo(422);
    }

    @Test
    void aFormFromElsewhereIsRefused() {
        assertThat(send(file("recipient\na@x\n") + "--b--\r\n").statusCode()).isEqualTo(403);
        assertThat(send(field("form_token", "x") + file("recipient\na@x\n") + "--b--\r\n")
                        .statusCode())
                .isEqualTo(403);
        String location = prepared("recipient\na@x\n");
        assertThat(browser.post(location, "").statusCode()).isEqualTo(403);
        assertThat(WebServer.array(server.get("/api/tracks"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--b",
                "--b--",
                "--b\r\n\r\n\r\n--b--\r\n",
                "--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b--\r\n",
                "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"x\"\r\n\r\nrecipient",
                "garbage"
            })
    void whatIsNoFormIsRefused(String body) {
        assertThat(send(body).statusCode()).isBetween(400, 499);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"multipart/form-data", "application/x-www-form-urlencoded", "text/plain", "multipart/mixed"})
    void otherTypesAreRefused(String type) {
        assertThat(send(type, "x=y").statusCode()).isBetween(400, 499);
    }

    @Test
    void moreFieldsThanAnyFormHasAreRefused() {
        assertThat(send(field("x", "y").repeat(100) + "--b--\r\n").statusCode()).isBetween(400, 499);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "11111111-2222-3333-4444-555555555555", "11111111-2222-3333-4444-55555555555A"})
    void anImportThatIsNotThereIsNotFound(String id) {
        assertThat(browser.get("/import/" + id).statusCode()).isEqualTo(404);
    }

    @Test
    void theFilesOfThePageAreThere() {
        server.add(track(1));

        var links = browser.page().select("a[download]").eachAttr("href");

        assertThat(links).containsExactly("/export/tracks.csv", "/export/tracks.json");
        assertThat(links)
                .allSatisfy(link -> assertThat(browser.get(link).statusCode()).isEqualTo(200));
        assertThat(browser.get("/export/opens.csv?since=2026-11-20&until=2026-11-20")
                        .statusCode())
                .isEqualTo(200);
        assertThat(browser.get("/export/opens.json?since=&until=").body()).isEqualTo("[]");
        assertThat(browser.get("/export/opens.csv?since=2026-11-21&until=2026-11-20")
                        .statusCode())
                .isEqualTo(400);
    }
}
