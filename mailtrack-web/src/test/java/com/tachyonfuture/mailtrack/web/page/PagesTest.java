package com.tachyonfuture.mailtrack.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.contract.Samples;
import com.tachyonfuture.mailtrack.web.server.Browser;
import com.tachyonfuture.mailtrack.web.server.WebServer;
import com.tachyonfuture.mailtrack.web.server.Wire;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What all pages have in common.
final class PagesTest {

    private static final String DETAIL = "/detail/" + Samples.id(1);

    @RegisterExtension
    final WebServer server = new WebServer();

    @BeforeEach
    void addATrack() {
        server.add(Samples.track(1));
    }

    private Document page(String path) {
        return Jsoup.parse(server.page(path).body());
    }

    private static List<String> all() {
        return List.of("/", "/create", DETAIL, DETAIL + "/deletion", "/nothing");
    }

    @Test
    void eachHasOneMainOneHeadingAndATitleOfItsOwn() {
        for (String path : all()) {
            Document page = page(path);

            assertThat(server.page(path).body())
                    .as(path)
                    .startsWith("<!DOCTYPE html>")
                    .containsOnlyOnce("<!DOCTYPE");
            assertThat(page.select("html").attr("lang")).as(path).isEqualTo("en");
            assertThat(page.select("main")).as(path).hasSize(1);
            assertThat(page.select("h1")).as(path).hasSize(1);
            assertThat(page.select("a.skip").attr("href")).isEqualTo("#content");
            assertThat(page.html()).as(path).doesNotContain("th:").doesNotContain("/views/");
        }
        assertThat(all().stream().map(path -> page(path).title())).doesNotHaveDuplicates();
    }

    @Test
    void theEntryOfThePageItselfIsMarked() {
        assertThat(page("/").select("[aria-current=page]").eachText()).containsExactly("Overview");
        assertThat(page("/create").select("[aria-current=page]").eachText()).containsExactly("New track");
        assertThat(page(DETAIL).select("[aria-current=page]")).isEmpty();
    }

    @Test
    void whoIsSignedInCanSignOut() {
        Browser browser = server.browser().signIn();
        browser.get("/");
        Element form = browser.page().selectFirst("form[action=/logout]");

        assertThat(form).isNotNull();
        assertThat(form.attr("method")).isEqualTo("post");
        assertThat(form.text()).contains(WebServer.OWNER, "Sign out");
    }

    @Test
    void whoSignsInWithEachRequestHasNothingToSignOutOf() {
        assertThat(page("/").select(".masthead").text())
                .contains(WebServer.OWNER)
                .doesNotContain("Sign out");
    }

