package com.tachyonfuture.mailtrack.application.live;

import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An open that was recorded, and its track as it is since.
 *
 * @param openedAt null only where a database that we took over does not know it
 * @param verdict null until somebody judges it
 * @param read whether it counts as a read
 * @param opens of the track, all that was recorded
 * @param reads of the track
 */
public record Arrival(
        long openId,
        TrackId trackId,
        @Nullable Instant openedAt,
        @Nullable Verdict verdict,
        boolean read,
        @Nullable String recipient,
        @Nullable String subject,
        long opens,
        long reads) {}
