package com.tachyonfuture.mailtrack.app;

import com.tachyonfuture.mailtrack.domain.track.TrackId;
import io.micronaut.runtime.Micronaut;

/// The program.
public final class Mailtrack {

    private Mailtrack() {}

    /// Starts it.
    public static void main(String[] arguments) {
        Micronaut.run(Mailtrack.class, arguments);
    }

    static String describe(Object object) {
        return switch (object) {
            case TrackId(String value) -> value;
            case Integer _ -> "a number";
            default -> "something";
        };
    }
}
