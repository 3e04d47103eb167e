package com.tachyonfuture.mailtrack.web.track;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.contract.Samples;
import com.tachyonfuture.mailtrack.domain.address.IpAddress;
import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.domain.recording.Hit;
import com.tachyonfuture.mailtrack.domain.recording.Open;
import com.tachyonfuture.mailtrack.domain.track.Track;
import com.tachyonfuture.mailtrack.web.server.WebServer;
import java.time.Instant;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class TimelinePageTest {

    private static final String ENTRIES = ".day > .opens > .opens__one";
    private static final String REPEATS = ".opens__repeats .opens__one";
    private static final String AT = "> .opens__at time";

    @RegisterExtension
    final WebServer server = new WebServer();

    private final Track track = Samples.track(1, Instant.parse("2026-11-18T08:00:00Z"));

    @BeforeEach
    void aTrack() {
        server.add(track);
    }

    private Document page(String query) {
        return Jsoup.parse(server.page("/detail/" + track.id().inPath() + query).body());
    }

    private void open(Verdict verdict, String address, String at) {
        var ip = IpAddress.parse(address).orElseThrow();
        server.record(Samples.judge(verdict), new Hit(track.id(), Instant.parse(at), ip, "A client", null));
    }

    private static Elements times(Element part, String entries) {
        return part.select(entries).select(AT);
    }

    @Test
    void repeatsOfOneViewerAreFoldedIntoTheirOpen() {
        open(Verdict.HUMAN, "192.0.2.1", "2026-11-20T09:00:00Z");
        open(Verdict.HUMAN, "192.0.2.1", "2026-11-20T09:04:00Z");
        open(Verdict.HUMAN, "192.0.2.1", "2026-11-20T09:11:30Z");
        open(Verdict.HUMAN, "192.0.2.1", "2026-11-20T11:00:00Z");

        Document page = page("");
        Element folded = page.selectFirst("details.opens__repeats");

        assertThat(times(page, ENTRIES).eachText()).containsExactly("12:00", "10:00");
        assertThat(folded.hasAttr("open")).isFalse();
        assertThat(folded.select("> summary").text()).isEqualTo("+ 2 repeats within 12 min");
        assertThat(times(page, REPEATS).eachText()).containsExactly("10:11", "10:04");
        assertThat(page.select(REPEATS + " > details.opens__more")).hasSize(2);
        assertThat(page.select(".opens__one[id]").eachAttr("id")).doesNotHaveDuplicates();
    }

    @Test
    void viewersAtTheSameTimeStayApart() {
        open(Verdict.HUMAN, "192.0.2.1", "2026-11-20T09:00:00Z");
        open(Verdict.HUMAN, "192.0.2.2", "2026-11-20T09:01:00Z");
        open(Verdict.HUMAN, "192.0.2.1", "2026-11-20T09:02:00Z");
        open(Verdict.BOT, "192.0.2.1", "2026-11-20T09:03:00Z");

        Document page = page("");

        assertThat(times(page, ENTRIES).eachText()).containsExactly("10:03", "10:01", "10:00");
        assertThat(page.select(".opens__repeats > summary").eachText()).containsExactly("+ 1 repeat within 2 min");
        assertThat(page.select(REPEATS)
                        .parents()
                        .select(ENTRIES)
                        .select(AT)
                        .last()
                        .text())
                .isEqualTo("10:00");
    }

    @Test
    void aRepeatAfterMidnightStandsOnItsOwnDay() {
        open(Verdict.HUMAN, "192.0.2.1", "2026-11-19T22:59:00Z");
        open(Verdict.HUMAN, "192.0.2.1", "2026-11-19T23:01:00Z");
        open(Verdict.HUMAN, "192.0.2.1", "2026-11-19T23:02:00Z");

        Document page = page("");

        assertThat(page.select(".day h3").eachText()).containsExactly("Today", "Yesterday");
        assertThat(times(page, ENTRIES).eachText()).containsExactly("00:01", "23:59");
        assertThat(page.select(ENTRIES).first().select("> .opens__what").text()).isEqualTo("✓✓ Read repeat");
        assertThat(page.select(".opens__repeats > summary").text()).isEqualTo("+ 1 repeat within 1 min");
    }

    @Test
    void whatNobodyJudgedIsNotFolded() {
        server.record(Samples.hit(track), Samples.hit(track));
        server.storage().takeOver(Open.takenOver(90, track.id(), null, null, null, null, null, null, null, null));

        Document page = page("");

        assertThat(page.select(ENTRIES)).hasSize(3);
        assertThat(page.select(".day h3").eachText()).containsExactly("Day unknown", "Today");
        assertThat(page.select(".opens__repeats")).isEmpty();
    }

    @Test
    void chartsAndReadersAreOnTheFirstPageOnly() {
        for (int i = 0; i < 60; i++) {
            open(Verdict.HUMAN, "192.0.2." + i, "2026-11-20T09:00:00Z");
        }

        Document first = page("");
        String older = first.select(".paging a[rel=next]").attr("href");
        Document second = page(older.substring(older.indexOf('?')).replace("#opens", ""));

        assertThat(first.select("#course")).hasSize(1);
        assertThat(second.select("#course, .readers")).isEmpty();
        assertThat(second.select(ENTRIES)).hasSize(10);
        assertThat(second.select("h1").text()).isEqualTo("Offer 1");
    }
}
