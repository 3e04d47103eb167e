package com.tachyonfuture.mailtrack.web.stats;

import com.tachyonfuture.mailtrack.application.recording.RecentRead;
import com.tachyonfuture.mailtrack.application.stats.ComputeStats;
import com.tachyonfuture.mailtrack.web.api.Iso;
import com.tachyonfuture.mailtrack.web.recording.VerdictsJson;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The numbers over all tracks in the API.
@Serdeable(naming = SnakeCaseStrategy.class)
record StatsJson(
        long totalTracks,
        long totalOpens,
        long totalReads,
        long tracksWithOpens,
        Map<String, Long> verdicts,
        @Nullable LatestReadJson latestRealOpen) {

    static StatsJson of(ComputeStats.Result stats) {
        return new StatsJson(
                stats.counts().tracks(),
                stats.counts().opens(),
                stats.counts().reads(),
                stats.counts().openedTracks(),
                VerdictsJson.of(stats.counts().verdicts()),
                stats.latestRead().map(LatestReadJson::of).orElse(null));
    }

    /// The latest read.
    @Serdeable(naming = SnakeCaseStrategy.class)
    record LatestReadJson(
            long openId,
            @Nullable String openedAt,
            @Nullable String recipient,
            @Nullable String subject,
            @Nullable String country,
            @Nullable String city) {

        static LatestReadJson of(RecentRead read) {
            return new LatestReadJson(
                    read.openId(),
                    Iso.of(read.openedAt()),
                    read.recipient(),
                    read.subject(),
                    read.country(),
                    read.city());
        }
    }
}
