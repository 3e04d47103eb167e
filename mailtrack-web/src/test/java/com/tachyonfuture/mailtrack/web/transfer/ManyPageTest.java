package com.tachyonfuture.mailtrack.web.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.web.server.Browser;
import com.tachyonfuture.mailtrack.web.server.WebServer;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class ManyPageTest {

    @RegisterExtension
    final WebServer server = new WebServer();

    private Browser browser;

    @BeforeEach
    void signIn() {
        browser = server.browser().signIn();
        browser.get("/create/many");
    }

    private HttpResponse<String> send(String recipients, String subject) {
        return browser.submit(
                "/create/many", Map.of("recipients", recipients, "subject", subject, "notes", "one\r\ntwo"));
    }

    private String location(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(303);
        return response.headers().firstValue("Location").orElseThrow();
    }

    @Test
    void eachRecipientGetsATrackAndASnippet() {
        var created = send("Ada <ada@example.com>\r\nbob@example.com, ADA@example.com", "Offer");

        browser.get(location(created));

        var page = browser.page();
        assertThat(page.select("h1").text()).isEqualTo("Offer");
        assertThat(page.select(".notice").text())
                .isEqualTo("2 tracks were created. 1 address was in the list before; it got one track all the same.");
        assertThat(page.select(".copies__recipient").eachText())
                .containsExactly("Ada <ada@example.com>", "bob@example.com");
        assertThat(page.select(".copies__html").eachAttr("value"))
                .hasSize(2)
                .allSatisfy(html -> assertThat(html).startsWith("<img src=\"https://mail.example.com/p/"));
        assertThat(WebServer.array(server.get("/api/tracks")))
                .extracting(track -> track.get("notes"))
                .containsExactly("one\ntwo", "one\ntwo");
    }

    @Test
    void theFileForMailMergeIsBehindALink() {
        browser.get(location(send("Ada <ada@example.com>", "Offer")));

        var merge = browser.get(browser.page().select("a[download]").attr("href"));

        assertThat(merge.statusCode()).isEqualTo(200);
        assertThat(merge.body()).startsWith("\uFEFFrecipient,name,pixel_url,html\r\nada@example.com,Ada,https://");
        assertThat(merge.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"mailtrack-merge-2026-11-20.csv\"");
    }

    @Test
    void sendingTheFormTwiceCreatesOnce() {
        var again = browser.copy();
        String first = location(send("a@x, b@x", "Offer"));
        String second = location(again.submit(
                "/create/many", Map.of("recipients", "a@x, b@x", "subject", "Offer", "notes", "one\r\ntwo")));

        assertThat(second).isEqualTo(first);
        assertThat(WebServer.array(server.get("/api/tracks"))).hasSize(2);
    }

    @Test
    void whatIsNoAddressIsNamedWithItsLineAndKept() {
        var refused = send("a@x\nBob\n\nLovelace, Ada <l@x>", "Offer");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(browser.page().select(".notice li").eachText())
                .containsExactly(
                        "The list of recipients has to be changed.",
                        "Line 2: \"Bob\" is not an e-mail address.",
                        "Line 4: \"Lovelace\" is not an e-mail address.");
        assertThat(browser.page().select("#recipients").text()).contains("Bob");
        assertThat(WebServer.array(server.get("/api/tracks"))).isEmpty();
    }

    @Test
    void anEmptyListAndASubjectThatIsTooLongAreRefused() {
        assertThat(send(" \n", "Offer").statusCode()).isEqualTo(422);
        assertThat(browser.page().select(".notice li").eachText()).containsExactly("The list of recipients is empty.");
        assertThat(send("a@x", "s".repeat(501)).statusCode()).isEqualTo(422);
        assertThat(browser.page().select("#subject-error").text()).contains("501");
    }

    @Test
    void manyMistakesAreCutShort() {
        send("x\n".repeat(80), "Offer");

        assertThat(browser.page().select(".notice li").eachText())
                .hasSize(52)
                .last()
                .isEqualTo("And 30 more.");
    }

    @Test
    void theMistakesAreToldInTheReadersLanguage() {
        var request = browser.request("/create/many")
                .header("Accept-Language", "de")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(Browser.encode(
                        Map.of("form_token", browser.formToken(), "recipients", "Bob", "idempotency_key", "k"))));

        browser.send(request);

        assertThat(browser.page().select(".notice li").last().text())
                .isEqualTo("Zeile 1: „Bob“ ist keine E-Mail-Adresse.");
    }

    @Test
    void aGroupThatNobodyHasIsNotFound() {
        assertThat(browser.get("/create/many/result?message_group_id=none").statusCode())
                .isEqualTo(404);
        assertThat(browser.get("/create/many/result").statusCode()).isEqualTo(400);
    }

    @Test
    void aFormFromElsewhereCreatesNothing() {
        assertThat(browser.post("/create/many", "recipients=a%40x").statusCode())
                .isEqualTo(403);
        assertThat(WebServer.array(server.get("/api/tracks"))).isEmpty();
    }
}
