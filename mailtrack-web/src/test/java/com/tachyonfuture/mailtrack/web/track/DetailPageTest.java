package com.tachyonfuture.mailtrack.web.track;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.classify.Judge;
import com.tachyonfuture.mailtrack.application.classify.Judged;
import com.tachyonfuture.mailtrack.application.classify.JudgedHit;
import com.tachyonfuture.mailtrack.application.contract.Samples;
import com.tachyonfuture.mailtrack.domain.classify.Client;
import com.tachyonfuture.mailtrack.domain.classify.Confidence;
import com.tachyonfuture.mailtrack.domain.classify.Description;
import com.tachyonfuture.mailtrack.domain.classify.DeviceClass;
import com.tachyonfuture.mailtrack.domain.classify.Judgement;
import com.tachyonfuture.mailtrack.domain.classify.Network;
import com.tachyonfuture.mailtrack.domain.classify.Place;
import com.tachyonfuture.mailtrack.domain.classify.Reason;
import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.domain.recording.Hit;
import com.tachyonfuture.mailtrack.domain.recording.Open;
import com.tachyonfuture.mailtrack.domain.track.Track;
import com.tachyonfuture.mailtrack.domain.track.TrackDetails;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import com.tachyonfuture.mailtrack.web.server.WebServer;
import com.tachyonfuture.mailtrack.web.server.Wire;
import java.time.Instant;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DetailPageTest {

    private static final String MARKUP = "<b onclick=alert(1)>\"'&${7*7}[[${7*7}]]</textarea>";

    @RegisterExtension
    final WebServer server = new WebServer();

    private Document page(Track track) {
        return page("/detail/" + track.id().inPath());
    }

    private Document page(String path) {
        return Jsoup.parse(server.page(path).body());
    }

    @Test
    void beforeTheFirstOpenItSaysHowToGoOn() {
        Track track = Samples.track(1, new TrackDetails("zoe@example.com", "Offer", "second\ntry", null));
        server.add(track);

        Document page = page(track);

        assertThat(page.title()).isEqualTo("· Waiting: Offer · Mailtrack");
        assertThat(page.select("h1").text()).isEqualTo("Offer");
        assertThat(page.select(".track__to").text()).isEqualTo("to zoe@example.com, created 20 Nov 2026, 13:00");
        assertThat(page.select(".track__state").text()).isEqualTo("·Waiting Nothing has fetched the image yet.");
        assertThat(page.select(".track__notes p").first().wholeText()).isEqualTo("second\ntry");
        assertThat(page.select("details").hasAttr("open")).isTrue();
        var link = page.selectFirst(".empty a[target=_blank]");
        assertThat(link.attr("href")).isEqualTo("https://mail.example.com/p/" + track.id() + ".gif");
        assertThat(link.attr("rel")).contains("noreferrer", "noopener");
    }

    @Test
    void offersTheImageInEachFormAndNeverLoadsIt() {
        Track track = Samples.track(1);
        server.add(track);
        String url = "https://mail.example.com/p/" + track.id() + ".gif";

        Document page = page(track);

        assertThat(page.select("#snippet-html").text())
                .isEqualTo("<img src=\"" + url + "\" width=\"1\" height=\"1\" style=\"display:none\" alt=\"\" />");
        assertThat(page.select("#snippet-visible").text())
                .isEqualTo("<img src=\"" + url + "\" width=\"1\" height=\"1\" alt=\"\" />");
        assertThat(page.select("#snippet-markdown").text()).isEqualTo("![](" + url + ")");
        assertThat(page.select("textarea[readonly]")).hasSize(3);
        assertThat(page.select("img, [src*=/p/], link[href*=/p/]")).isEmpty();
    }

    @Test
    void buttonsThatNeedAScriptAreHiddenWithoutOne() {
        server.add(Samples.track(1));

        Document page = page(Samples.track(1));

        assertThat(page.select("[data-copy]")).hasSize(3).allMatch(button -> button.hasAttr("hidden"));
        assertThat(page.select("[data-copy-rich]").parents().select("[data-scripted]"))
                .allMatch(part -> part.hasAttr("hidden"));
        for (var button : page.select("[data-copy]")) {
            assertThat(page.select(button.attr("data-copy"))).hasSize(1);
        }
    }

    @Test
    void opensAreGroupedByTheOwnersDaysTheLatestFirst() {
        Track track = Samples.track(1);
        server.add(track);
        server.record(
                Samples.hit(track, Instant.parse("2026-11-18T08:00:00Z")),
                Samples.hit(track, Instant.parse("2026-11-19T22:59:00Z")),
                Samples.hit(track, Instant.parse("2026-11-19T23:01:00Z")));

        Document page = page(track);

        assertThat(page.select(".day h3").eachText())
                .containsExactly("Today", "Yesterday", "Wednesday, 18 November 2026");
        assertThat(page.select(".opens__at time").eachText()).containsExactly("00:01", "23:59", "09:00");
        assertThat(page.select(".opens__one").first().text())
                .startsWith("00:01 ✓✓ Read 2001:db8::17 Why? More about this open")
                .contains(
                        "How sure It was not judged yet.",
                        "Address 2001:db8::17",
                        "Calls itself Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Thunderbird/128.3.1",
                        "On page https://mail.example.com/");
        assertThat(page.select(".track__state").text())
                .isEqualTo("✓✓Read again Read 3 times. First read 2 days ago, last 12 h ago.");
        assertThat(page.select("details").hasAttr("open")).isFalse();
        assertThat(page.select("#opens .empty")).isEmpty();
    }

    @Test
    void whatAMachineFetchedIsDelivered() {
        Track track = Samples.track(1);
        server.add(track);
        server.storage()
                .takeOver(Open.takenOver(
                        5, track.id(), WebServer.NOW, "no address", null, null, "Germany", "Berlin", "apple", false));

        Document page = page(track);

        assertThat(page.select(".opens__one").text())
                .startsWith("13:00 ✓ Delivered through Apple Why?")
                .contains("no address", "It did not say what it is.");
        assertThat(page.select(".track__state").text()).startsWith("✓Delivered Fetched once, but not by a reader.");
    }

    @Test
    void eachOpenSaysWhatItWasAndWhy() {
        Track track = Samples.track(1);
        server.add(track);
        var description = new Description(
                new Place("DE", "Germany", "Berlin"),
                new Network(3320, "Deutsche Telekom AG"),
                new Client("Thunderbird", "Linux", DeviceClass.DESKTOP),
                1);
        server.record(judge(Verdict.HUMAN, Reason.THUNDERBIRD, null, description), Samples.hit(track));
        server.record(judge(Verdict.HUMAN, Reason.THUNDERBIRD, null, description), Samples.hit(track));

        Document page = page(track);
        Element again = page.selectFirst(".opens__repeats .opens__one");

        assertThat(again.select(".opens__what").text()).isEqualTo("✓✓ Read repeat");
        assertThat(again.select(".opens__from").text()).isEqualTo("Thunderbird on Linux, desktop, Berlin, Germany");
        assertThat(again.select(".opens__why").text()).isEqualTo(Reason.THUNDERBIRD.sentence());
        assertThat(again.select(".opens__more dd").eachText())
                .contains(
                        "Likely: usual for this, though other explanations exist. How opens are judged",
                        "Deutsche Telekom AG, AS3320");
        assertThat(again.select("a").attr("href")).isEqualTo("/judging#reason-thunderbird");
        assertThat(page.select(".day > .opens > .opens__one > .opens__what").text())
                .isEqualTo("✓✓ Read");
        assertThat(page.select(".numbers dt").eachText()).containsExactly("Reads", "Deliveries", "Opens");
        assertThat(page.select(".numbers__value").eachText()).containsExactly("1", "0", "2");
    }

    @ParameterizedTest
    @CsvSource({
        "IMAGE_PROXY, GMAIL_DISPLAY, google",
        "PREFETCH, APPLE_PREFETCH, apple",
        "UNDECIDED, PRIVACY_PROXY, proton"
    })
    void whereAProxyIsAndWhatItRunsOnIsNotShownAsTheReaders(Verdict verdict, Reason reason, String agent) {
        Track track = Samples.track(1);
        server.add(track);
        var description = new Description(
                new Place("US", "United States", "Mountain View"),
                new Network(15169, "Google LLC"),
                new Client("Firefox", "Windows", DeviceClass.DESKTOP),
                1);
        server.record(judge(verdict, reason, agent, description), Samples.hit(track));

        Element open = page(track).selectFirst(".opens__one");

        assertThat(open.select(".opens__from").text()).isEqualToIgnoringCase("through " + agent);
        assertThat(open.text()).doesNotContain("Mountain View", "United States", "Windows", "desktop");
        assertThat(open.select(".opens__more").text()).contains("not the reader’s", "Google LLC, AS15169");
    }

    @Test
    void opensAreCountedByVerdictAndFilteredByIt() {
        Track track = Samples.track(1);
        server.add(track);
        server.record(Samples.judge(Verdict.HUMAN), Samples.hit(track));
        server.record(Samples.judge(Verdict.PREFETCH), Samples.hit(track), Samples.hit(track));
        String href = "/detail/" + track.id();

        Document all = page(track);
        Document prefetches = page(href + "?verdict=prefetch");
        Document scans = page(href + "?verdict=scanner");

        assertThat(all.select(".verdicts a").eachText()).containsExactly("All 3", "✓✓ Read 1", "✓ Fetched ahead 2");
        assertThat(all.select(".verdicts a").eachAttr("href"))
                .containsExactly(href + "#opens", href + "?verdict=human#opens", href + "?verdict=prefetch#opens");
        assertThat(prefetches.select(".opens__one")).hasSize(2);
        assertThat(prefetches.select(".verdicts [aria-current]").text()).isEqualTo("✓ Fetched ahead 2");
        assertThat(scans.select("#opens .empty").text()).isEqualTo("None on this page.");
        assertThat(server.page(href + "?verdict=reader").statusCode()).isEqualTo(400);
        assertThat(page(href + "?verdict=reader").select("[role=alert]").text())
                .contains("The verdict must be one of human, image_proxy");
    }

    private static Judge judge(Verdict verdict, Reason reason, @Nullable String agent, Description description) {
        var judgement = new Judgement(verdict, reason, Confidence.MEDIUM, agent);
        return (hit, origin) -> new JudgedHit(hit, description, new Judged(judgement, 1, 17));
    }

    @Test
    void moreOpensAreAPageAway() {
        Track track = Samples.track(1);
        server.add(track);
        for (int i = 0; i < 70; i++) {
            server.record(Samples.hit(track, WebServer.NOW.minusSeconds(60L * (70 - i))));
        }

        Document first = page(track);
        Document second = page(first.select(".paging a[rel=next]").attr("href").replace("#opens", ""));

        assertThat(first.select(".opens__one")).hasSize(50);
        assertThat(second.select(".opens__one")).hasSize(20);
        assertThat(second.select(".paging a").eachText()).containsExactly("Latest");
        assertThat(second.select(".paging a").attr("href")).isEqualTo("/detail/" + track.id() + "#opens");
    }

    @Test
    void aCursorThatIsNoneIsNamed() {
        server.add(Samples.track(1));

        var response = server.page("/detail/" + Samples.id(1) + "?cursor=x");
        Document page = Jsoup.parse(response.body());

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(page.select("[role=alert]").text()).contains("The page is not one that this service gave out");
        assertThat(page.select("h1").text()).isEqualTo("Offer 1");
    }

    @Test
    void markupFromStrangersIsText() {
        Track track = Samples.track(1, new TrackDetails(MARKUP, MARKUP, MARKUP, null));
        server.add(track);
        server.record(new Hit(track.id(), WebServer.NOW, null, MARKUP, "javascript:alert(1)//" + MARKUP));

        Document page = page(track);

        assertThat(page.title()).isEqualTo("✓✓ Read: " + MARKUP + " · Mailtrack");
        assertThat(page.select("h1").text()).isEqualTo(MARKUP);
        assertThat(page.select(".track__to strong").text()).isEqualTo(MARKUP);
        assertThat(page.select(".track__notes p").text()).isEqualTo(MARKUP);
        assertThat(page.select(".opens__agent").text()).isEqualTo(MARKUP);
        assertThat(page.select(".opens__referer").text()).endsWith(MARKUP);
        assertThat(page.select("main b, [onclick], a[href^=javascript]")).isEmpty();
    }

    @Test
    void whatStrangersMadeVeryLongIsCut() {
        Track track = Samples.track(1);
        server.add(track);
        server.storage()
                .takeOver(Open.takenOver(
                        5, track.id(), WebServer.NOW, "1".repeat(900), "😀".repeat(900), null, null, null, null, true));

        Document page = page(track);

        assertThat(page.select(".opens__agent").text()).isEqualTo("😀".repeat(500) + "…");
        assertThat(page.select(".opens__address").text()).hasSize(501);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "a b+c", "?x#y", "100%", "%2F", "😀", "<b>", "a/deletion", "ä\"'", "x;y=z"})
    void aTrackWithAnyIdHasAPage(String id) {
        Track track = new Track(new TrackId(id), new TrackDetails("zoe", "Offer", null, null), WebServer.NOW);
        server.add(track);

        String href = page("/").select(".tracks__recipient").attr("href");
        Document page = page(href);
        String delete = page.select("a.is-danger").attr("href");

        assertThat(page.select("h1").text()).isEqualTo("Offer");
        assertThat(page(delete).select("h1").text()).isEqualTo("Delete this track?");
        assertThat(server.submit(page(delete).select("main form").attr("action"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(page("/").select(".tracks__one")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/detail/unknown",
                "/detail/%00",
                "/detail/xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
                "/detail/",
                "/detail",
                "/detail/unknown/deletion",
                "/detail/x/y"
            })
    void anUnknownIdIsNotFound(String path) {
        var response = server.page(path);

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(Jsoup.parse(response.body()).select("h1").text()).isEqualTo("Not found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%zz", "%", "%FF%FE", "%F0%9F"})
    void anIdThatIsNoTextIsNoFaultOfOurs(String id) {
        String basic = WebServer.basic(WebServer.OWNER, WebServer.PASSWORD);

        try (Wire wire = server.connect()) {
            var answer = wire.send("GET /detail/" + id + " HTTP/1.1\r\nHost: x\r\nAccept: text/html\r\nAuthorization: "
                            + basic + "\r\n\r\n")
                    .read();

            assertThat(answer.status()).isIn(400, 404);
        }
    }

    @Test
    void whatIsMissingIsNotMadeUp() {
        Track track = new Track(Samples.id(1), new TrackDetails(null, "", " ", null), null);
        server.add(track);

        Document page = page(track);

        assertThat(page.select("h1").text()).isEqualTo("No subject");
        assertThat(page.select(".track__to").text()).isEqualTo("no recipient");
        assertThat(page.select(".track__text")).isEmpty();
    }

    @Test
    void aNewTrackIsWelcomed() {
        server.add(Samples.track(1));

        assertThat(page("/detail/" + Samples.id(1) + "?created=true")
                        .select("[role=status].notice")
                        .text())
                .startsWith("The track is ready.");
        assertThat(page(Samples.track(1)).select(".notice")).isEmpty();
    }
}
