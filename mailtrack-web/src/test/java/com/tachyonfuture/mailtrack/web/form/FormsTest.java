package com.tachyonfuture.mailtrack.web.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.web.server.Browser;
import com.tachyonfuture.mailtrack.web.server.WebServer;
import com.tachyonfuture.mailtrack.web.server.Wire;
import io.micronaut.http.MediaType;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// That nobody's page but ours can make the owner's browser do anything.
final class FormsTest {

    private static final Set<String> CHANGING = Set.of("POST", "PUT", "PATCH", "DELETE");
    private static final String FORM = "application/x-www-form-urlencoded";

    private record Route(String method, String path) {}

    @RegisterExtension
    final WebServer server = new WebServer();

    /// All that could change something, takes a plain form, and is not the API's, which has keys.
    private List<Route> changingRoutes() {
        return routesOfOwners()
                .filter(route -> !takesFiles(route))
                .map(FormsTest::route)
                .toList();
    }

    private Stream<UriRouteInfo<?, ?>> routesOfOwners() {
        return server.bean(Router.class)
                .uriRoutes()
                .filter(route -> CHANGING.contains(route.getHttpMethodName()))
                .filter(route -> !route(route).path().startsWith("/api"));
    }

    private static boolean takesFiles(UriRouteInfo<?, ?> route) {
        return route.getConsumes().contains(MediaType.MULTIPART_FORM_DATA_TYPE);
    }

    private static Route route(UriRouteInfo<?, ?> route) {
        return new Route(route.getHttpMethodName(), route.getUriMatchTemplate().expand(Map.of("id", "x", "open", "1")));
    }

    private static HttpResponse<String> send(Browser browser, Route route, String body) {
        return browser.send(browser.request(route.path())
                .header("Content-Type", FORM)
                .method(route.method(), BodyPublishers.ofString(body)));
    }

    private static void assertRefused(HttpResponse<String> answer, Object what) {
        assertThat(answer.statusCode()).as(what.toString()).isEqualTo(403);
        assertThat(Jsoup.parse(answer.body()).select("main").text())
                .contains("Nothing was done", "Go back, reload the page and try again");
    }

    @Test
    void everyRouteThatChangesAnythingWantsAProof() {
        List<Route> routes = changingRoutes();
        Browser browser = server.browser().signIn();

        assertThat(routes)
                .extracting(Route::path)
                .contains("/login", "/logout", "/settings/keys", "/settings/password");
        for (Route route : routes) {
            assertRefused(send(browser, route, ""), route);
            assertRefused(send(browser, route, "form_token=&label=x"), route);
            assertRefused(send(browser, route, "form_token=" + "A".repeat(86)), route);
            assertRefused(send(browser, route, "label=x&form_token=%C3%A4"), route);
        }
    }

    @Test
    void everyRouteThatTakesAFileWantsAProof() {
        List<Route> routes = routesOfOwners()
                .filter(FormsTest::takesFiles)
                .map(FormsTest::route)
                .toList();
        Browser browser = server.browser().signIn();

        assertThat(routes).extracting(Route::path).contains("/import");
        for (Route route : routes) {
            assertRefused(upload(browser, route), route);
            assertThat(upload(server.browser(), route).statusCode())
                    .as(route.toString())
                    .isEqualTo(303);
        }
    }

    private static HttpResponse<String> upload(Browser browser, Route route) {
        return browser.send(browser.request(route.path())
                .header("Content-Type", "multipart/form-data; boundary=b")
                .method(
                        route.method(),
                        BodyPublishers.ofString(
                                "--b\r\nContent-Disposition: form-data; name=\"form_token\"\r\n\r\nx\r\n--b--\r\n")));
    }

    @Test
    void thereAreNoRoutesButOurOwn() {
        assertThat(server.bean(Router.class).uriRoutes())
                .extracting(route -> route.getTargetMethod().getDeclaringType().getName())
                .isNotEmpty()
                .allMatch(controller -> controller.startsWith("com.tachyonfuture.mailtrack."));
    }

    @Test
    void noRouteActsForAStranger() {
        for (Route route : changingRoutes()) {
            Browser stranger = server.browser();

            var answer = send(stranger, route, "");

            assertThat(answer.statusCode())
                    .as(route.toString())
                    .isEqualTo(route.path().equals("/login") ? 403 : 303);
            assertThat(stranger.hasSession()).isFalse();
        }
    }

    @Test
    void theProofOfOneSessionIsNoneInAnother() {
        Browser one = server.browser().signIn();
        Browser other = server.browser().signIn();
        one.get("/settings");

        var answer = other.post("/settings/sessions/others/ending", "form_token=" + one.formToken());

        assertRefused(answer, "another session's");
        assertThat(one.get("/settings").statusCode()).isEqualTo(200);
    }

    @Test
    void theProofOfTheLoginPageIsNoneInASession() {
        Browser browser = server.browser();
        browser.get("/login");
        String token = browser.formToken();
        browser.signIn();

        assertRefused(browser.post("/settings/sessions/others/ending", "form_token=" + token), "that of before");
    }

