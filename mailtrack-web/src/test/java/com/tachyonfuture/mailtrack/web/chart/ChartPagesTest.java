package com.tachyonfuture.mailtrack.web.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.web.page.Pages;
import com.tachyonfuture.mailtrack.web.server.WebServer;
import com.tachyonfuture.mailtrack.web.words.Language;
import com.tachyonfuture.mailtrack.web.words.Wording;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Charts on a page.
final class ChartPagesTest {

    @RegisterExtension
    final WebServer server = new WebServer().withCookieSecure(true);

    private Document gallery() {
        var view = Gallery.of(server.bean(Wording.class).in(Language.ENGLISH));
        var page = server.bean(Pages.class).show(HttpRequest.GET("/gallery"), HttpStatus.OK, "gallery", view);
        return Jsoup.parse(String.valueOf(page.body()));
    }

    @Test
    void eachSaysInWordsWhatItShows() {
        for (Element svg : gallery().select("svg[role=img]")) {
            List<String> named = List.of(svg.attr("aria-labelledby").split(" "));
            String said = svg.hasAttr("aria-label")
                    ? svg.attr("aria-label")
                    : named.stream().map(id -> svg.getElementById(id).text()).reduce("", String::concat);

            assertThat(said).isNotBlank();
        }
    }

    @Test
    void eachHasItsNumbersInATable() {
        Document page = gallery();

        assertThat(page.select("#month details tbody tr")).hasSize(30);
        assertThat(page.select("#month thead th").eachText()).containsExactly("Day", "Reads", "Sent");
        assertThat(page.select("#delays details tbody tr")).hasSize(5);
        assertThat(page.select("#week details tbody tr")).hasSize(7);
        assertThat(page.select("#world details tbody th").eachText()).contains("Germany", "Singapore", "XX");
        assertThat(page.select("#clients tbody tr").first().text()).isEqualTo("Apple Mail 1,234 62%");
    }

    @Test
    void eachPointCanBeReadWithoutAScript() {
        Document page = gallery();

        assertThat(page.select("#month [data-point] title")).hasSize(30);
        assertThat(page.select("#month [data-point] title").first().text()).startsWith("22 Oct 2026: Reads");
        assertThat(page.select("#week [data-point] title")).hasSize(168);
        assertThat(page.select("#world [data-point] title").eachText()).contains("Germany: Reads 40");
        assertThat(page.select("[data-chart]"))
                .allSatisfy(chart -> assertThat(chart.select("[data-plot], output[data-reading][aria-live]"))
                        .hasSize(2));
    }

    @Test
    void wordsOfStrangersStayWords() {
        Document page = gallery();

        assertThat(page.select("script:not([src]), [onload], b")).isEmpty();
        assertThat(page.select("[style], style")).isEmpty();
        assertThat(page.select("#hostile .chart__title").text()).isEqualTo(Gallery.HOSTILE);
        assertThat(page.select("#clients tbody th").eachText()).contains(Gallery.HOSTILE);
        assertThat(page.select(".period input[name=q]").attr("value")).isEqualTo(Gallery.HOSTILE);
    }

    @Test
    void noTwoElementsHaveTheSameId() {
        assertThat(gallery().select("[id]").eachAttr("id")).doesNotHaveDuplicates();
    }

    @Test
    void anEmptyChartSaysSo() {
        assertThat(gallery()
                        .select("#none .chart__empty, #nobody .chart__empty")
                        .eachText())
                .containsOnly("Nothing was counted in this period.")
                .hasSize(2);
    }

    @Test
    void itsCsvIsLinkedWhereThereIsOne() {
        assertThat(gallery().select("#month .chart__csv a").attr("href")).isEqualTo("/month.csv");
        assertThat(gallery().select("#delays .chart__csv")).isEmpty();
    }

    @Test
    void theMapIsAnAssetOfLittleWeight() {
        String href = gallery().select("#world use").first().attr("href").replaceFirst("#.*", "");
        var map = server.sendForBytes(server.anonymous(href).header("Accept-Encoding", "gzip"));

        assertThat(map.headers().firstValue("Content-Type").orElseThrow()).startsWith("image/svg+xml");
        assertThat(map.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable");
        assertThat(map.body()).hasSizeLessThan(40 * 1024);
    }

    @Test
    void thePeriodIsChosenWithoutAScript() {
        Document page = gallery();

        assertThat(page.select(".period summary").text()).isEqualTo("Period: 1 Nov 2026 to 12 Nov 2026");
        assertThat(page.select(".period a").eachText())
                .containsExactly("Today", "7 days", "30 days", "90 days", "All time");
        assertThat(page.select(".period form input[type=date]").eachAttr("value"))
                .containsExactly("2026-11-01", "2026-11-12");
    }
}
