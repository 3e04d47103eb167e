package com.tachyonfuture.mailtrack.web.track;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.contract.Samples;
import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.domain.track.Track;
import com.tachyonfuture.mailtrack.domain.track.TrackDetails;
import com.tachyonfuture.mailtrack.web.server.WebServer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the overview counts: above its list, and beside each track.
final class OverviewNumbersTest {

    @RegisterExtension
    final WebServer server = new WebServer();

    private int created;

    private Document page(String path) {
        return Jsoup.parse(server.page(path).body());
    }

    private Track track(Duration ago) {
        Track track = Samples.track(++created, WebServer.NOW.minus(ago));
        server.add(track);
        return track;
    }

    private void open(Track track, Verdict verdict, Instant at) {
        server.record(Samples.judge(verdict), Samples.hit(track, at));
    }

    private void read(Track track, Duration after) {
        Instant createdAt = Objects.requireNonNull(track.createdAt());
        open(track, Verdict.HUMAN, createdAt.plus(after));
    }

    private void twoPeriods() {
        read(track(Duration.ofDays(40)), Duration.ofMinutes(30));
        track(Duration.ofDays(41));
        read(track(Duration.ofDays(3)), Duration.ofHours(1));
        open(track(Duration.ofDays(4)), Verdict.PREFETCH, WebServer.NOW.minus(Duration.ofDays(2)));
        track(Duration.ofDays(5));
    }

    @Test
    void theNumbersSayOfWhatTheyAreAndHowTheyChanged() {
        twoPeriods();

        assertThat(page("/").select(".numbers__one").eachText())
                .containsExactly(
                        "Sent 3, show them +50%50% more than in the period before tracks created in this period",
                        "Delivered 2 +100%100% more than in the period before" + " 67% of those sent, read or not",
                        "Read 1, show them ±0%about as many as in the period before 33% of those sent, whenever that"
                                + " was",
                        "Opens 2, show all tracks by their last activity +100%100% more than in the period before"
                                + " in this period, of any track, by whomever",
                        "Time to first read 1 h 0 min, show those read +30 min30 min longer than in the period before"
                                + " median of those sent and read");
    }

    @Test
    void eachNumberLeadsToTheTracksThatItCountsWhereThereIsSuchAList() {
        twoPeriods();

        List<String> links = page("/").select(".numbers a").eachAttr("href");

        assertThat(links)
                .containsExactly(
                        "/?since=2026-10-22&until=2026-11-20#tracks",
                        "/?state=read&since=2026-10-22&until=2026-11-20#tracks",
                        "/#tracks",
                        "/?state=read&since=2026-10-22&until=2026-11-20#tracks");
        assertThat(page(links.get(0).replace("#tracks", "")).select(".tracks__one"))
                .hasSize(3);
        assertThat(page("/").select("#tracks")).hasSize(1);
    }

    @Test
    void allTimeHasNoPeriodBefore() {
        twoPeriods();

        Document page = page("/?period=all");

        assertThat(page.select(".numbers__change").eachText()).hasSize(5).containsOnly("no earlier period");
        assertThat(page.select(".numbers a").eachAttr("href"))
                .startsWith("/?period=all#tracks", "/?state=read&period=all#tracks");
    }

    @Test
    void whatIsNotThereLeadsNowhere() {
        read(track(Duration.ofDays(40)), Duration.ofMinutes(30));

        Document page = page("/?period=7d");

        assertThat(page.select(".numbers__value").eachText()).containsExactly("0", "0", "0", "0", "none");
        assertThat(page.select(".numbers__change").eachText())
                .containsExactly(
                        "none in the period before",
                        "none in the period before",
                        "none in the period before",
                        "none in the period before",
                        "nothing to compare with");
        assertThat(page.select(".numbers a")).isEmpty();
        assertThat(page.select(".numbers__of").get(1).text()).isEqualTo("0% of those sent, read or not");
    }

    @Test
    void lessIsSaidToBeLess() {
        read(track(Duration.ofDays(40)), Duration.ofHours(2));
        track(Duration.ofDays(40));
        read(track(Duration.ofDays(3)), Duration.ofHours(1));

        assertThat(page("/").select(".numbers__change").eachText())
                .startsWith("−50%50% less than in the period before")
                .endsWith("−1 h 0 min1 h 0 min shorter than in the period before");
    }

    @Test
    void theChartTellsReadsAndWhatWasSentByDay() {
        twoPeriods();

        Document page = page("/?period=7d");

        assertThat(page.select("#reads .chart__title").text()).isEqualTo("Reads per day, and tracks sent");
        assertThat(page.select("#reads .chart__line, #reads .chart__bars")).hasSize(2);
        assertThat(page.select("#reads tbody tr").eachText())
                .hasSize(7)
                .contains("15 Nov 2026 0 1", "17 Nov 2026 1 1", "20 Nov 2026 0 0");
        assertThat(page.select("#reads .chart__csv a").attr("href")).isEqualTo("/analytics/reads.csv?period=7d");
        assertThat(server.page("/analytics/reads.csv?period=7d").statusCode()).isEqualTo(200);
    }

