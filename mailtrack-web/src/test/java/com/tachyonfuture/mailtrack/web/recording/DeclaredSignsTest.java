package com.tachyonfuture.mailtrack.web.recording;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.contract.Samples;
import com.tachyonfuture.mailtrack.domain.classify.Sign;
import com.tachyonfuture.mailtrack.domain.recording.Hit;
import com.tachyonfuture.mailtrack.web.server.Browser;
import com.tachyonfuture.mailtrack.web.server.WebServer;
import com.tachyonfuture.mailtrack.web.server.Wire;
import com.tachyonfuture.mailtrack.web.settings.SigningKey;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a request says about itself. Each is sent to both handlers of pixels.
final class DeclaredSignsTest {

    private static final String COOKIE = "mailtrack_own";

    @RegisterExtension
    final WebServer server = new WebServer();

    /// Its signs, as both handlers understand them.
    private static Set<Sign> signs(WebServer server, String headers) {
        String request = "GET /p/" + Samples.id(1) + ".gif HTTP/1.1\r\nHost: x\r\n" + headers + "\r\n";
        try (Wire plain = server.connect();
                Wire other = server.connect()) {
            plain.send(request).read();
            other.send("GET /health/liveness HTTP/1.1\r\nHost: x\r\n\r\n").read();
            other.send(request).read();
        }
        List<Hit> hits = server.spool().hits();
        Set<Sign> first = hits.get(hits.size() - 2).signs();
        assertThat(hits.getLast().signs()).as("both agree").isEqualTo(first);
        return first;
    }

