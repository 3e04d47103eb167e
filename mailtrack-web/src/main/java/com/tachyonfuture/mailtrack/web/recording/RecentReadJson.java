package com.tachyonfuture.mailtrack.web.recording;

import com.tachyonfuture.mailtrack.application.recording.RecentRead;
import com.tachyonfuture.mailtrack.web.api.Iso;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import org.jspecify.annotations.Nullable;

/// A read and its track in the API.
@Serdeable(naming = SnakeCaseStrategy.class)
record RecentReadJson(
        long openId,
        @Nullable String openedAt,
        @Nullable String recipient,
        @Nullable String subject,
        @Nullable String country,
        @Nullable String city,
        String trackId) {

    static RecentReadJson of(RecentRead read) {
        return new RecentReadJson(
                read.openId(),
                Iso.of(read.openedAt()),
                read.recipient(),
                read.subject(),
                read.country(),
                read.city(),
                read.trackId().value());
    }
}
