package com.tachyonfuture.mailtrack.app.settings;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What the environment and the `.env` file give, by name in upper case.
///
/// The environment wins over the file, a name in upper case over the same name in another case, and a blank value
/// counts as none, so that it hides nothing.
final class Given {

    private static final String ENVIRONMENT = "the environment";

    /// A value, the name as it was written and the place where it stands.
    record Entry(String name, Secret text, String source) {

        boolean fromFile() {
            return !source.equals(ENVIRONMENT);
        }

        String key() {
            return name.toUpperCase(Locale.ROOT);
        }
    }

    private final Map<String, Entry> entries = new TreeMap<>();

    static Given of(Map<String, String> environment, DotEnv file, String fileName) {
        Given given = new Given();
        given.lay(file.assignments().stream()
                .map(line -> new Entry(line.name(), line.value(), "line " + line.line() + " of " + fileName))
                .toList());
        given.lay(new TreeMap<>(environment)
                .entrySet().stream()
                        .map(variable -> new Entry(variable.getKey(), Secret.of(variable.getValue()), ENVIRONMENT))
                        .toList());
        return given;
    }

    private void lay(List<Entry> upper) {
        Map<String, Entry> layer = new TreeMap<>();
        upper.stream()
                .filter(entry -> !entry.text().reveal().isBlank())
                .forEach(entry -> layer.merge(
                        entry.key(),
                        entry,
                        (earlier, later) -> earlier.name().equals(earlier.key()) ? earlier : later));
        entries.putAll(layer);
    }

    Optional<Entry> find(String name) {
        return Optional.ofNullable(entries.get(name));
    }

    Collection<Entry> all() {
        return entries.values();
    }
}
