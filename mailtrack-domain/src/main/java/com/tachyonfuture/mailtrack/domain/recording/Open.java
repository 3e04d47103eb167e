package com.tachyonfuture.mailtrack.domain.recording;

import com.tachyonfuture.mailtrack.domain.track.TrackId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A hit that was recorded for a known track.
 *
 * @param id ascending in order of arrival
 * @param openedAt null only where a database that we took over does not know it
 * @param ipAddress as stored; databases that we took over may hold any text
 * @param country name of the country, at most 100 characters
 * @param city name of the city, at most 100 characters
 * @param proxyType name of the proxy or scanner that fetched it, such as {@code google}
 * @param realOpen the judgement of the service that we took over from; null where nobody judged
 */
public record Open(
        long id,
        TrackId trackId,
        @Nullable Instant openedAt,
        @Nullable String ipAddress,
        @Nullable String userAgent,
        @Nullable String referer,
        @Nullable String country,
        @Nullable String city,
        @Nullable String proxyType,
        @Nullable Boolean realOpen) {

    /** Whether this open counts as somebody reading: as long as nobody judged otherwise, it does. */
    public boolean isRead() {
        return realOpen == null || realOpen;
    }
}
