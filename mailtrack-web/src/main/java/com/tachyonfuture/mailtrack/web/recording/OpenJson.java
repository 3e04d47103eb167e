package com.tachyonfuture.mailtrack.web.recording;

import com.tachyonfuture.mailtrack.domain.recording.IpAddress;
import com.tachyonfuture.mailtrack.domain.recording.Open;
import com.tachyonfuture.mailtrack.web.api.Iso;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import org.jspecify.annotations.Nullable;

/// An open in the API. The fields of the verdict are there for clients to rely on, and empty until opens are judged.
@Serdeable(naming = SnakeCaseStrategy.class)
public record OpenJson(
        long id,
        @Nullable String openedAt,
        @Nullable String ipAddress,
        @Nullable String userAgent,
        @Nullable String referer,
        @Nullable String country,
        @Nullable String city,
        @Nullable String verdict,
        @Nullable String reason,
        @Nullable String reasonText,
        @Nullable String confidence,
        boolean repeat,
        @Nullable String proxyType,
        boolean isRealOpen) {

    /// How an open is shown.
    public static OpenJson of(Open open) {
        return new OpenJson(
                open.id(),
                Iso.of(open.openedAt()),
                canonical(open.ipAddress()),
                open.userAgent(),
                open.referer(),
                open.country(),
                open.city(),
                null,
                null,
                null,
                null,
                false,
                open.proxyType(),
                open.isRead());
    }

    /// A database that we took over may hold other spellings, or something that is no address.
    private static @Nullable String canonical(@Nullable String address) {
        return address == null
                ? null
                : IpAddress.parse(address).map(IpAddress::toString).orElse(address);
    }
}
