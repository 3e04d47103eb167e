package com.tachyonfuture.mailtrack.domain.track;

import com.tachyonfuture.mailtrack.domain.address.IpAddress;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One tracked e-mail.
 *
 * @param createdAt null only where a database that we took over does not know it
 * @param createdFrom the address of whoever created it; null where nobody noted it
 */
public record Track(
        TrackId id,
        TrackDetails details,
        @Nullable Instant createdAt,
        @Nullable IpAddress createdFrom) {

    public Track(TrackId id, TrackDetails details, @Nullable Instant createdAt) {
        this(id, details, createdAt, null);
    }
}
