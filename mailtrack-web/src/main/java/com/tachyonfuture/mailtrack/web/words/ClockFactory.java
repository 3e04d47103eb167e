package com.tachyonfuture.mailtrack.web.words;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Secondary;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/// Gives pages the time of day, unless the program has a clock of its own.
@Factory
final class ClockFactory {

    @Singleton
    @Secondary
    InstantSource clock() {
        return InstantSource.system();
    }
}
