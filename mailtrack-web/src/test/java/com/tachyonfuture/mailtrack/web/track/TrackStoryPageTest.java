package com.tachyonfuture.mailtrack.web.track;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.contract.Samples;
import com.tachyonfuture.mailtrack.domain.address.IpAddress;
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
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the page of a track says beside its opens: how it went, with what it was read, and who else got the message.
final class TrackStoryPageTest {

    private static final Description BERLIN = new Description(
            new Place("DE", "Germany", "Berlin"),
            new Network(3320, "Deutsche Telekom AG"),
            new Client("Thunderbird", "Linux", DeviceClass.DESKTOP),
            1);
    private static final Description PARIS = new Description(
            new Place("FR", "France", "Paris"), null, new Client("Outlook", "iOS", DeviceClass.PHONE), 1);

    @RegisterExtension
    final WebServer server = new WebServer();

    private int readers;

    private Track track(Instant createdAt) {
        Track track = Samples.track(1, createdAt);
        server.add(track);
        return track;
    }

    private void open(Track track, Verdict verdict, Description description, Instant at) {
        IpAddress address = IpAddress.parse("192.0.2." + readers++).orElseThrow();
        var hit = new Hit(track.id(), at, address, null, null);
        server.record(Samples.judge(verdict, description), hit);
    }

    private void read(Track track, Instant at) {
        open(track, Verdict.HUMAN, Description.NONE, at);
    }

    private Document page(Track track) {
        return page("/detail/" + track.id().inPath());
    }

    private Document page(String path) {
        return Jsoup.parse(server.page(path).body());
    }

    private static Instant ago(Duration time) {
        return WebServer.NOW.minus(time);
    }

    @Test
    void saysHowOftenItWasReadAndHowSoon() {
        Track track = track(ago(Duration.ofDays(3)));
        open(track, Verdict.PREFETCH, Description.NONE, ago(Duration.ofDays(3)));
        read(track, ago(Duration.ofDays(3)).plus(Duration.ofMinutes(14)));
        read(track, ago(Duration.ofHours(2)));

        assertThat(page(track).select(".track__state").text())
                .isEqualTo("✓✓Read again Read twice, first after 14 min. First read 2 days ago, last 2 h ago."
                        + " Fetched 3 times in all.");
    }

    @Test
    void whatIsReadAgainAndAgainIsHot() {
        Track track = track(ago(Duration.ofDays(3)));
        List.of(1, 2, 23).forEach(hours -> read(track, ago(Duration.ofHours(hours))));

        Document page = page(track);

        assertThat(page.select(".tick.is-hot").text()).isEqualTo("✓✓Hot");
        assertThat(page.select(".track__state").text()).endsWith(". Hot: three reads within 24 hours.");
        assertThat(page.title()).startsWith("✓✓ Hot: ");
    }

    @Test
    void whatWasNotReadForLongIsQuiet() {
        Track track = track(ago(Duration.ofDays(30)));
        read(track, ago(Duration.ofDays(20)));

        Document page = page(track);

        assertThat(page.select(".tick.is-quiet").text()).isEqualTo("✓✓Quiet");
        assertThat(page.select(".track__state").text()).endsWith("Quiet: not read any more for 20 days.");
    }

    @Test
    void aReadFromBeforeTheCreationIsNotAfterIt() {
        Track track = track(WebServer.NOW);
        read(track, ago(Duration.ofHours(1)));

        assertThat(page(track).select(".track__state").text()).startsWith("✓✓Read Read once. First read 1 h ago.");
    }

    @Test
    void aTrackIsStoppedAndGoesOn() {
        Track track = track(ago(Duration.ofDays(3)));
        String href = "/detail/" + track.id();

        String stopped =
                server.submit(href + "/stop").headers().firstValue("Location").orElseThrow();
        Document after = page(stopped);
        server.submit(href + "/stop");
        String resumed = server.submit(href + "/stop/removal")
                .headers()
                .firstValue("Location")
                .orElseThrow();

        assertThat(after.select("[role=status].notice").text()).startsWith("This track is stopped.");
        assertThat(after.select(".track__state").text()).startsWith("∅Stopped Nothing has fetched the image yet.");
        assertThat(after.select(".track__stopped").text())
                .isEqualTo("Stopped: nothing is recorded since 20 Nov 2026, 13:00.");
        assertThat(after.select(".track__actions form").eachAttr("action"))
                .containsExactly(href + "/pin", href + "/stop/removal");
        assertThat(page(resumed).select(".track__stopped")).isEmpty();
        assertThat(page(resumed).select("[role=status].notice").text()).startsWith("Opens of this track are recorded");
    }