    private Set<Sign> signs(String headers) {
        return signs(server, headers);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sec-Purpose: prefetch",
                "Sec-Purpose: prefetch;prerender",
                "sec-purpose: x, PreFetch",
                "Purpose: prefetch",
                "Purpose: preview",
                "X-Purpose: preview",
                "X-Moz: prefetch",
                "X-MOZ: Prerender",
                "X-Moz: x\r\nX-Moz: prefetch",
                "X-Purpose: preview\r\nPurpose: x"
            })
    void whoeverSaysThatNobodyLooksYetIsBelieved(String header) {
        assertThat(signs(header + "\r\n")).containsExactly(Sign.DECLARED_PREFETCH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Accept: image/avif,image/webp,image/png,image/svg+xml,image/*;q=0.8,*/*;q=0.5",
                "Accept: image/*",
                "accept:IMAGE/png",
                "Accept: */*, image/png",
                "Accept: */*,\timage/png, text/html",
                "Accept: application/xhtml+xml;q=0.9 , image/webp"
            })
    void whoeverAsksForImagesFirstShowsThem(String header) {
        assertThat(signs(header + "\r\n")).containsExactly(Sign.WANTS_IMAGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Accept: */*\r\n",
                "Accept: \r\n",
                "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8\r\n",
                "Accept: TEXT/HTML;q=0.1, image/png\r\n",
                "Accept: text/html\r\nAccept: image/png\r\n",
                "Accept: ximage/png\r\n",
                "Accept: a;b=image/png\r\n",
                "Accept: image\r\n",
                "Accept-Language: image/png\r\n",
                "Purpose: \r\n",
                "Purpose: navigate\r\n",
                "Sec-Purpose: pre-fetch\r\n",
                "X-Moz: prefetc\r\n",
                "Sec-Fetch-Dest: prefetch\r\n",
                "User-Agent: prefetch\r\nReferer: http://x/image/\r\n",
                "Cookie: a=b\r\n",
                "Cookie: " + COOKIE + "\r\n",
                "Cookie: " + COOKIE + "=\r\n",
                "Cookie: " + COOKIE + "=%%%; " + COOKIE + "=AAAA\r\n"
            })
    void mostSayNothing(String headers) {
        assertThat(signs(headers)).isEmpty();
    }

    @Test
    void nothingOfOneRequestIsLeftForTheNext() {
        try (Wire wire = server.connect()) {
            wire.send("GET /p/a.gif HTTP/1.1\r\nAccept: image/png\r\nPurpose: prefetch\r\n\r\n")
                    .read();
            wire.send("GET /p/a.gif HTTP/1.1\r\n\r\n").read();
        }

        assertThat(server.spool().hits())
                .extracting(Hit::signs)
                .containsExactly(Set.of(Sign.DECLARED_PREFETCH, Sign.WANTS_IMAGE), Set.of());
    }

    @Nested
    class OfTheOwnersBrowser {

        private String mark() {
            return server.browser().signIn().cookies().get(COOKIE);
        }

        private static String cookie(String value) {
            return "Cookie: " + COOKIE + "=" + value + "\r\n";
        }

        @Test
        void itIsKnownByItsMark() {
            String mark = mark();

            assertThat(signs(cookie(mark))).containsExactly(Sign.OWNERS_BROWSER);
            assertThat(signs("Accept: image/*\r\nX-Moz: prefetch\r\n" + cookie(mark)))
                    .containsExactlyInAnyOrder(Sign.DECLARED_PREFETCH, Sign.WANTS_IMAGE, Sign.OWNERS_BROWSER);
        }

        @Test
        void itIsKnownAmongOtherCookies() {
            String mark = mark();

            assertThat(signs("Cookie: a=b; " + COOKIE + "=x;" + COOKIE + "=" + mark + " ;c=d\r\n"))
                    .containsExactly(Sign.OWNERS_BROWSER);
            assertThat(signs("Cookie: a=b\r\n" + cookie("x") + cookie(mark))).containsExactly(Sign.OWNERS_BROWSER);
        }

        @Test
        void aMarkUnderAnotherNameIsNone() {
            String mark = mark();

            assertThat(signs("Cookie: x" + COOKIE + "=" + mark + "; MAILTRACK_OWN=" + mark + "; a=" + COOKIE + "="
                            + mark + "\r\n"))
                    .isEmpty();
        }

        @Test
        void noneOfItsBytesMayBeChangedOrMissing() {
            String mark = mark();

            byte[] bytes = Base64.getUrlDecoder().decode(mark);
            for (int i = 0; i < bytes.length; i++) {
                byte[] changed = bytes.clone();
                changed[i] ^= 1;
                assertThat(signs(cookie(encode(changed)))).as("byte %d", i).isEmpty();
            }
            for (int length = 0; length < mark.length(); length++) {
                assertThat(signs(cookie(mark.substring(0, length))))
                        .as("length %d", length)
                        .isEmpty();
            }
            assertThat(signs(cookie(mark + "AAAA"))).isEmpty();
        }

        @Test
        void whatElseWeSignIsNoMark() {
            Browser browser = server.browser().signIn();

            browser.cookies().values().stream()
                    .filter(value -> !value.equals(browser.cookies().get(COOKIE)))
                    .forEach(value -> assertThat(signs(cookie(value))).isEmpty());
        }

        @Test
        void anotherInstallationsMarkIsNone() {
            long end = WebServer.NOW.plus(Duration.ofDays(1)).getEpochSecond();

            assertThat(signs(cookie(signed(WebServer.BROWSER_SECRET, end)))).containsExactly(Sign.OWNERS_BROWSER);
            assertThat(signs(cookie(signed("another secret", end)))).isEmpty();
        }

        private static String signed(String secret, long end) {
            return encode(ByteBuffer.allocate(40)
                    .putLong(end)
                    .put(SigningKey.of(secret).sign("owner until " + end))
                    .array());
        }

        private static String encode(byte[] bytes) {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        }

        @Test
        void ofManyMarksOnlyTheFirstFewAreLookedAt() {
            String mark = mark();

            assertThat(signs("Cookie: " + (COOKIE + "=x; ").repeat(3) + COOKIE + "=" + mark + "\r\n"))
                    .containsExactly(Sign.OWNERS_BROWSER);
            assertThat(signs("Cookie: " + (COOKIE + "=x; ").repeat(4) + COOKIE + "=" + mark + "\r\n"))
                    .isEmpty();
        }

        @Test
        void itsMarkEndsWithTheLongestSession() {
            String mark = mark();

            server.advance(WebServer.LIMITS.absolute().minusSeconds(1));
            assertThat(signs(cookie(mark))).containsExactly(Sign.OWNERS_BROWSER);
            server.advance(Duration.ofSeconds(1));
            assertThat(signs(cookie(mark))).isEmpty();
        }

        @Test
        void aMarkForAllTimesThatWasMadeUpIsNone() {
            byte[] bytes = ByteBuffer.allocate(40)
                    .putLong(Instant.MAX.getEpochSecond())
                    .array();

            assertThat(signs(cookie(encode(bytes)))).isEmpty();
        }

        @Test
        void itIsKnownWhileTheDatabaseIsDown() {
            String mark = mark();
            server.storage().goDown();

            assertThat(signs(cookie(mark))).containsExactly(Sign.OWNERS_BROWSER);
        }

        @Test
        void itsMarkIsForPixelsOnlyAndForAllSites() {
            Browser browser = server.browser();

            assertThat(setCookie(browser))
                    .contains("; Path=/p/")
                    .contains("; Secure")
                    .contains("; HTTPOnly")
                    .contains("; SameSite=None")
                    .contains("Max-Age=" + WebServer.LIMITS.absolute().toSeconds());
        }

        private static String setCookie(Browser browser) {
            browser.get("/login");
            return browser
                    .submit("/login", java.util.Map.of("name", WebServer.OWNER, "password", WebServer.PASSWORD))
                    .headers()
                    .allValues("Set-Cookie")
                    .stream()
                    .filter(line -> line.startsWith(COOKIE + "="))
                    .findFirst()
                    .orElseThrow();
        }

        @Test
        void itsMarkOpensNothing() {
            Browser browser = server.browser();
            browser.cookies().put(COOKIE, mark());

            assertThat(browser.get("/").statusCode()).isEqualTo(303);
            assertThat(browser.get("/api/tracks").statusCode()).isEqualTo(401);
        }

        @Test
        void signingOutTakesItsMarkAway() {
            Browser browser = server.browser().signIn();
            browser.get("/settings");

            browser.post("/logout", "form_token=" + browser.formToken());

            assertThat(browser.cookies()).doesNotContainKey(COOKIE);
        }
    }

    @Nested
    class BelowAPath {

        @RegisterExtension
        final WebServer below = new WebServer().at("https://example.com/mail");

        @RegisterExtension
        final WebServer odd = new WebServer().at("https://example.com/mail;v=1");

        @Test
        void theMarkGoesWhereThePixelsAre() {
            assertThat(OfTheOwnersBrowser.setCookie(below.browser()))
                    .contains("; Path=/mail/p/")
                    .contains("; Secure")
                    .contains("; SameSite=None");
        }

        @Test
        void theSessionIsStillOfTheWholeHostAndOfNoOther() {
            Browser browser = below.browser().signIn();

            assertThat(browser.cookies()).containsKey("__Host-mailtrack_session");
        }

        @Test
        void aPathThatNoCookieCanHaveIsCutBeforeThat() {
            assertThat(OfTheOwnersBrowser.setCookie(odd.browser())).contains("; Path=/;");
        }
    }

    @Nested
    class WithoutTls {

        @RegisterExtension
        final WebServer local = new WebServer().at("http://127.0.0.1:8000");

        @Test
        void theMarkIsForOurOwnSite() {
            Browser browser = local.browser();

            assertThat(OfTheOwnersBrowser.setCookie(browser))
                    .contains("; Path=/p/")
                    .contains("; SameSite=Lax")
                    .doesNotContain("Secure");
            assertThat(signs(local, OfTheOwnersBrowser.cookie(browser.cookies().get(COOKIE))))
                    .containsExactly(Sign.OWNERS_BROWSER);
        }
    }
}
