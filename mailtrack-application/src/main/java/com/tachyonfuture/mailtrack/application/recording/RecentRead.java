package com.tachyonfuture.mailtrack.application.recording;

import com.tachyonfuture.mailtrack.domain.track.TrackId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A read, and the track that was read. */
public record RecentRead(
        long openId,
        Instant openedAt,
        TrackId trackId,
        @Nullable String recipient,
        @Nullable String subject,
        @Nullable String country,
        @Nullable String city) {}