    @Test
    void aTrackIsPinnedAndUnpinned() {
        Track track = track(ago(Duration.ofDays(3)));
        String href = "/detail/" + track.id();

        server.submit(href + "/pin");
        Document pinned = page(href + "?done=pinned");
        server.submit(href + "/pin/removal");

        assertThat(pinned.select(".track__actions button").eachText()).containsExactly("Unpin", "Stop tracking");
        assertThat(pinned.select("[role=status].notice").text()).isEqualTo("This track is pinned now.");
        assertThat(page(track).select(".track__actions button").eachText()).containsExactly("Pin", "Stop tracking");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pin", "pin/removal", "stop", "stop/removal", "notes"})
    void whatOnlyFormsAreSentToLeadsToThePage(String action) {
        Track track = track(WebServer.NOW);

        var response = server.page("/detail/" + track.id() + "/" + action);

        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(response.headers().firstValue("Location")).contains("/detail/" + track.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"pin", "pin/removal", "stop", "stop/removal", "notes"})
    void ofAnUnknownTrackNothingIsChanged(String action) {
        assertThat(server.submit("/detail/" + Samples.id(7) + "/" + action, "seen", NotesForm.fingerprint(null))
                        .statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pin", "stop", "notes"})
    void aFormFromElsewhereChangesNothing(String action) {
        Track track = track(WebServer.NOW);

        var response = server.send(server.owner("/detail/" + track.id() + "/" + action)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/html")
                .POST(BodyPublishers.ofString("notes=x")));

        assertThat(response.statusCode()).isEqualTo(403);
    }

    @Test
    void theChartCountsReadsAndOpensOfEachDay() {
        Track track = track(Instant.parse("2026-11-18T08:00:00Z"));
        open(track, Verdict.BOT, Description.NONE, Instant.parse("2026-11-18T09:00:00Z"));
        read(track, Instant.parse("2026-11-18T22:59:00Z"));
        read(track, Instant.parse("2026-11-18T23:01:00Z"));
        read(track, Instant.parse("2026-11-20T09:00:00Z"));

        Document page = page(track);

        assertThat(page.select("#course .chart__title").text()).isEqualTo("Reads and opens per day");
        assertThat(page.select("#course thead th").eachText()).containsExactly("Day", "Reads", "Opens");
        assertThat(page.select("#course tbody tr").eachText())
                .containsExactly("18 Nov 2026 1 2", "19 Nov 2026 1 1", "20 Nov 2026 1 1");
    }

    @Test
    void theChartFollowsTheVerdictThatThePageShows() {
        Track track = track(Instant.parse("2026-11-20T08:00:00Z"));
        open(track, Verdict.BOT, Description.NONE, Instant.parse("2026-11-20T08:30:00Z"));
        read(track, Instant.parse("2026-11-20T08:40:00Z"));

        Document page = page("/detail/" + track.id() + "?verdict=bot");

        assertThat(page.select("#course .chart__title").text()).endsWith("and opens per hour");
        assertThat(page.select("#course tbody tr")).hasSize(24);
        assertThat(page.select("#course tbody tr").get(9).text()).isEqualTo("20 Nov 2026, 09:00 1 2");
    }

    @Test
    void oneOpenNeedsNoChart() {
        Track track = track(WebServer.NOW);
        read(track, WebServer.NOW);

        assertThat(page(track).select("#course")).isEmpty();
    }

    @Test
    void saysWithWhatAndWhereItWasRead() {
        Track track = track(ago(Duration.ofDays(1)));
        open(track, Verdict.HUMAN, BERLIN, ago(Duration.ofHours(3)));
        open(track, Verdict.HUMAN, BERLIN, ago(Duration.ofHours(2)));
        open(track, Verdict.HUMAN, PARIS, ago(Duration.ofHours(1)));
        open(track, Verdict.IMAGE_PROXY, PARIS, ago(Duration.ofMinutes(1)));

        Document page = page(track);

        assertThat(page.select(".readers__of").text()).startsWith("Of all 4 reads.");
        assertThat(page.select(".readers .chart__title").eachText())
                .containsExactly(
                        "Mail programs, known of 3 of 4 reads",
                        "Devices, known of 3 of 4 reads",
                        "Countries, known of 3 of 4 reads",
                        "Networks, known of 2 of 4 reads");
        assertThat(page.select("#readers-client tbody tr").eachText())
                .containsExactly("Thunderbird 2 67%", "Outlook 1 33%");
        assertThat(page.select("#readers-device tbody tr").eachText()).containsExactly("desktop 2 67%", "phone 1 33%");
        assertThat(page.select("#readers-country tbody tr").eachText())
                .containsExactly("Germany 2 67%", "France 1 33%");
        assertThat(page.select("#readers-network tbody tr").eachText()).containsExactly("Deutsche Telekom AG 2 100%");
    }

    @Test
    void ofReadersOfWhomNothingIsKnownNothingIsSaid() {
        Track track = track(ago(Duration.ofDays(1)));
        open(track, Verdict.IMAGE_PROXY, BERLIN, ago(Duration.ofHours(3)));
        open(track, Verdict.IMAGE_PROXY, BERLIN, ago(Duration.ofHours(1)));

        assertThat(page(track).select(".readers, .track__aside")).isEmpty();
    }

    @Test
    void namesTheOtherRecipientsOfTheMessage() {
        Track one = Samples.track(1, new TrackDetails("ada@example.com", "Offer", null, "offer & co"));
        Track read = Samples.track(2, new TrackDetails("bob@example.com", "Offer", null, "offer & co"));
        Track nameless = Samples.track(3, new TrackDetails(null, "Offer", null, "offer & co"));
        server.add(one, read, nameless, Samples.track(4));
        read(read, ago(Duration.ofHours(1)));

        Document page = page(one);

        assertThat(page.select(".members__one").eachText())
                .containsExactly("·Waiting No recipient", "✓✓Read bob@example.com 1 h ago");
        assertThat(page.select(".members__one a").eachAttr("href"))
                .containsExactly("/detail/" + nameless.id(), "/detail/" + read.id());
        assertThat(page.select(".members__all a").attr("href")).isEqualTo("/?message_group_id=offer%20%26%20co");
        assertThat(page(Samples.track(4)).select(".members")).isEmpty();
    }

    @Test
    void ofManyRecipientsFiftyAreNamed() {
        for (int i = 1; i <= 60; i++) {
            server.add(Samples.track(i, new TrackDetails("reader" + i, "Offer", null, "many")));
        }

        Document page = page(Samples.track(30));

        assertThat(page.select(".members__one")).hasSize(50);
        assertThat(page.select(".members__one a").eachAttr("href")).doesNotContain("/detail/" + Samples.id(30));
    }

    @ParameterizedTest
    @CsvSource({"fr, Lu une fois", "de, Einmal gelesen"})
    void speaksTheLanguageOfTheReader(String language, String summary) {
        Track track = track(ago(Duration.ofDays(1)));
        open(track, Verdict.HUMAN, BERLIN, ago(Duration.ofHours(3)));

        var response = server.send(server.owner("/detail/" + track.id())
                .header("Accept", "text/html")
                .header("Accept-Language", language));

        assertThat(Jsoup.parse(response.body()).select(".track__state").text()).containsIgnoringCase(summary);
    }

    @Test
    void itsOpensAreToBeHadAsFiles() {
        Track track = track(ago(Duration.ofDays(1)));
        assertThat(page(track).select(".track__export")).isEmpty();
        read(track, ago(Duration.ofHours(3)));

        Document page = page(track);

        assertThat(page.select(".track__export a").eachText()).containsExactly("Opens as CSV", "Opens as JSON");
        assertThat(page.select(".track__export a").eachAttr("href"))
                .allSatisfy(href ->
                        assertThat(server.send(server.owner(href)).statusCode()).isEqualTo(200));
    }

    @Test
    void aPrintSaysWhichTrackItIsOfAndWhen() {
        Track track = track(ago(Duration.ofDays(1)));

        assertThat(page(track).select(".track__record").text())
                .isEqualTo("Record of the track " + track.id()
                        + ", as of Friday, 20 November 2026, 13:00:00 CET. Times are those of Europe/Berlin.");
    }
}
