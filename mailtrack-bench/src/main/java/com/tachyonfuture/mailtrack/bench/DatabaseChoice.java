package com.tachyonfuture.mailtrack.bench;

import com.tachyonfuture.mailtrack.mysql.embedded.EmbeddedDatabase;
import com.tachyonfuture.mailtrack.mysql.embedded.EmbeddedDatabaseSettings;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/// Which database the program under test gets: one that was given, or the one that it brings along.
///
/// @param url for JDBC, with user and password; empty for the embedded one
record DatabaseChoice(Optional<String> url) {

    /// @param given `jdbc:mysql://...` or `mysql://...`
    static DatabaseChoice of(Optional<String> given) {
        return new DatabaseChoice(given.map(url -> url.startsWith("mysql://") ? "jdbc:" + url : url));
    }

    Map<String, String> settings() {
        return url.map(given -> Map.of("DATABASE_URL", given)).orElseGet(Map::of);
    }

    /// Has nothing in it for the next measurement; an embedded one begins anew with its folder.
    void prepare() {
        url.ifPresent(given -> {
            try (var database = BenchDatabase.connect(given, new Properties())) {
                database.empty();
            }
        });
    }

    /// Connects to it, while the program runs.
    ///
    /// @param folder the program's data
    BenchDatabase connect(Path folder) {
        if (url.isPresent()) {
            BenchDatabase database = BenchDatabase.connect(url.get(), new Properties());
            database.mark();
            return database;
        }
        var account = EmbeddedDatabase.runningIn(EmbeddedDatabaseSettings.in(folder.resolve("mariadb")))
                .orElseThrow(() -> new BenchFailure("The embedded database does not run."));
        var properties = new Properties();
        properties.putAll(Map.of("user", account.user(), "password", account.password()));
        return BenchDatabase.connect(account.url(), properties);
    }
}
