package com.tachyonfuture.mailtrack.app.classify;

import com.tachyonfuture.mailtrack.application.classify.port.Networks;
import com.tachyonfuture.mailtrack.application.classify.port.Places;
import com.tachyonfuture.mailtrack.application.classify.port.Sources;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.stream.Stream;

/// Makes what judging needs. The files are opened before, where whoever starts it learns what is wrong with them: a
/// command that judges registers [PlaceFiles] itself.
@Factory
final class ClassifyFactory {

    @Singleton
    Places places(PlaceFiles files) {
        return files.places();
    }

    @Singleton
    Networks networks(PlaceFiles files) {
        return files.networks();
    }

    @Singleton
    Sources sources(PlaceFiles files) {
        return () -> Stream.concat(files.places().attributions().stream(), files.networks().attributions().stream())
                .distinct()
                .toList();
    }

    @Singleton
    PlaceLoop placeLoop(PlaceFiles files) {
        return new PlaceLoop(files::refresh);
    }
}
