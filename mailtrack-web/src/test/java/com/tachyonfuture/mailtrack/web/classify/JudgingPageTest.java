package com.tachyonfuture.mailtrack.web.classify;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.classify.Attribution;
import com.tachyonfuture.mailtrack.domain.classify.Reason;
import com.tachyonfuture.mailtrack.domain.classify.Rule;
import com.tachyonfuture.mailtrack.domain.classify.RuleBook;
import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.web.server.WebServer;
import java.util.Arrays;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class JudgingPageTest {

    @RegisterExtension
    final WebServer server = new WebServer();

    private Document page() {
        return Jsoup.parse(server.page("/judging").body());
    }

    @Test
    void theRulesInForceStandThereInTheirOrder() {
        assertThat(page().select(".judging__rules li").eachText())
                .hasSizeGreaterThan(20)
                .containsExactlyElementsOf(
                        RuleBook.inForce().rules().stream().map(Rule::inWords).toList());
        assertThat(page().text()).contains("Rule book " + RuleBook.inForce().version() + ".");
    }

    @Test
    void everyVerdictAndEveryReasonIsExplained() {
        Document page = page();

        assertThat(page.select(".judging__verdicts code").eachText())
                .containsExactlyElementsOf(
                        Arrays.stream(Verdict.values()).map(Verdict::code).toList());
        assertThat(page.select(".judging__verdicts dt .verdict > span:last-child")
                        .eachText())
                .doesNotHaveDuplicates()
                .hasSameSizeAs(Verdict.values());
        for (Reason reason : Reason.values()) {
            assertThat(page.select(JudgingView.hrefOf(reason).replace("/judging", "") + " dd")
                            .text())
                    .isEqualTo(reason.sentence());
        }
    }

    @Test
    void withoutDatabasesItSaysWhatIsNotKnown() {
        assertThat(page().select("section:has(#places-title)").text())
                .contains("Not in use, since there is no database for it: cities; countries; who runs the network");
        assertThat(page().select("section:has(#places-title) a")).isEmpty();
    }

    @Test
    void whomPlacesAreKnownFromIsNamed() {
        server.sources().bring(new Attribution("IP Geolocation by DB-IP", "https://db-ip.com/"));

        Document page = page();

        assertThat(page.select("section:has(#places-title) a[href=https://db-ip.com/]")
                        .text())
                .isEqualTo("IP Geolocation by DB-IP");
        assertThat(page.text()).doesNotContain("Not in use");
    }

    @Test
    void itIsForTheOwnerAndEveryPageLeadsThere() {
        assertThat(server.browser().get("/judging").statusCode()).isEqualTo(303);
        assertThat(Jsoup.parse(server.page("/").body()).select("footer a[href=/judging]"))
                .hasSize(1);
        assertThat(Jsoup.parse(server.browser().get("/login").body()).select("footer"))
                .isEmpty();
    }
}
