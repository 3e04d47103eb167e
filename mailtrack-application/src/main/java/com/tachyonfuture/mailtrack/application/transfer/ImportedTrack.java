package com.tachyonfuture.mailtrack.application.transfer;

import com.tachyonfuture.mailtrack.domain.track.TrackDetails;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A track as a row of a file tells it.
 *
 * @param id null where a new one is to be made
 * @param createdAt null where the row does not say
 */
public record ImportedTrack(
        @Nullable TrackId id,
        TrackDetails details,
        @Nullable Instant createdAt) {}
