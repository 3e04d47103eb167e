package com.tachyonfuture.mailtrack.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.Refusal;
import com.tachyonfuture.mailtrack.web.server.WebServer;
import com.tachyonfuture.mailtrack.web.words.Speaking;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Errors as people are told them.
final class ErrorPagesTest {

    @RegisterExtension
    final WebServer server = new WebServer();

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 405, 409, 413, 414, 422, 429, 500, 503})
    void eachSaysWhatHappenedWhatIsSafeAndWhatToDo(int status) {
        ErrorView view = ErrorView.of(Problem.of(status), Speaking.english());

        assertThat(view.status()).isEqualTo(status);
        assertThat(view.title()).isNotBlank();
        assertThat(view.happened()).endsWith(".");
        assertThat(view.kept()).endsWith(".");
        assertThat(view.next()).endsWith(".");
    }

    @Test
    void aRefusalIsToldInItsOwnWords() {
        ErrorView view = ErrorView.of(
                Problem.of(Refusal.forbidden("form_expired", "This form was not sent from our page.")),
                Speaking.english());

        assertThat(view.happened()).isEqualTo("This form was not sent from our page.");
        assertThat(view.kept()).contains("What you typed is still in the form");
    }

    @Test
    void ourOwnFaultsAreToldWithoutTheirStory() {
        server.breakStats();

        var response = server.page("/");
        Document page = Jsoup.parse(response.body());

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(page.select("h1").text()).isEqualTo("Something broke");
        assertThat(page.select("main dt").eachText()).containsExactly("What happened", "What is safe", "What to do");
        assertThat(response.body()).doesNotContain("secret").doesNotContain("Exception");
    }

    @Test
    void thePathIsNotRepeated() {
        var response = server.page("/nothing%3Cb%3E");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).doesNotContain("nothing%3C").doesNotContain("nothing<");
    }
}
