package com.tachyonfuture.mailtrack.web.stats;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.contract.Samples;
import com.tachyonfuture.mailtrack.web.server.WebServer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class StatsApiTest {

    @RegisterExtension
    final WebServer server = new WebServer();

    @Test
    void withoutTracksAllIsZero() {
        assertThat(server.get("/api/stats").body())
                .isEqualTo("{\"total_tracks\":0,\"total_opens\":0,\"total_reads\":0,\"tracks_with_opens\":0,"
                               + "\"verdicts\":{\"human\":0,\"image_proxy\":0,\"prefetch\":0,\"scanner\":0,\"bot\":0,\"self\":0,\"undecided\":0},"
                               + "\"latest_real_open\":null}");
    }

    @Test
    void theLatestReadIsShown() {
        server.add(Samples.track(1), Samples.track(2));
        server.record(Samples.hit(Samples.track(1)), Samples.hit(Samples.track(1), Samples.NOON.plusSeconds(9)));

        var stats = WebServer.object(server.get("/api/stats"));

        assertThat(stats)
                .containsEntry("total_tracks", 2)
                .containsEntry("total_opens", 2)
                .containsEntry("total_reads", 2)
                .containsEntry("tracks_with_opens", 1);
        @SuppressWarnings("unchecked")
        var latest = (Map<String, Object>) stats.get("latest_real_open");
        assertThat(latest.keySet()).containsExactly("open_id", "opened_at", "recipient", "subject", "country", "city");
        assertThat(latest)
                .containsEntry("open_id", 2)
                .containsEntry("opened_at", "2026-11-20T12:00:09.123456Z")
                .containsEntry("recipient", "reader1@example.com");
    }
}
