package com.tachyonfuture.mailtrack.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.contract.Samples;
import com.tachyonfuture.mailtrack.web.server.WebServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CompressionTest {

    @RegisterExtension
    final WebServer server = new WebServer();

    @ParameterizedTest
    @ValueSource(strings = {"/api/tracks", "/", "/assets/css/pages.css"})
    void longAnswersArePackedForWhoeverCanUnpackThem(String path) throws IOException {
        for (int i = 1; i <= 50; i++) {
            server.add(Samples.track(i));
        }
        byte[] plain = server.sendForBytes(request(path)).body();

        var packed = server.sendForBytes(request(path).header("Accept-Encoding", "gzip"));

        assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(packed.body().length).isLessThan(plain.length / 2 + 200);
        var unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes();
        assertThat(withoutToken(unpacked)).isEqualTo(withoutToken(plain));
    }

    /// The proof in a form never looks the same twice.
    private static String withoutToken(byte[] page) {
        return new String(page, StandardCharsets.UTF_8)
                .replaceAll("name=\"form_token\" value=\"[^\"]*\"", "name=\"form_token\"");
    }

    private HttpRequest.Builder request(String path) {
        return path.startsWith("/api/") ? server.api(path) : server.owner(path);
    }

    @Test
    void shortAnswersAreNot() {
        var response = server.send(server.api("/api/stats").header("Accept-Encoding", "gzip"));

        assertThat(response.headers().firstValue("Content-Encoding")).isEmpty();
    }

    @Test
    void nobodyIsGivenWhatTheyDidNotAskFor() {
        for (int i = 1; i <= 50; i++) {
            server.add(Samples.track(i));
        }

        assertThat(server.get("/api/tracks").headers().firstValue("Content-Encoding"))
                .isEmpty();
    }
}