    @Test
    void theLoginPagesProofIsWorthlessWithoutItsCookie() {
        Browser browser = server.browser();
        browser.get("/login");
        String form = Browser.encode(
                Map.of("form_token", browser.formToken(), "name", WebServer.OWNER, "password", WebServer.PASSWORD));

        assertRefused(server.browser().post("/login", form), "no cookie");
        Browser other = server.browser();
        other.get("/login");
        assertRefused(other.post("/login", form), "another browser's cookie");
        assertThat(browser.post("/login", form).statusCode()).isEqualTo(303);
    }

    @Test
    void aPageCanBeSentTwiceAndOtherPagesStayGood() {
        Browser browser = server.browser().signIn();
        browser.get("/settings");
        String first = browser.formToken();
        browser.get("/settings");
        String second = browser.formToken();

        assertThat(first).isNotEqualTo(second);
        for (String token : List.of(first, second, first)) {
            assertThat(browser.post("/settings/sessions/others/ending", "form_token=" + token)
                            .statusCode())
                    .isEqualTo(303);
        }
    }

    @Test
    void theCookieStaysOnThisSiteAndOutOfScripts() {
        var answer = server.browser().get("/login");

        assertThat(answer.headers().allValues("Set-Cookie"))
                .singleElement()
                .asString()
                .startsWith("__Host-mailtrack_form=")
                .contains("HTTPOnly", "Secure", "SameSite=Lax", "Path=/")
                .doesNotContain("Max-Age", "Domain");
    }

    @Test
    void whoHasTheCookieGetsNoOther() {
        Browser browser = server.browser();
        browser.get("/login");

        assertThat(browser.get("/login").headers().allValues("Set-Cookie")).isEmpty();
        assertThat(browser.signIn().get("/settings").headers().allValues("Set-Cookie"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", "", "x", "same-origin, cross-site"})
    void whatABrowserSaysComesFromElsewhereIsRefused(String site) {
        Browser browser = server.browser().signIn();
        browser.get("/settings");

        var answer = browser.send(browser.request("/settings/sessions/others/ending")
                .header("Content-Type", FORM)
                .header("Sec-Fetch-Site", site)
                .POST(BodyPublishers.ofString("form_token=" + browser.formToken())));

        assertRefused(answer, site);
    }

    @ParameterizedTest
    @ValueSource(strings = {"same-origin", "none"})
    void whatABrowserSaysComesFromHereIsTaken(String site) {
        Browser browser = server.browser().signIn();
        browser.get("/settings");

        var answer = browser.send(browser.request("/settings/sessions/others/ending")
                .header("Content-Type", FORM)
                .header("Sec-Fetch-Site", site)
                .header("Origin", "null")
                .POST(BodyPublishers.ofString("form_token=" + browser.formToken())));

        assertThat(answer.statusCode()).isEqualTo(303);
    }

    @ParameterizedTest
    @ValueSource(strings = {"form_token=%", "form_token=%zz", "%", "a=%FF", "a=%C3%28"})
    void aFormThatCantBeReadIsRefused(String body) {
        Browser browser = server.browser().signIn();
        for (Route route : changingRoutes()) {
            assertThat(send(browser, route, body).statusCode())
                    .as(route.toString())
                    .isEqualTo(400);
        }
    }

    @Test
    void aFormWithTooManyFieldsIsRefused() {
        Browser browser = server.browser();

        assertThat(browser.post("/login", "a=b&".repeat(10_000)).statusCode()).isEqualTo(400);
    }

    @Test
    void aFormThatIsTooLargeIsRefused() {
        Browser browser = server.browser();

        assertThat(browser.post("/login", "a=" + "b".repeat(1_100_000)).statusCode())
                .isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/json", "text/plain", "multipart/form-data; boundary=x", "garbage", "text/html"})
    void onlyFormsAreForms(String type) {
        Browser browser = server.browser().signIn();
        for (Route route : changingRoutes()) {
            var answer = browser.send(browser.request(route.path())
                    .header("Content-Type", type)
                    .method(route.method(), BodyPublishers.ofString("{}")));

            assertThat(answer.statusCode()).as(route.toString()).isIn(400, 403, 415);
        }
    }

    @Test
    void aFormWithoutABodyOrATypeIsRefused() {
        try (Wire wire = server.connect()) {
            for (Route route : changingRoutes()) {
                String head = route.method() + " " + route.path() + " HTTP/1.1\r\nHost: x\r\n";
                String owner = "Authorization: " + WebServer.basic(WebServer.OWNER, WebServer.PASSWORD) + "\r\n";

                assertThat(wire.send(head + owner + "\r\n").read().status()).isEqualTo(403);
                assertThat(wire.send(head + owner + "Content-Length: 0\r\nContent-Type: " + FORM + "\r\n\r\n")
                                .read()
                                .status())
                        .isEqualTo(403);
                assertThat(wire.send(head + owner + "Content-Length: 3\r\nContent-Type: " + FORM
                                        + "\r\n\r\n\u0000\u00ff=")
                                .read()
                                .status())
                        .isEqualTo(403);
            }
        }
    }

    @Test
    void whatWasTypedIsNotPrinted() {
        assertThat(new Form(Map.of("password", "secret"))).hasToString("Form[password]");
    }
}
