package com.tachyonfuture.mailtrack.web.track;

import com.tachyonfuture.mailtrack.application.track.TrackSummary;
import com.tachyonfuture.mailtrack.domain.track.Activity;
import com.tachyonfuture.mailtrack.domain.track.Snippets;
import com.tachyonfuture.mailtrack.domain.track.Track;
import com.tachyonfuture.mailtrack.domain.track.TrackDetails;
import com.tachyonfuture.mailtrack.web.api.Iso;
import com.tachyonfuture.mailtrack.web.recording.VerdictsJson;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A track in the API.
@Serdeable(naming = SnakeCaseStrategy.class)
public record TrackJson(
        String id,
        @Nullable String recipient,
        @Nullable String subject,
        @Nullable String notes,
        @Nullable String messageGroupId,
        @Nullable String createdAt,
        long openCount,
        long readCount,
        @Nullable String firstOpenedAt,
        @Nullable String lastOpenedAt,
        @Nullable String firstReadAt,
        @Nullable String lastReadAt,
        String state,
        boolean pinned,
        @Nullable String stoppedAt,
        Map<String, Long> verdicts,
        String pixelUrl,
        SnippetsJson snippets) {

    /// How a track is shown.
    ///
    /// @param baseUrl where the service is reached from outside
    public static TrackJson of(TrackSummary summary, String baseUrl) {
        Track track = summary.track();
        TrackDetails details = track.details();
        Activity activity = summary.activity();
        Snippets snippets = Snippets.of(baseUrl, track.id());
        return new TrackJson(
                track.id().value(),
                details.recipient(),
                details.subject(),
                details.notes(),
                details.messageGroupId(),
                Iso.of(track.createdAt()),
                activity.opens(),
                activity.reads(),
                Iso.of(activity.firstOpenedAt()),
                Iso.of(activity.lastOpenedAt()),
                Iso.of(activity.firstReadAt()),
                Iso.of(activity.lastReadAt()),
                StateWord.of(summary.state()),
                summary.pinned(),
                Iso.of(summary.stoppedAt()),
                VerdictsJson.of(summary.verdicts()),
                snippets.pixelUrl(),
                SnippetsJson.of(snippets));
    }
}
