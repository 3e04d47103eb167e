package com.tachyonfuture.mailtrack.web.track;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.contract.Samples;
import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.domain.recording.Open;
import com.tachyonfuture.mailtrack.domain.track.Track;
import com.tachyonfuture.mailtrack.domain.track.TrackDetails;
import com.tachyonfuture.mailtrack.web.server.WebServer;
import com.tachyonfuture.mailtrack.web.server.Wire;
import java.time.Instant;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OverviewPageTest {

    @RegisterExtension
    final WebServer server = new WebServer();

    private Document page(String path) {
        return Jsoup.parse(server.page(path).body());
    }

    private static List<String> recipients(Document page) {
        return page.select(".tracks__recipient").eachText();
    }

    private static Track track(int number, Instant createdAt) {
        return Samples.track(number, createdAt);
    }

    private static Open fetchedByAMachine(Track track, Instant at) {
        return Open.takenOver(100, track.id(), at, "192.0.2.1", null, null, null, null, "apple", false);
    }

    @Test
    void saysHowToBeginWhileNothingIsTracked() {
        Document page = page("/");

        assertThat(page.select(".first__steps li")).hasSize(3);
        assertThat(page.select(".numbers, .chart, .period, .filter, .tracks, .listing__export"))
                .isEmpty();
        assertThat(page.select("main a[href=/create]")).hasSize(1);
    }

    @Test
    void theSampleTrackIsMadeOnceHoweverOftenTheButtonIsPressed() {
        Element form = page("/").selectFirst("main form");
        String[] fields = form.select("input").stream()
                .flatMap(input -> java.util.stream.Stream.of(input.attr("name"), input.val()))
                .toArray(String[]::new);

        var first = server.submit(form.attr("action"), fields);
        var second = server.submit(form.attr("action"), fields);

        assertThat(first.statusCode()).isEqualTo(303);
        assertThat(second.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
        assertThat(page("/").select(".tracks__subject").eachText()).containsExactly("A sample track");
    }

    @Test
    void showsEachTrackWithWhatBecameOfIt() {
        Track read = track(1, WebServer.NOW.minusSeconds(7_200));
        Track delivered = track(2, WebServer.NOW.minusSeconds(3_600));
        Track waiting = track(3, WebServer.NOW.minusSeconds(3 * 86_400));
        server.add(read, delivered, waiting);
        server.record(Samples.hit(read, WebServer.NOW.minusSeconds(900)));
        server.record(Samples.hit(read, WebServer.NOW.minusSeconds(720)));
        server.storage().takeOver(fetchedByAMachine(delivered, WebServer.NOW.minusSeconds(3_000)));

        Document page = page("/");

        assertThat(page.select(".tracks__one").eachText())
                .containsExactly(
                        "✓✓Read again reader1@example.com Offer 1 read 12 min ago, twice",
                        "✓Delivered reader2@example.com Offer 2 delivered 50 min ago",
                        "·Waiting reader3@example.com Offer 3 waiting for 3 days");
        Element time = page.select(".tracks__one time").get(0);
        assertThat(time.attr("datetime")).isEqualTo("2026-11-20T11:48:00Z");
        assertThat(time.attr("title")).isEqualTo("Friday, 20 November 2026, 12:48:00 CET");
        assertThat(page.select(".tick__sign").eachAttr("aria-hidden")).containsOnly("true");
        assertThat(page.select(".tracks__recipient").first().attr("href")).isEqualTo("/detail/" + read.id());
    }

    @Test
    void theLatestReadIsNamed() {
        Track read = track(1, WebServer.NOW);
        server.add(read, track(2, WebServer.NOW));
        server.record(Samples.hit(read), Samples.hit(read));

        Document page = page("/");

        assertThat(page.select(".latest").text()).isEqualTo("Last read just now: Offer 1, reader1@example.com");
        assertThat(page.select(".latest a").attr("href")).isEqualTo("/detail/" + read.id());
    }

    @Test
    void aTrackThatMachinesFetchedAfterItWasReadTellsWhenItWasReadLast() {
        Track once = track(1, WebServer.NOW.minusSeconds(9_000));
        Track twice = track(2, WebServer.NOW.minusSeconds(9_000));
        server.add(once, twice);
        server.storage().takeOver(fetchedByAMachine(once, WebServer.NOW.minusSeconds(60)));
        server.record(Samples.hit(once, WebServer.NOW.minusSeconds(7_200)));
        server.record(Samples.hit(twice, WebServer.NOW.minusSeconds(7_200)));
        server.record(Samples.hit(twice, WebServer.NOW.minusSeconds(3_600)));
        server.record(Samples.judge(Verdict.SCANNER), Samples.hit(twice, WebServer.NOW.minusSeconds(120)));

        assertThat(page("/").select(".tracks__when").eachText()).containsExactly("read 2 h ago", "read 1 h ago, twice");
    }

    @Test
    void whereNobodyKnowsWhenATrackWasReadTheRowTellsHowOften() {
        Track track = track(1, WebServer.NOW);
        server.add(track);
        server.storage()
                .takeOver(Open.takenOver(100, track.id(), null, "192.0.2.1", null, null, null, null, null, true));
        server.storage()
                .takeOver(Open.takenOver(101, track.id(), null, "192.0.2.2", null, null, null, null, null, true));

        assertThat(page("/").select(".tracks__when").text()).isEqualTo("read twice");
    }

    @ParameterizedTest
    @CsvSource({"waiting, 3", "delivered, 2", "read, 1"})
    void aStateShowsTheTracksInIt(String state, int expected) {
        Track read = track(1, WebServer.NOW);
        Track delivered = track(2, WebServer.NOW);
        server.add(read, delivered, track(3, WebServer.NOW));
        server.storage().takeOver(fetchedByAMachine(delivered, WebServer.NOW));
        server.record(Samples.hit(read));

        Document page = page("/?state=" + state);

        assertThat(recipients(page)).containsExactly("reader" + expected + "@example.com");
        assertThat(page.select(".states [aria-current=true]").attr("href")).isEqualTo("/?state=" + state);
        assertThat(page.select(".chip").text()).containsIgnoringCase("state: " + state);
        assertThat(page.select(".chip").attr("href")).isEqualTo("/");
    }

    @Test
    void aVerdictShowsTheTracksThatHaveSuchOpens() {
        server.add(track(1, WebServer.NOW), track(2, WebServer.NOW));
        server.record(Samples.judge(Verdict.SCANNER), Samples.hit(track(1, WebServer.NOW)));
        server.record(Samples.judge(Verdict.HUMAN), Samples.hit(track(2, WebServer.NOW)));

        Document page = page("/?verdict=scanner");

        assertThat(recipients(page)).containsExactly("reader1@example.com");
        assertThat(page.select("#verdict option[selected]").eachAttr("value")).containsExactly("scanner");
        assertThat(page.select(".filter__days").hasAttr("open")).isTrue();
        assertThat(page.select(".chip").text()).contains("with opens: Scanned");
        assertThat(page.select(".chip").attr("href")).isEqualTo("/");
        assertThat(page.select(".states a").eachAttr("href")).contains("/?state=read&verdict=scanner");
    }

    @Test
    void whatOnlyTheOwnerFetchedIsNotCalledDelivered() {
        server.add(track(1, WebServer.NOW));
        server.record(Samples.judge(Verdict.SELF), Samples.hit(track(1, WebServer.NOW)));

        assertThat(page("/").select(".tracks__when").text()).isEqualTo("waiting for a moment, fetched by you only");
        assertThat(page("/detail/" + Samples.id(1)).select(".track__state").text())
                .contains("Nobody but you has fetched the image yet.");
    }

    @Test
    void wordsAndDaysAreSearchedForInTheOwnersZone() {
        server.add(
                track(1, Instant.parse("2026-11-18T22:59:59Z")),
                track(2, Instant.parse("2026-11-18T23:00:00Z")),
                track(3, Instant.parse("2026-11-19T22:59:59Z")),
                track(4, Instant.parse("2026-11-19T23:00:00Z")));

        assertThat(recipients(page("/?since=2026-11-19&until=2026-11-19")))
                .containsExactly("reader3@example.com", "reader2@example.com");
        assertThat(recipients(page("/?q=READER4&since=&until="))).containsExactly("reader4@example.com");
        assertThat(page("/?since=2026-11-19").select(".filter__days").hasAttr("open"))
                .isTrue();
    }

    @Test
    void pagingKeepsWhatWasAskedFor() {
        for (int i = 1; i <= 120; i++) {
            server.add(track(i, WebServer.NOW.minusSeconds(i)));
        }

        Document first = page("/?q=off%C3%A9r&state=waiting&since=2026-11-01&until=2026-11-30");
        Document second = page(first.select(".paging a[rel=next]").attr("href"));
        Document third = page(second.select(".paging a[rel=next]").attr("href"));

        assertThat(recipients(first)).hasSize(50).startsWith("reader1@example.com");
        assertThat(recipients(second)).hasSize(50).startsWith("reader51@example.com");
        assertThat(recipients(third)).hasSize(20).endsWith("reader120@example.com");
        assertThat(third.select("a[rel=next]")).isEmpty();
        assertThat(first.select(".paging a").eachText()).containsExactly("Next page");
        assertThat(third.select(".paging a").attr("href"))
                .isEqualTo("/?q=off%C3%A9r&state=waiting&since=2026-11-01&until=2026-11-30");
        assertThat(third.select("#q").val()).isEqualTo("offér");
        assertThat(third.select("[name=state]").val()).isEqualTo("waiting");
        assertThat(third.select(".chip").eachAttr("href"))
                .containsExactly(
                        "/?state=waiting&since=2026-11-01&until=2026-11-30",
                        "/?q=off%C3%A9r&since=2026-11-01&until=2026-11-30",
                        "/?q=off%C3%A9r&state=waiting&until=2026-11-30",
                        "/?q=off%C3%A9r&state=waiting&since=2026-11-01");
    }

    @Test
    void saysWhatWasAskedForWhenNothingMatches() {
        server.add(track(1, WebServer.NOW));

        Document page = page("/?q=nobody&state=read");

        assertThat(page.select(".empty h2").text()).isEqualTo("No track matches");
        assertThat(page.select(".empty").text()).contains("“nobody”, state: Read.");
        assertThat(page.select(".empty a[href=/]")).hasSize(1);
        assertThat(page.select(".tracks")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cursor=x|The page is not one that this service gave out.",
                "since=yesterday|The first day must be a day such as 2026-11-20, in the years 1001 to 9998.",
                "since=2026-02-30|The first day must be a day such as 2026-11-20, in the years 1001 to 9998.",
                "since=1000-12-31|The first day must be a day such as 2026-11-20, in the years 1001 to 9998.",
                "until=9999-12-31|The last day must be a day such as 2026-11-20, in the years 1001 to 9998.",
                "until=-2026-11-20|The last day must be a day such as 2026-11-20, in the years 1001 to 9998.",
                "since=2026-11-20&until=2026-11-19|The last day is before the first day.",
                "verdict=reader|The verdict is none that there is.",
                "state=opened|The state must be one of waiting, delivered, read, hot, quiet, stopped.",
                "sort=best|The order is none that there is.",
                "pinned=maybe|Pinned must be true or false.",
                "q=LONG|The search has more than 500 characters.",
            })
    void whatCantBeSearchedForIsNamed(String query, String error) {
        server.add(track(1, WebServer.NOW));

        var response = server.page("/?" + query.replace("LONG", "x".repeat(501)));
        Document page = Jsoup.parse(response.body());

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(page.select("[role=alert] li").eachText()).containsExactly(error);
        assertThat(page.select(".tracks")).isEmpty();
        assertThat(page.select("[role=alert] a[href=/]")).hasSize(1);
    }

    @Test
    void theFieldThatIsWrongSaysSo() {
        server.add(track(1, WebServer.NOW));

        Element field = page("/?since=2026-13-01").selectFirst("#since");

        assertThat(field.attr("aria-invalid")).isEqualTo("true");
        assertThat(field.ownerDocument()
                        .getElementById(field.attr("aria-describedby"))
                        .text())
                .startsWith("The first day must be");
    }

    @Test
    void theFirstAndTheLastDayThatCanBeAskedForAreNoFault() {
        server.add(track(1, WebServer.NOW));

        assertThat(server.page("/?since=1001-01-01&until=9998-12-31").statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "q=%zz",
                "q=%",
                "q=%FF",
                "q=%00",
                "q=a&q=b",
                "cursor=%F0%9F",
                "state=%3Cscript%3E",
                "nothing=1",
                "deleted=maybe"
            })
    void oddAddressesAreNoFaultOfOurs(String query) {
        server.add(track(1, WebServer.NOW));
        String basic = WebServer.basic(WebServer.OWNER, WebServer.PASSWORD);

        try (Wire wire = server.connect()) {
            var answer = wire.send("GET /?" + query + " HTTP/1.1\r\nHost: x\r\nAccept: text/html\r\nAuthorization: "
                            + basic + "\r\n\r\n")
                    .read();

            assertThat(answer.status()).isIn(200, 400);
            assertThat(answer.text()).doesNotContain("<script>");
        }
    }

    @Test
    void markupInTextsIsText() {
        String markup = "<img src=x onerror=alert(1)>\"'&${7*7}[[${7*7}]]";
        server.add(Samples.track(1, new TrackDetails(markup, markup, markup, null)));

        Document page = page("/?q=img");

        assertThat(page.select(".tracks__recipient").text()).isEqualTo(markup);
        assertThat(page.select(".tracks__subject").text()).isEqualTo(markup);
        assertThat(page.select("img")).isEmpty();
        assertThat(page("/?q=" + "%3Cimg%3E%22").select("#q").val()).isEqualTo("<img>\"");
    }

    @Test
    void textsThatAreMissingHaveAName() {
        server.add(new Track(Samples.id(1), new TrackDetails(null, " ", null, null), null));

        assertThat(page("/").select(".tracks__one").text()).isEqualTo("·Waiting No recipient No subject waiting");
    }

    @Test
    void aBlankSearchIsNone() {
        server.add(track(1, WebServer.NOW));

        Document page = page("/?q=+&state=&since=");

        assertThat(page.select(".tracks__one")).hasSize(1);
        assertThat(page.select(".chip")).isEmpty();
    }

    @Test
    void saysThatATrackIsGone() {
        assertThat(page("/?deleted=true").select("[role=status].notice").text()).contains("gone");
        assertThat(page("/").select(".notice")).isEmpty();
    }

    @Test
    void saysSoWhenTheDatabaseIsDown() {
        server.storage().goDown();

        var response = server.page("/");

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(Jsoup.parse(response.body()).select("h1").text()).isEqualTo("The database is away");
    }
}
