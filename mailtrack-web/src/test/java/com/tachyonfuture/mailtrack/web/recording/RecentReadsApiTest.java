package com.tachyonfuture.mailtrack.web.recording;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.contract.Samples;
import com.tachyonfuture.mailtrack.web.server.WebServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RecentReadsApiTest {

    @RegisterExtension
    final WebServer server = new WebServer();

    @Test
    void aReadHasEveryField() {
        server.add(Samples.track(1));
        server.record(Samples.hit(Samples.track(1)));

        var reads = WebServer.array(server.get("/api/opens/recent?since=0"));

        assertThat(reads).hasSize(1);
        assertThat(reads.get(0).keySet())
                .containsExactly("open_id", "opened_at", "recipient", "subject", "country", "city", "track_id");
        assertThat(reads.get(0))
                .containsEntry("open_id", 1)
                .containsEntry("opened_at", "2026-11-20T12:00:00.123456Z")
                .containsEntry("recipient", "reader1@example.com")
                .containsEntry("subject", "Offer 1")
                .containsEntry("country", null)
                .containsEntry("city", null)
                .containsEntry("track_id", Samples.id(1).value());
    }

    @ParameterizedTest
    @CsvSource({
        "0, 3",
        "1795176000.123456, 3",
        "1795176000.1234561, 2",
        "2026-11-20T12:00:01.123456Z, 2",
        "2026-11-20T14:00:01.123456+02:00, 2",
        "2026-11-20T14:00:01.123456%2B02:00, 2",
        "2026-11-20, 3",
        "2030-01-01T00:00:00, 0",
    })
    void onlyReadsSinceThenAreListed(String since, int count) {
        server.add(Samples.track(1));
        for (int i = 0; i < 3; i++) {
            server.record(Samples.hit(Samples.track(1), Samples.NOON.plusSeconds(i)));
        }

        var reads = WebServer.array(server.get("/api/opens/recent?since=" + since));

        assertThat(reads).hasSize(count);
        assertThat(reads).extracting(read -> (Integer) read.get("open_id")).isSorted();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?", "?since", "?since=", "?since=x", "?until=0", "?since=9999999999999"})
    void aTimeIsNeeded(String query) {
        var response = server.get("/api/opens/recent" + query);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("\"field\":\"since\"");
    }
}
