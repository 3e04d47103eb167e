package com.tachyonfuture.mailtrack.domain.track;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One tracked e-mail.
 *
 * @param createdAt null only where a database that we took over does not know it
 */
public record Track(
        TrackId id, TrackDetails details, @Nullable Instant createdAt) {}
