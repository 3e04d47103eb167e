package com.tachyonfuture.mailtrack.bench;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What all measurements stand on.
///
/// @param countries the file of a database of countries, if places are to be looked up
/// @param keep whether to leave the data of the programs for a person to look at
record Ground(
        Workplace workplace,
        Programs programs,
        DatabaseChoice database,
        Optional<Path> countries,
        boolean keep,
        Progress progress) {

    /// The same on another database.
    Ground on(DatabaseChoice other) {
        return new Ground(workplace, programs, other, countries, keep, progress);
    }

    /// A Mailtrack with new data, that waits for nobody.
    Mailtrack start(Path folder, Map<String, String> settings) {
        return Mailtrack.start(workplace, programs, folder, settings);
    }

    /// Settings for a Mailtrack on the databases of this run.
    Map<String, String> settings() {
        var settings = new HashMap<>(database.settings());
        countries.ifPresent(file -> settings.put("MAILTRACK_GEOIP_COUNTRY", file.toString()));
        return settings;
    }

    BenchDatabase connect(Path folder) {
        return database.connect(Mailtrack.data(folder));
    }

    /// An empty folder for a measurement, and an empty database.
    Path prepare(String name) {
        database.prepare();
        return workplace.fresh(name);
    }

    /// The same for data that are kept: what another run of the bench left there is dropped, and nothing else.
    Path prepareKept(String name) {
        database.prepareKept();
        return workplace.fresh(name);
    }

    void finish(Path folder) {
        if (!keep) {
            Workplace.delete(Mailtrack.data(folder));
        }
    }
}