    @Test
    void thePeriodStaysWhileTheListIsChosenAndTheOtherWayRound() {
        twoPeriods();

        Document page = page("/?state=read&from=2026-11-01&to=2026-11-20");

        assertThat(page.select(".period__links a").eachAttr("href")).contains("/?state=read&period=7d");
        assertThat(page.select(".period form [name=state]").val()).isEqualTo("read");
        assertThat(page.select(".states a").first().attr("href")).isEqualTo("/?from=2026-11-01&to=2026-11-20");
        assertThat(page.select(".filter__form [name=from]").val()).isEqualTo("2026-11-01");
        assertThat(page.select(".filter__form [name=to]").val()).isEqualTo("2026-11-20");
        assertThat(page.select(".tracks__one")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "period=31d|The period is none that there is.",
                "from=x|The first day must be a day such as 2026-11-20, in the years 1970 to 2199.",
                "from=2026-11-20&to=2026-11-19|The last day is before the first day.",
            })
    void aPeriodThatIsNoneIsNamedAndTheUsualOneShown(String query, String error) {
        twoPeriods();

        var response = server.page("/?" + query);
        Document page = Jsoup.parse(response.body());

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(page.select(".period [role=alert]").text()).isEqualTo(error);
        assertThat(page.select(".numbers__value").first().text()).startsWith("3");
        assertThat(page.select(".tracks__one")).hasSize(5);
        assertThat(page.select(".states a").first().attr("href")).isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"period=today", "period=90d", "from=1970-01-01&to=2199-12-31", "from=2199-12-31&to=2199-12-31"})
    void thereIsAChartForEveryPeriod(String query) {
        twoPeriods();

        assertThat(server.page("/?" + query).statusCode()).isEqualTo(200);
        assertThat(page("/?" + query).select("#reads")).hasSize(1);
    }

    @Test
    void aTrackThatWasReadLatelyHasItsReadsBesideIt() {
        read(track(Duration.ofDays(20)), Duration.ofDays(1));
        Track lately = track(Duration.ofDays(3));
        read(lately, Duration.ofHours(1));
        read(lately, Duration.ofHours(30));
        open(track(Duration.ofDays(2)), Verdict.PREFETCH, WebServer.NOW);

        Document page = page("/");

        assertThat(page.select(".tracks__one .sparkline").eachAttr("aria-label"))
                .containsExactly("2 reads in the last 14 days");
        assertThat(page.select(".tracks__one:has(.sparkline) .tracks__recipient")
                        .text())
                .isEqualTo("reader2@example.com");
    }

    @Test
    void aTrackOfAGroupTellsHowManyThatHasAndLeadsToThem() {
        var first = new TrackDetails("ada@example.com", "Offer", null, "May & June");
        var second = new TrackDetails("bob@example.com", "Offer", null, "May & June");
        var alone = new TrackDetails("eva@example.com", "Offer", null, "June");
        server.add(Samples.track(1, first), Samples.track(2, second), Samples.track(3, alone), Samples.track(4));

        Document page = page("/");

        assertThat(page.select(".tracks__group").eachText()).containsExactly("group: 2", "group: 2");

        assertThat(page.select(".tracks__group").eachAttr("href"))
                .containsExactly("/?message_group_id=May%20%26%20June", "/?message_group_id=May%20%26%20June");
        assertThat(page(page.select(".tracks__group").first().attr("href")).select(".tracks__one"))
                .hasSize(2);
        assertThat(page("/?q=ada").select(".tracks__group").text()).isEqualTo("group: 2");
    }

    @Test
    void whatIsHotAndWhatIsQuietIsCounted() {
        Track hot = track(Duration.ofDays(1));
        for (int hours = 1; hours <= 3; hours++) {
            read(hot, Duration.ofHours(hours));
        }
        read(track(Duration.ofDays(20)), Duration.ofDays(1));
        read(track(Duration.ofDays(30)), Duration.ofDays(1));

        assertThat(page("/?q=nothing").select(".states__count").eachText())
                .containsExactly("3", "0", "0", "3", "1", "2", "0", "0");
    }

    @Test
    void aGroupIsCountedAsFarAsItsPageGoes() {
        for (int i = 0; i < 501; i++) {
            server.add(Samples.track(i, new TrackDetails("ada@example.com", "News", null, "news")));
        }

        assertThat(page("/").select(".tracks__group").eachText()).hasSize(50).containsOnly("group: 500+");
    }

    @Test
    void theTracksThatMatchCanBeHadAsFiles() {
        twoPeriods();

        assertThat(page("/?q=off%C3%A9r&state=read&period=7d")
                        .select(".listing__export a")
                        .eachAttr("href"))
                .containsExactly(
                        "/export/tracks.csv?q=off%C3%A9r&state=read", "/export/tracks.json?q=off%C3%A9r&state=read");
        assertThat(page("/").select(".listing__export a").eachAttr("href"))
                .containsExactly("/export/tracks.csv", "/export/tracks.json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de|Gesendet 3, zeigen +50 %50 % mehr als im Zeitraum davor Sendungen, in diesem Zeitraum angelegt",
                "fr|Envoyés 3, les afficher +50 %50 % de plus que dans la période précédente suivis créés dans cette"
                        + " période",
            })
    void theNumbersSpeakTheOwnersLanguage(String language, String sent) {
        twoPeriods();

        var response = server.send(server.owner("/").header("Accept-Language", language));

        assertThat(Jsoup.parse(response.body())
                        .select(".numbers__one")
                        .first()
                        .text()
                        .replaceAll("[\\u00A0\\u202F]", " "))
                .isEqualTo(sent);
    }
}
