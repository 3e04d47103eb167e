package com.tachyonfuture.mailtrack.app.process;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One request for a pixel, and what came of it.
///
/// @param reader who asked; asks for one after the other
/// @param number counts the requests of this reader
/// @param answeredAt when the whole image was there; null when it never was
/// @param took from the request to the answer, or to the end of the connection
record Fetch(
        String reader,
        int number,
        String track,
        Instant sentAt,
        @Nullable Instant answeredAt,
        Duration took) {

    /// After so long the image goes out whether the hit is kept or not.
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /// What no other request has; sent as the user agent.
    String marker() {
        return marker(reader, number);
    }

    static String marker(String reader, int number) {
        return reader + "#" + number;
    }

    boolean isAnswered() {
        return answeredAt != null;
    }

    /// Whether the answer said that the hit is kept, whatever happens from then on.
    boolean isAcknowledged() {
        return isAnswered() && took.compareTo(PATIENCE) < 0;
    }
}
