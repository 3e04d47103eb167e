package com.tachyonfuture.mailtrack.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.web.server.Browser;
import com.tachyonfuture.mailtrack.web.server.WebServer;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KnownBrowserTest {

    private static final String COOKIE = "__Host-mailtrack_browser";
    private static final String SESSION = "__Host-mailtrack_session";
    private static final int LOOKED_AT = 422;
    private static final int TOO_SOON = 429;

    /// Each from another address.
    private static void tryPasswords(WebServer server, int times) {
        for (int i = 0; i < times; i++) {
            tryPassword(server.browser().from("203.0.113." + i));
        }
    }

    private static int tryPassword(Browser browser) {
        browser.without(SESSION).get("/login");
        return browser.submit("/login", Map.of("name", WebServer.OWNER, "password", "wrong"))
                .statusCode();
    }

    @Nested
    class WithAKey {

        @RegisterExtension
        final WebServer server = new WebServer().trusting("127.0.0.1/32");

        @Test
        void strangersDoNotKeepItOut() {
            Browser owner = server.browser().from("198.51.100.1").signIn();
            tryPasswords(server, 10);

            assertThat(tryPassword(server.browser().from("198.51.100.2"))).isEqualTo(TOO_SOON);
            assertThat(tryPassword(owner)).isEqualTo(LOOKED_AT);
            assertThat(owner.signIn().hasSession()).isTrue();
        }

        @Test
        void itIsSlowedByItsOwnFailures() {
            Browser owner = server.browser().from("198.51.100.1").signIn();
            for (int i = 0; i < 10; i++) {
                assertThat(tryPassword(owner.from("198.51.100." + i))).isEqualTo(LOOKED_AT);
            }

            assertThat(tryPassword(owner.from("198.51.100.200"))).isEqualTo(TOO_SOON);
        }

        @Test
        void itStaysKnownForAYearAndAfterSigningOut() {
            Browser browser = server.browser();
            browser.get("/login");
            var answer = browser.submit("/login", Map.of("name", WebServer.OWNER, "password", WebServer.PASSWORD));
            String name = browser.cookies().get(COOKIE);

            assertThat(answer.headers().allValues("Set-Cookie"))
                    .anyMatch(line -> line.startsWith(COOKIE + "=") && line.contains("Max-Age=31536000"));
            browser.get("/settings");
            browser.post("/logout", "form_token=" + browser.formToken());
            assertThat(browser.signIn().cookies()).containsEntry(COOKIE, name);
            assertThat(server.browser().signIn().cookies().get(COOKIE)).isNotEqualTo(name);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "x", "%%%", "AAAA", "a=b"})
        void whatWeDidNotSignIsNobody(String cookie) {
            tryPasswords(server, 10);

            Browser browser = server.browser().from("198.51.100.3");
            browser.cookies().put(COOKIE, cookie);
            assertThat(tryPassword(browser)).isEqualTo(TOO_SOON);
            browser.cookies().put(COOKIE, Base64.getUrlEncoder().encodeToString(new byte[48]));
            assertThat(tryPassword(browser)).isEqualTo(TOO_SOON);
        }

        @Test
        void anotherNameUnderTheSameSignatureIsNobody() {
            Browser owner = server.browser().from("198.51.100.1").signIn();
            tryPasswords(server, 10);
            byte[] bytes = Base64.getUrlDecoder().decode(owner.cookies().get(COOKIE));
            bytes[0] ^= 1;
            owner.cookies().put(COOKIE, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));

            assertThat(tryPassword(owner)).isEqualTo(TOO_SOON);
        }
    }
}
