package com.tachyonfuture.mailtrack.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.tachyonfuture.mailtrack.app.process.RunningApp;
import com.tachyonfuture.mailtrack.mysql.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The owner's way from signing in to the first open and back out, by plain HTTP: no script, no style.
final class OwnerWithoutScriptsIT {

    @TempDir
    Path temporary;

    @Test
    void everythingWorksWithLinksAndFormsAlone() throws Exception {
        try (TestDatabase database = TestDatabase.fresh();
                RunningApp app = new RunningApp.Start(temporary)
                        .withoutDatabaseServer()
                        .with("DATABASE_URL", RunningApp.databaseUrl(database))
                        .now()
                        .awaitReady();
                PlainBrowser browser = new PlainBrowser()) {
            browser.open(app.baseUrl() + "/");
            browser.submit("Sign in", Map.of("name", "owner", "password", "not the password"));
            assertThat(browser.page().select("[name=name]").val()).isEqualTo("owner");
            assertThat(browser.page().select("[name=password]").val()).isEmpty();

            browser.submit("Sign in", Map.of("name", "owner", "password", app.password()));
            browser.follow("New track");
            browser.submit("Create track", Map.of("recipient", "x".repeat(256), "subject", "Offer & <b>more</b>"));
            assertThat(browser.page().select("[name=recipient]").val()).hasSize(256);
            browser.submit("Create track", Map.of("recipient", "ada@example.com"));
            assertThat(browser.page().selectFirst("h1").text()).isEqualTo("Offer & <b>more</b>");

            String detail = browser.page().location();
            String snippet = browser.page().select("textarea, input").stream()
                    .map(field -> field.tagName().equals("textarea") ? field.wholeText() : field.val())
                    .filter(text -> text.contains("display:none"))
                    .findFirst()
                    .orElseThrow();
            try (PlainBrowser reader = new PlainBrowser()) {
                reader.open(snippet.replaceFirst("(?s).*src=\"([^\"]+)\".*", "$1"));
            }
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(browser.open(detail).select(".opens__one"))
                            .hasSize(1));
            assertThat(browser.open(app.baseUrl() + "/?q=offer").text()).contains("ada@example.com", "read");

            browser.open(detail);
            browser.follow("Delete");
            browser.submit("Delete", Map.of());
            assertThat(browser.page().text()).doesNotContain("ada@example.com");

            browser.submit("Sign out", Map.of());
            assertThat(browser.open(app.baseUrl() + "/").select("[name=password]"))
                    .hasSize(1);
        }
    }
}
