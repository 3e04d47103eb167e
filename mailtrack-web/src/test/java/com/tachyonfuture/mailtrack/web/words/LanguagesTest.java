package com.tachyonfuture.mailtrack.web.words;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.contract.Samples;
import com.tachyonfuture.mailtrack.web.server.Browser;
import com.tachyonfuture.mailtrack.web.server.WebServer;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Pages in the language of whoever reads them.
final class LanguagesTest {

    @RegisterExtension
    final WebServer server = new WebServer();

    private Document page(String path, String wanted) {
        return Jsoup.parse(
                server.send(server.owner(path).header("Accept", "text/html").header("Accept-Language", wanted))
                        .body());
    }

    @ParameterizedTest
    @CsvSource({"fr-CH, fr, Aperçu", "de, de, Übersicht", "es, en, Overview"})
    void aPageIsInTheLanguageThatTheBrowserWants(String wanted, String language, String title) {
        Document page = page("/", wanted);

        assertThat(page.select("html").attr("lang")).isEqualTo(language);
        assertThat(page.select("h1").text()).isEqualTo(title);
        assertThat(page.title()).startsWith(title);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "de"})
    void noPageHasATextThatIsMissing(String language) {
        server.add(Samples.track(1));
        String detail = "/detail/" + Samples.id(1);

        for (String path : List.of(
                "/",
                "/?q=nothing",
                "/?since=x",
                "/create",
                "/settings",
                "/judging",
                detail,
                detail + "/deletion",
                "/x")) {
            assertThat(page(path, language).text()).as(path).doesNotContain("??");
        }
    }

    @Test
    void errorsAreToldInItToo() {
        server.add(Samples.track(1));

        assertThat(page("/nothing", "de").select("h1").text()).isEqualTo("Nicht gefunden");
        assertThat(page("/detail/nothing", "fr").select("main").text())
                .contains("Aucun suivi ne porte cet identifiant.");
        assertThat(page("/?since=tomorrow", "de").select("main").text())
                .contains("Der erste Tag muss ein Tag wie 2026-11-20 sein, aus den Jahren 1001 bis 9998.");
    }

    @Test
    void whatIsChosenInABrowserCountsMoreThanWhatItWants() {
        Browser browser = server.browser().signIn();
        browser.get("/settings");
        browser.submit("/settings/language", Map.of("language", "fr"));
        browser.send(browser.request("/settings?done=language").header("Accept-Language", "de"));

        assertThat(browser.page().select("html").attr("lang")).isEqualTo("fr");
        assertThat(browser.page().select("[role=status].notice").text()).isEqualTo("La langue est choisie.");
        assertThat(browser.page().select("#language option[selected]").text()).isEqualTo("Français");

        browser.submit("/settings/language", Map.of("language", ""));
        browser.send(browser.request("/").header("Accept-Language", "de"));

        assertThat(browser.page().select("html").attr("lang")).isEqualTo("de");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xx", "../../etc/passwd", "EN", "<b>"})
    void aLanguageThatIsNoneLeavesItToTheBrowser(String none) {
        Browser browser = server.browser().signIn();
        browser.get("/settings");

        assertThat(browser.submit("/settings/language", Map.of("language", none))
                        .statusCode())
                .isEqualTo(303);
        browser.get("/");
        assertThat(browser.page().select("html").attr("lang")).isEqualTo("en");
    }

    @Test
    void cachesAreToldWhatAPageDependsOn() {
        assertThat(server.page("/").headers().allValues("Vary").toString()).contains("Accept-Language", "Cookie");
    }

    @Test
    void theApiSpeaksEnglish() {
        var answer = server.send(server.api("/api/tracks/nothing").header("Accept-Language", "de"));

        assertThat(answer.body()).contains("There is no track with this id.");
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "de;q=", "\t", "de-----", "fr;q=1;q=0"})
    void noHeaderIsTooOdd(String header) {
        var answer = server.send(server.owner("/").header("Accept", "text/html").header("Accept-Language", header));

        assertThat(answer.statusCode()).isEqualTo(200);
    }
}