    @Test
    void whoIsNotIsSentToTheLoginPageWhichLeadsNowhereElse() {
        Browser browser = server.browser();

        assertThat(browser.get("/").headers().firstValue("Location")).contains("/login");
        browser.get("/login");
        assertThat(browser.page().select("nav, form[action=/logout]")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic", "Basic %%%", "Bearer x"})
    void nobodyGetsInWithoutThePassword(String authorization) {
        for (String path : List.of("/", "/create", DETAIL, DETAIL + "/deletion")) {
            var response = server.send(
                    server.anonymous(path).header("Accept", "text/html").header("Authorization", authorization));

            assertThat(response.statusCode()).as(path).isEqualTo(401);
        }
    }

    @Test
    void neitherTheApiKeyOpensAPageNorThePasswordTheApi() {
        var withKey = server.anonymous(DETAIL).header("X-API-Key", WebServer.KEY);
        var wrongPassword = server.anonymous("/").header("Authorization", WebServer.basic(WebServer.OWNER, "wrong"));

        assertThat(server.send(withKey).statusCode()).isEqualTo(401);
        assertThat(server.send(wrongPassword).statusCode()).isEqualTo(401);
        assertThat(server.send(server.owner("/api/stats")).statusCode()).isEqualTo(401);
    }

    @Test
    void everyFormCarriesTheToken() {
        for (String path : all()) {
            for (Element form : page(path).select("form[method=post]")) {
                assertThat(form.select("input[type=hidden][name=form_token]"))
                        .as(path + " " + form.attr("action"))
                        .hasSize(1);
            }
        }
    }

    @Test
    void noneHasAScriptOrAStyleInItself() {
        for (String path : all()) {
            Document page = page(path);

            assertThat(page.select("style, [style], iframe, script:not([src])")).isEmpty();
            assertThat(page.getAllElements())
                    .flatExtracting(element -> List.copyOf(element.attributes().asList()))
                    .noneMatch(attribute -> attribute.getKey().startsWith("on"));
        }
    }

    @Test
    void everythingThatTheyLoadOrLinkToIsThere() {
        for (String path : all()) {
            for (Element element : page(path).select("[href^=/], [src]")) {
                String target = element.hasAttr("href") ? element.attr("href") : element.attr("src");
                if (!target.equals("/settings")) {
                    assertThat(server.page(target).statusCode()).as(target).isEqualTo(200);
                }
            }
        }
    }

    @Test
    void nothingCanBeLoadedOrFramedAndNobodyKeepsThem() {
        for (String path : all()) {
            var headers = server.page(path).headers();

            assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                    .contains("default-src 'none'", "style-src 'self'", "script-src 'self'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(headers.firstValue("Cache-Control")).contains("no-store");
            assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
            assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
            assertThat(headers.firstValue("Server")).isEmpty();
        }
    }

    @Test
    void anAssetUnderTheAddressOfItsVersionIsKeptForGood() {
        String address = page("/").select("link[rel=stylesheet]").first().attr("href");

        assertThat(address).matches("/assets/css/base[.]css[?]v=[0-9a-f]{12}");
        assertThat(cacheControl(address)).contains("immutable").contains("max-age=31536000");
        assertThat(cacheControl("/assets/css/base.css?v=000000000000")).doesNotContain("immutable");
        assertThat(cacheControl("/assets/css/base.css"))
                .doesNotContain("immutable")
                .contains("max-age=3600");
    }

    private String cacheControl(String path) {
        var response = server.send(server.anonymous(path));

        assertThat(response.headers().allValues("Cache-Control")).hasSize(1);
        assertThat(response.headers().firstValue("Last-Modified")).isPresent();
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/css");
        return response.headers().firstValue("Cache-Control").orElseThrow();
    }

    @Test
    void scriptsAreServedAsScripts() {
        String script = page("/").select("script").attr("src");

        assertThat(server.send(server.anonymous(script))
                        .headers()
                        .firstValue("Content-Type")
                        .orElseThrow())
                .contains("javascript");
        assertThat(page("/").select("script").attr("type")).isEqualTo("module");
    }

    @Test
    void theKeysAreListedForWhoIsSignedIn() {
        Document page = page("/");

        assertThat(page.select("dialog#help kbd").eachText()).contains("/", "j", "k", "c", "?");
        assertThat(page.select("[data-key=c]").attr("href")).isEqualTo("/create");
        assertThat(page.select("[data-key=/]").attr("name")).isEqualTo("q");
        assertThat(page.select(".tracks [data-row] a")).hasSize(1);
        assertThat(Jsoup.parse(server.browser().get("/login").body()).select("dialog, [data-key]"))
                .isEmpty();
    }

    @Test
    void theFirstVisitOfTheOverviewWeighsLittle() {
        for (int i = 2; i <= 50; i++) {
            server.add(Samples.track(i));
        }
        Document page = page("/");
        int weight = packed("/");
        for (Element part : page.select("link[href], script[src]")) {
            weight += packed(part.hasAttr("src") ? part.attr("src") : part.attr("href"));
        }

        assertThat(weight).isLessThan(100 * 1024);
    }

    private int packed(String path) {
        return server.sendForBytes(
                        server.owner(path).header("Accept", "text/html, */*").header("Accept-Encoding", "gzip"))
                .body()
                .length;
    }

    @Test
    void pagesAreForWhoeverTakesHtml() {
        assertThat(server.send(server.owner("/")).body()).contains("<h1>Overview</h1>");
        assertThat(server.send(server.owner("/").header("Accept", "application/json"))
                        .statusCode())
                .isEqualTo(406);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/",
                "/assets/css",
                "/assets/css/",
                "/assets/../views/layout.html",
                "/assets/..%2fviews/layout.html",
                "/assets/%2e%2e/views/layout.html",
                "/assets/css/../../views/layout.html",
                "/assets/..\\views\\layout.html",
                "/assets//etc/passwd",
                "/assets/%00",
                "/assets/?v=x",
                "/views/layout.html",
                "/assets/com/tachyonfuture"
            })
    void nothingElseIsServed(String target) {
        try (Wire wire = server.connect()) {
            var answer =
                    wire.send("GET " + target + " HTTP/1.1\r\nHost: x\r\n\r\n").read();

            assertThat(answer.status()).isBetween(400, 404);
            assertThat(answer.text()).doesNotContain("th:");
        }
    }
}
