package com.tachyonfuture.mailtrack.web.api;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/// Writes points in time as the API shows them: ISO 8601, UTC, with a `Z`.
public final class Iso {

    private Iso() {}

    public static @Nullable String of(@Nullable Instant moment) {
        return moment == null ? null : DateTimeFormatter.ISO_INSTANT.format(moment);
    }
}
