package com.tachyonfuture.mailtrack.web.words;

import java.time.Instant;
import java.time.ZoneId;

/// Words for tests that need no server.
public final class Speaking {

    private Speaking() {}

    /// The words of a language, in Berlin at a certain time.
    public static Words in(Language language, Instant now) {
        return new Words(language, new Messages(), () -> now, ZoneId.of("Europe/Berlin"));
    }

    public static Words english() {
        return in(Language.ENGLISH, Instant.parse("2026-11-20T12:00:00.123456Z"));
    }
}
