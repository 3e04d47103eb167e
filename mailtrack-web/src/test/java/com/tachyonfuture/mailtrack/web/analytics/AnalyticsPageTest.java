package com.tachyonfuture.mailtrack.web.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.contract.Samples;
import com.tachyonfuture.mailtrack.application.stats.AnalyzeTracks;
import com.tachyonfuture.mailtrack.application.twin.InMemoryTracks;
import com.tachyonfuture.mailtrack.domain.classify.Client;
import com.tachyonfuture.mailtrack.domain.classify.Description;
import com.tachyonfuture.mailtrack.domain.classify.DeviceClass;
import com.tachyonfuture.mailtrack.domain.classify.Network;
import com.tachyonfuture.mailtrack.domain.classify.Place;
import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.domain.recording.Hit;
import com.tachyonfuture.mailtrack.domain.track.Track;
import com.tachyonfuture.mailtrack.domain.track.TrackDetails;
import com.tachyonfuture.mailtrack.web.server.WebServer;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AnalyticsPageTest {

    private static final Network TELEKOM = new Network(3320, "Deutsche Telekom AG");
    private static final Client APPLE = new Client("Apple Mail", "iOS", DeviceClass.PHONE);
    private static final Description BERLIN = new Description(new Place("DE", "Germany", "Berlin"), TELEKOM, APPLE, 1);
    private static final Description NOWHERE =
            new Description(new Place("XX", "XX", "Nowhere"), null, new Client("=SUM(1), \"2\"", null, null), 1);

    @RegisterExtension
    final WebServer server = new WebServer();

    private Document page(String path) {
        return Jsoup.parse(server.page(path).body());
    }

    private Document page(String path, String language) {
        return Jsoup.parse(server.send(server.owner(path).header("Accept-Language", language))
                .body());
    }

    private HttpResponse<String> file(String path) {
        return server.send(server.owner(path));
    }

    private String csv(String path) {
        return file(path).body().replace("\uFEFF", "");
    }

    private Track sent(int number, Duration ago) {
        Track track = Samples.track(number, WebServer.NOW.minus(ago));
        server.add(track);
        return track;
    }

    private void opened(Track track, Duration ago, Verdict verdict, Description description) {
        Instant at = WebServer.NOW.minus(ago);
        server.record(Samples.judge(verdict, description), Samples.hit(track, at));
    }

    /// Two mails of this week and one of before, two reads from Berlin, one from a country without a name, one scan.
    private void someWeek() {
        Track one = sent(1, Duration.ofDays(2));
        Track two = sent(2, Duration.ofDays(3));
        sent(3, Duration.ofDays(20));
        opened(one, Duration.ofHours(46), Verdict.HUMAN, BERLIN);
        opened(one, Duration.ofHours(20), Verdict.HUMAN, BERLIN);
        opened(two, Duration.ofHours(71), Verdict.SCANNER, Description.NONE);
        opened(two, Duration.ofHours(4), Verdict.HUMAN, NOWHERE);
    }

    private static List<String> bars(Document page, String chart) {
        return page.select("#" + chart + " tbody tr").eachText();
    }

    @Test
    void everyChartSaysWhatItCounts() {
        someWeek();

        Document page = page("/analytics?period=7d");

        assertThat(page.select(".chart__title").eachText())
                .containsExactly(
                        "Reads per day, and tracks sent",
                        "Reads by hour of the week (Europe/Berlin)",
                        "Time to the first read, of tracks sent in this period",
                        "Reads on the map",
                        "Reads by country",
                        "Reads by city",
                        "Reads by network",
                        "Reads by mail program or browser",
                        "Reads by device",
                        "Reads by operating system",
                        "All opens by verdict");
        assertThat(page.select(".numbers__one").eachText())
                .containsExactly(
                        "Sent 2 tracks created in this period",
                        "Read 2 of these, whenever that was",
                        "Reads 3 in this period, of any track",
                        "Opens 4 in this period: reads, repeats, machines and you");
        assertThat(page.select("svg[role=img] > desc").eachText())
                .hasSize(4)
                .first()
                .isEqualTo("Reads: 3 in all, most 1 (18 Nov 2026). Sent: 2 in all, most 1 (17 Nov 2026).");
        assertThat(page.select("figure details table")).hasSize(4);
    }

    @Test
    void barsNameValuesInTheLanguageOfTheReader() {
        someWeek();

        Document english = page("/analytics");
        Document german = page("/analytics", "de");

        assertThat(bars(english, "countries")).containsExactly("Germany 2 67%", "XX 1 33%");
        assertThat(bars(german, "countries")).first().asString().startsWith("Deutschland 2");
        assertThat(bars(german, "cities")).first().asString().startsWith("Berlin, Deutschland 2");
        assertThat(bars(english, "cities")).containsExactly("Berlin, Germany 2 67%", "Nowhere, XX 1 33%");
        assertThat(bars(english, "devices")).containsExactly("Phone 2 100%");
        assertThat(bars(english, "networks")).containsExactly("Deutsche Telekom AG 2 100%");
        assertThat(page("/analytics").select("#devices + p").text()).isEqualTo("Known of 2 of 3 reads.");
        assertThat(english.select("#countries + p")).isEmpty();
    }

    @Test
    void numbersLeadToTheTracksThatTheyAreOf() {
        someWeek();

        Document page = page("/analytics?period=7d&q=offer");

        assertThat(page.select(".numbers a").eachAttr("href"))
                .containsExactly(
                        "/?q=offer&since=2026-11-14&until=2026-11-20",
                        "/?q=offer&state=read&since=2026-11-14&until=2026-11-20");
        assertThat(page.select("#verdicts tbody a").eachAttr("href"))
                .containsExactly("/?q=offer&verdict=human", "/?q=offer&verdict=scanner");
        for (String href : page.select(".numbers a, #verdicts tbody a").eachAttr("href")) {
            assertThat(server.page(href).statusCode()).as(href).isEqualTo(200);
        }
    }

    @Test
    void whatIsRareIsSummed() {
        Track track = sent(1, Duration.ofDays(2));
        for (int i = 0; i < 14; i++) {
            var place = new Place("DE", null, "City " + (10 + i));
            opened(track, Duration.ofHours(20 + i), Verdict.HUMAN, new Description(place, null, Client.UNKNOWN, 1));
        }

        assertThat(bars(page("/analytics"), "cities")).hasSize(13).last().isEqualTo("All others 2 14%");
        assertThat(bars(page("/analytics?q=offer"), "cities"))
                .hasSize(13)
                .last()
                .isEqualTo("All others 2 14%");
    }

    @Test
    void halfOfTheFirstReadsTookNoLongerThanIsSaid() {
        someWeek();

        Document page = page("/analytics");

        assertThat(page.select("#first-reads + .analytics__note").first().text())
                .isEqualTo("Half of those that were read were read within about 2 h 1 min.");
        assertThat(page.select("#first-reads tbody tr").eachText())
                .hasSize(12)
                .contains("1–3 h 1", "1–3 days 1", "< 1 min 0", "> 30 days 0");
    }

    @Test
    void tracksAreChosenAsInTheOverview() {
        someWeek();

        Document page = page("/analytics?period=7d&recipient=reader1%40example.com&state=read");

        assertThat(page.select(".notice").text()).isEqualTo("These charts are of the one track that matches.");
        assertThat(page.select(".numbers__value").eachText()).containsExactly("1", "1", "2", "2");
        assertThat(page.select(".chip").eachText())
                .containsExactly("recipient: reader1@example.com ×, remove", "state: Read ×, remove");
        assertThat(page.select(".chip").eachAttr("href"))
                .containsExactly(
                        "/analytics?period=7d&state=read", "/analytics?period=7d&recipient=reader1%40example.com");
        assertThat(page.select("select[name=state] option[selected]").eachText())
                .containsExactly("Read");
        assertThat(page.select(".filter input[name=period]").val()).isEqualTo("7d");
        assertThat(page.select(".period__links a").eachAttr("href"))
                .allMatch(href -> href.contains("recipient=reader1%40example.com") && href.contains("state=read"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"true|1|yes", "false|2|no"})
    void whetherTracksArePinnedIsKeptAndCanBeLeftOut(String pinned, String sent, String word) {
        someWeek();
        new InMemoryTracks(server.storage()).pin(Samples.id(2), true);

        Document page = page("/analytics?period=90d&pinned=" + pinned);

        assertThat(page.select(".numbers__value").first().text()).isEqualTo(sent);
        assertThat(page.select(".filter input[name=pinned]").val()).isEqualTo(pinned);
        assertThat(page.select(".filter__days").hasAttr("open")).isFalse();
        assertThat(page.select(".chip").text()).isEqualTo("pinned: " + word + " ×, remove");
        assertThat(page.select(".chip").attr("href")).isEqualTo("/analytics?period=90d");
        assertThat(page.select(".chart__csv a").eachAttr("href")).allMatch(href -> href.endsWith("&pinned=" + pinned));
    }

    @Test
    void theTracksOfAGroupAreChosenByIt() {
        someWeek();
        server.add(Samples.track(4, new TrackDetails("zoe@example.com", "Offer", null, "a group")));

        Document page = page("/analytics?message_group_id=a%20group&q=%20");

        assertThat(page.select(".notice").text()).isEqualTo("These charts are of the one track that matches.");
        assertThat(page.select(".chip").eachText()).containsExactly("group: a group ×, remove");
    }

    @Test
    void aPartOfTheOpensIsCalledOne() {
        Track busy = sent(1, Duration.ofDays(2));
        Hit[] hits = IntStream.rangeClosed(0, AnalyzeTracks.MOST_OPENS)
                .mapToObj(i -> Samples.hit(busy, WebServer.NOW.minusSeconds(i)))
                .toArray(Hit[]::new);
        server.record(Samples.judge(Verdict.SCANNER), hits);

        assertThat(page("/analytics?q=offer").select(".notice p").eachText())
                .containsExactly(
                        "These charts are of the one track that matches.",
                        "This is a part: of each track, the latest 2,000 opens were looked at.");
        assertThat(page("/analytics").select(".notice")).isEmpty();
    }

    @Test
    void aPartOfTheTracksIsCalledOne() {
        for (int i = 0; i <= AnalyzeTracks.MOST_TRACKS; i++) {
            sent(i, Duration.ofMinutes(i));
        }

        assertThat(page("/analytics?q=offer").select(".notice").text())
                .isEqualTo(
                        "This is a part: of the tracks that match, the newest 400 were looked at, and there are more.");
    }

    @Test
    void anEmptyPeriodSaysWhatToDo() {
        someWeek();

        Document page = page("/analytics?period=today&q=nothing");

        assertThat(page.select("figure")).isEmpty();
        assertThat(page.select(".empty h2").text()).isEqualTo("Nothing was sent or opened in this period");
        assertThat(page.select(".empty a").eachAttr("href"))
                .containsExactly("/analytics?period=all&q=nothing", "/create");
        assertThat(page("/analytics?period=all&q=nothing").select(".empty a").eachAttr("href"))
                .containsExactly("/create");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        period=never          | The period is none that there is.
        from=2026-02-30       | The first day must be a day such as 2026-11-20, in the years 1970 to 2199.
        state=lost            | The state must be one of waiting, delivered, read, hot, quiet, stopped.
        verdict=alien         | The verdict is none that there is.
        since=yesterday       | The first day must be a day such as 2026-11-20, in the years 1001 to 9998.
        """)
    void whatIsWrongIsNamed(String query, String sentence) {
        var answer = server.page("/analytics?" + query);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Jsoup.parse(answer.body()).select("[role=alert]").text()).contains(sentence);
        assertThat(file("/analytics/reads.csv?" + query).statusCode()).isEqualTo(400);
    }

    @Test
    void aSearchThatIsTooLongIsNamed() {
        var answer = server.page("/analytics?q=" + "x".repeat(501) + "&recipient=" + "y".repeat(256));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("The search has more than 500 characters.");
    }

    @ParameterizedTest
    @EnumSource(Chart.class)
    void everyChartHasAFile(Chart chart) {
        someWeek();
        String href = page("/analytics?period=7d&q=offer")
                .select("#" + chart.code() + " .chart__csv a")
                .attr("href");

        HttpResponse<String> answer = file(href);

        assertThat(href).isEqualTo("/analytics/" + chart.code() + ".csv?period=7d&q=offer");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/csv;charset=utf-8");
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"mailtrack-" + chart.code() + "-2026-11-14-2026-11-20.csv\"");
        assertThat(csv(href.replace("q=offer", ""))).isEqualTo(csv(href));
    }

    @Test
    void filesHaveTheNumbersOfTheirCharts() {
        someWeek();

        assertThat(csv("/analytics/reads.csv?period=7d").lines())
                .startsWith("from,sent,opens,reads", "2026-11-14,0,0,0")
                .endsWith("2026-11-17,1,1,0", "2026-11-18,1,1,1", "2026-11-19,0,1,1", "2026-11-20,0,1,1");
        assertThat(csv("/analytics/reads.csv?period=today").lines())
                .hasSize(25)
                .contains("2026-11-20T09:00:00+01:00,0,1,1");
        assertThat(csv("/analytics/hours.csv").lines()).hasSize(169).contains("friday,9,1", "thursday,17,1");
        assertThat(csv("/analytics/first-reads.csv").lines())
                .hasSize(13)
                .contains("0,60,0", "3600,10800,1", "2592000,,0");
        assertThat(csv("/analytics/countries.csv").lines())
                .containsExactly("country,name,reads", "DE,Germany,2", "XX,XX,1");
        assertThat(csv("/analytics/verdicts.csv").lines())
                .contains("verdict,name,opens", "human,Read,3", "scanner,Scanned,1", "bot,Bot,0", ",Not judged yet,0");
    }

    @Test
    void textsInFilesAreQuotedAndRunNothing() {
        someWeek();

        assertThat(csv("/analytics/clients.csv").lines())
                .contains("\"'=SUM(1), \"\"2\"\"\",\"'=SUM(1), \"\"2\"\"\",1", "Apple Mail,Apple Mail,2");
        assertThat(csv("/analytics/cities.csv").lines()).contains("\"Berlin, DE\",\"Berlin, Germany\",2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/analytics/unheard-of.csv", "/analytics/reads.json", "/analytics/reads"})
    void thereAreNoOtherFiles(String path) {
        assertThat(file(path).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/analytics", "/analytics/reads.csv"})
    void nobodyElseSeesAnyOfIt(String path) {
        assertThat(server.send(server.anonymous(path)).statusCode()).isNotEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"today", "7d", "30d", "90d", "all"})
    void everyPeriodCanBeLookedAt(String period) {
        someWeek();

        Document page = page("/analytics?period=" + period);

        assertThat(page.select("#reads .chart__title")).hasSize(1);
        assertThat(page.select("nav a[aria-current=page]").attr("href")).isEqualTo("/analytics");
    }

    @Test
    void daysOfChoiceAreKeptInLinks() {
        someWeek();

        Document page = page("/analytics?from=2026-11-01&to=2026-11-18");

        assertThat(page.select("#reads .chart__csv a").attr("href"))
                .isEqualTo("/analytics/reads.csv?from=2026-11-01&to=2026-11-18");
        assertThat(page.select(".filter input[type=hidden]").eachAttr("value"))
                .containsExactly("2026-11-01", "2026-11-18");
    }
}
