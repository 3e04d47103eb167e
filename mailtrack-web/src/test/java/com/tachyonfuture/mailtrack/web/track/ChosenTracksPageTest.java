package com.tachyonfuture.mailtrack.web.track;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.contract.Samples;
import com.tachyonfuture.mailtrack.domain.track.Track;
import com.tachyonfuture.mailtrack.web.server.WebServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ChosenTracksPageTest {

    @RegisterExtension
    final WebServer server = new WebServer();

    @BeforeEach
    void addTracks() {
        for (int i = 1; i <= 3; i++) {
            server.add(Samples.track(i, WebServer.NOW.minusSeconds(i)));
        }
    }

    private Document page(String path) {
        return Jsoup.parse(server.page(path).body());
    }

    private static List<String> recipients(Document page) {
        return page.select(".tracks__recipient").eachText();
    }

    private static String box(int number) {
        return "track." + Samples.id(number);
    }

    private HttpResponse<String> submit(String path, String back, int... numbers) {
        var fields = Stream.concat(
                        Stream.of("back", back),
                        IntStream.of(numbers).boxed().flatMap(number -> Stream.of(box(number), "on")))
                .toArray(String[]::new);
        return server.submit(path, fields);
    }

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("");
    }

    @Test
    void eachRowHasABoxThatSaysWhatItChooses() {
        Document page = page("/?state=waiting");

        assertThat(page.select(".tracks__choose").eachAttr("name")).containsExactly(box(1), box(2), box(3));
        assertThat(page.select(".tracks__choose").first().attr("aria-label"))
                .isEqualTo("Choose reader1@example.com, Offer 1");
        assertThat(page.select(".listing [name=back]").val()).isEqualTo("/?state=waiting");
        assertThat(page.select(".listing button").eachText()).containsExactly("Pin", "Unpin", "Delete …");
    }

    @Test
    void chosenTracksArePinnedAndTheListSaysSo() {
        var answer = submit("/tracks/pin", "/?q=offer", 1, 3);

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(location(answer)).isEqualTo("/?q=offer&done=pinned&count=2");
        Document list = page(location(answer));
        assertThat(list.select(".notice").text()).isEqualTo("2 tracks are pinned now.");
        assertThat(list.select(".tracks__pinned")).hasSize(2);
        assertThat(recipients(page("/?pinned=true"))).containsExactly("reader1@example.com", "reader3@example.com");

        submit("/tracks/unpin", "/", 3);

        assertThat(recipients(page("/?pinned=true"))).containsExactly("reader1@example.com");
    }

    @Test
    void deletingAsksOnceAndNamesWhatIsLost() {
        Track read = Samples.track(1, WebServer.NOW.minusSeconds(1));
        server.record(Samples.hit(read));

        Document question =
                Jsoup.parse(submit("/tracks/deletion", "/?sort=reads", 1, 2).body());

        assertThat(question.select("h1").text()).isEqualTo("Delete 2 tracks?");
        assertThat(question.select(".chosen li").eachText())
                .containsExactlyInAnyOrder("Offer 1 reader1@example.com", "Offer 2 reader2@example.com");
        assertThat(question.text()).contains("1 open");
        assertThat(question.select("a.is-quiet").attr("href")).isEqualTo("/?sort=reads");
        assertThat(recipients(page("/"))).hasSize(3);

        String[] fields = question.select("main form input:not([name=form_token])").stream()
                .flatMap(input -> Stream.of(input.attr("name"), input.val()))
                .toArray(String[]::new);
        var answer = server.submit(question.select("main form").attr("action"), fields);

        assertThat(location(answer)).isEqualTo("/?sort=reads&done=deleted&count=2");
        assertThat(page(location(answer)).select(".notice").text())
                .isEqualTo("2 tracks are gone, and all their opens with them.");
        assertThat(recipients(page("/"))).containsExactly("reader3@example.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/tracks/pin", "/tracks/unpin", "/tracks/deletion", "/tracks/deletion/sure"})
    void whoChoseNothingOrWhatIsGoneIsTold(String path) {
        assertThat(location(submit(path, "/"))).isEqualTo("/?done=nothing&count=0");
        assertThat(location(submit(path, "/", 9))).isEqualTo("/?done=nothing&count=0");
        assertThat(page("/?done=nothing&count=0").select(".notice").text()).startsWith("Nothing was done");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/tracks/pin", "/tracks/unpin", "/tracks/deletion", "/tracks/deletion/sure"})
    void whoChoseTooManyIsToldHowManyMayBe(String path) {
        var answer = submit(path, "/", IntStream.rangeClosed(1, 1_001).toArray());

        assertThat(location(answer)).isEqualTo("/?done=too-many&count=0");
        assertThat(page(location(answer)).select(".notice").text())
                .isEqualTo("Nothing was done: more than 1,000 tracks were chosen. Choose fewer at a time, or narrow the"
                        + " list first.");
        assertThat(recipients(page("/"))).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com/",
                "//example.com",
                "/\\example.com",
                "/detail/1",
                "/?q=<b>",
                "/?q=a b",
                "/?q=%zz"
            })
    void theWayBackLeadsToTheListOnly(String back) {
        assertThat(location(submit("/tracks/pin", back, 1))).isEqualTo("/?done=pinned&count=1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/tracks/pin", "/tracks/deletion/sure"})
    void aFormOfSomebodyElseDoesNothing(String path) {
        var answer = server.send(server.owner(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(box(1) + "=on")));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(recipients(page("/"))).hasSize(3);
        assertThat(page("/?pinned=true").select(".tracks__one")).isEmpty();
    }

    @Test
    void theListIsSortedByTheLastActivityUnlessAnotherOrderIsChosen() {
        server.record(Samples.hit(Samples.track(3, WebServer.NOW), WebServer.NOW));

        assertThat(recipients(page("/")))
                .containsExactly("reader3@example.com", "reader1@example.com", "reader2@example.com");
        assertThat(recipients(page("/?sort=recipient")))
                .containsExactly("reader1@example.com", "reader2@example.com", "reader3@example.com");
        Document page = page("/?sort=created&state=waiting");
        assertThat(recipients(page)).containsExactly("reader1@example.com", "reader2@example.com");
        assertThat(page.select(".sort [aria-current]").text()).isEqualTo("Newest");
        assertThat(page.select(".sort a").eachAttr("href"))
                .containsExactly(
                        "/?state=waiting",
                        "/?state=waiting&sort=created",
                        "/?state=waiting&sort=reads",
                        "/?state=waiting&sort=recipient");
        assertThat(page.select(".filter input[type=hidden]").eachAttr("name")).containsExactly("state", "sort");
    }

    @Test
    void theStatesHaveTheirNumbers() {
        server.record(Samples.hit(Samples.track(3, WebServer.NOW), WebServer.NOW));
        submit("/tracks/pin", "/", 1);

        assertThat(page("/").select(".states a").eachText().stream()
                        .map(text -> text.split(",", 2)[0].strip())
                        .toList())
                .containsExactly(
                        "All 3", "Waiting 2", "Delivered 0", "Read 1", "Hot 0", "Quiet 0", "Stopped 0", "Pinned 1");
    }
}
