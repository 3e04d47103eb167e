package com.tachyonfuture.mailtrack.web.recipient;

import static com.tachyonfuture.mailtrack.application.contract.RecipientsContract.to;
import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.contract.Samples;
import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.domain.recipient.RecipientKey;
import com.tachyonfuture.mailtrack.web.server.WebServer;
import java.time.Duration;
import java.time.Instant;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RecipientsPageTest {

    private static final Instant SENT_AT = WebServer.NOW.minus(Duration.ofDays(2));

    @RegisterExtension
    final WebServer server = new WebServer();

    private Document page(String path) {
        return Jsoup.parse(server.page(path).body());
    }

    private static String href(String recipient) {
        return "/recipients/" + RecipientKey.of(recipient).orElseThrow().value();
    }

    private void someRecipients() {
        server.add(
                to(1, "ada@example.com", SENT_AT),
                to(2, "Ada@example.com", SENT_AT.plusSeconds(60)),
                to(3, "ada@example.com", SENT_AT.plusSeconds(120)),
                to(4, "<b>bob</b>", SENT_AT),
                to(5, null, SENT_AT));
        server.record(Samples.judge(Verdict.PREFETCH), Samples.hit(to(3, null), SENT_AT.plusSeconds(150)));
        server.record(Samples.judge(Verdict.HUMAN), Samples.hit(to(1, null), SENT_AT.plus(Duration.ofMinutes(102))));
        server.record(Samples.judge(Verdict.HUMAN), Samples.hit(to(1, null), WebServer.NOW.minus(Duration.ofHours(3))));
    }

    @Test
    void whileNobodyGotMailThePageSaysWhatWillBeThere() {
        Document page = page("/recipients");

        assertThat(page.select(".empty h2").text()).isEqualTo("Nobody yet");
        assertThat(page.select("table, form[role=search]")).isEmpty();
        assertThat(page.select(".masthead__nav a[aria-current=page]").text()).isEqualTo("Recipients");
    }

    @Test
    void eachRecipientIsARowOfNumbers() {
        someRecipients();

        Document page = page("/recipients");

        assertThat(page.select("thead th").eachText())
                .containsExactly("Recipient", "Sent", "Delivered", "Read", "Reads", "Last read", "Engagement");
        assertThat(page.select("tbody tr").eachText())
                .containsExactly("ada@example.com 3 2 1 2 3 h ago 21", "<b>bob</b> 1 0 0 0 never 0");
        assertThat(page.select("tbody a").eachAttr("href"))
                .containsExactly(href("ada@example.com"), href("<b>bob</b>"));
        assertThat(page.select(".states a[aria-current=true]").text()).isEqualTo("Last read");
        assertThat(page.select(".paging")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"last_read", "sent", "score", "name"})
    void aLongListGoesOnInItsOrder(String sort) {
        for (int i = 1; i <= 60; i++) {
            server.add(to(i, "reader" + i + "@example.com"));
        }

        Document first = page("/recipients?sort=" + sort);
        Document second = page(first.select("a[rel=next]").attr("href"));

        assertThat(first.select("tbody tr")).hasSize(50);
        assertThat(second.select("tbody tr")).hasSize(10);
        assertThat(second.select("tbody a").eachText())
                .doesNotContainAnyElementsOf(first.select("tbody a").eachText());
        assertThat(page(second.select(".paging a").attr("href"))
                        .select("tbody a")
                        .eachText())
                .isEqualTo(first.select("tbody a").eachText());
    }

    @Test
    void whoIsLookedUpIsFoundByHowTheNameBegins() {
        someRecipients();

        assertThat(page("/recipients?q=ADA").select("tbody a").eachText()).containsExactly("ada@example.com");
        assertThat(page("/recipients?q=ada").select("#q").val()).isEqualTo("ada");
        assertThat(page("/recipients?q=nobody").select(".empty h2").text()).isEqualTo("No recipient begins like that");
        assertThat(page("/recipients?q=ada&sort=sent").select("a[download]").attr("href"))
                .isEqualTo("/export/recipients.csv?q=ada&sort=sent");
    }

    @Test
    void whatCantBeSearchedForIsSaid() {
        someRecipients();
        var wrong = server.page("/recipients?sort=shoe_size&q=" + "x".repeat(300) + "&cursor=zzz");

        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(Jsoup.parse(wrong.body()).select("[role=alert] li").eachText())
                .containsExactly("The order must be one of last_read, sent, score, name.");
        assertThat(server.page("/recipients?cursor=zzz").statusCode()).isEqualTo(400);
        assertThat(page("/recipients?q=" + "x".repeat(300)).select("#q").attr("aria-invalid"))
                .isEqualTo("true");
    }

    @Test
    void thePageOfOneSaysWhatBecameOfAllTheirMail() {
        someRecipients();

        Document page = page(href("ADA@EXAMPLE.COM"));

        assertThat(page.title()).isEqualTo("ada@example.com · Mailtrack");
        assertThat(page.select(".recipient .track__to").text()).isEqualTo("Last read 3 h ago");
        assertThat(page.select(".numbers__one").eachText())
                .containsExactly(
                        "Sent 3 mails that you follow",
                        "Delivered 2 of these were fetched, read or not",
                        "Read 1 at least once: 33% of those sent",
                        "Reads 2 each time counted",
                        "Median to first read 1 h 42 min from creation, of those read among the newest 1,000",
                        "Engagement 21 of 100 points");
    }

    @Test
    void theScoreIsExplainedWithItsNumbers() {
        someRecipients();

        Document page = page(href("ada@example.com"));

        assertThat(page.select(".recipient__score dd").eachText())
                .containsExactly(
                        "16 of 80 points Mails that were read: 1 of 3. 80 × 1 ÷ (3 + 2) ≈ 16",
                        "5 of 20 points Reads of a mail that had been read before: 1 of 2. 20 × 1 ÷ (2 + 2) ≈ 5");
        assertThat(page.select(".recipient__doubt").text()).startsWith("Together 21 of 100. 2 is added");
    }

    @Test
    void theHistoryIsTheirTracksTheNewestFirst() {
        someRecipients();
        for (int i = 10; i < 60; i++) {
            server.add(to(i, "ADA@example.com", SENT_AT.minusSeconds(i)));
        }

        Document page = page(href("ada@example.com"));
        Document older = page(page.select("a[rel=next]").attr("href"));

        assertThat(page.select(".tracks__one")).hasSize(50);
        assertThat(page.select(".tracks__one a").first().attr("href")).isEqualTo("/detail/" + Samples.id(3));
        assertThat(page.select(".tracks__one .tick").first().text()).isEqualTo("✓Delivered");
        assertThat(older.select(".tracks__one")).hasSize(3);
        assertThat(older.select(".paging a").attr("href")).isEqualTo(href("ada@example.com") + "#history");
        assertThat(server.page(href("ada@example.com") + "?cursor=zzz").statusCode())
                .isEqualTo(400);
    }

    @Test
    void theChartHasTheReadsOfAYearByWeeks() {
        someRecipients();

        Document page = page(href("ada@example.com"));

        assertThat(page.select(".chart__title").text()).isEqualTo("Reads per week in the last year, and tracks sent");
        assertThat(page.select("#reads tbody tr")).hasSize(52);
        assertThat(page.select("#reads tbody tr").last().text()).isEqualTo("Week from 16 Nov 2026 2 3");
    }

    @Test
    void theChartOfALongHistorySaysOfWhichTracksItIs() {
        someRecipients();
        for (int i = 10; i < 60; i++) {
            server.add(to(i, "ada@example.com", SENT_AT.minusSeconds(i)));
        }

        Document page = page(href("ada@example.com"));
        Document older = page(page.select("a[rel=next]").attr("href"));

        assertThat(page.select(".chart__title").text()).endsWith(": of the newest 50 tracks");
        assertThat(older.select(".chart")).isEmpty();
    }

    @Test
    void whoReadNothingHasNoMedianAndNoChart() {
        someRecipients();

        Document page = page(href("<b>bob</b>"));

        assertThat(page.select(".chart")).isEmpty();

        assertThat(page.select("h1").text()).isEqualTo("<b>bob</b>");
        assertThat(page.select(".recipient .track__to").text()).isEqualTo("Nothing was read yet.");
        assertThat(page.select(".numbers__value").eachText()).containsExactly("1", "0", "0", "0", "–", "0");
    }

    @Test
    void aTrackLeadsToItsRecipient() {
        someRecipients();

        assertThat(page("/detail/" + Samples.id(2)).select(".track__to a").attr("href"))
                .isEqualTo(href("ada@example.com"));
        assertThat(page("/detail/" + Samples.id(5)).select(".track__to a")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/recipients/nobody", "/recipients/0123456789abcdef0123456789abcdef", "/recipients/%00"})
    void whoIsNotThereIsNotFound(String path) {
        assertThat(server.page(path).statusCode()).isEqualTo(404);
    }

    @Test
    void theFileHasEverybodyWhoIsAskedFor() {
        someRecipients();

        var file = server.page("/export/recipients.csv");

        assertThat(file.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"mailtrack-recipients-2026-11-20.csv\"");
        assertThat(file.body().lines())
                .containsExactly(
                        "\uFEFFrecipient,sent,delivered,read,reads,last_read_at,score,key",
                        "ada@example.com,3,2,1,2,2026-11-20T09:00:00.123456Z,21,"
                                + href("ada@example.com").substring(12),
                        "<b>bob</b>,1,0,0,0,,0," + href("<b>bob</b>").substring(12));
        assertThat(server.page("/export/recipients.csv?q=b").body().lines()).hasSize(1);
    }
}
