package com.tachyonfuture.mailtrack.bench;

import com.tachyonfuture.mailtrack.mysql.embedded.EmbeddedDatabase;
import com.tachyonfuture.mailtrack.mysql.embedded.EmbeddedDatabaseSettings;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/// Which database the program under test gets: one that was given, or the one that it brings along.
///
/// @param url for JDBC, with user and password; empty for the embedded one
record DatabaseChoice(Optional<String> url) {

    /// Up to the end of the database's name.
    private static final Pattern NAME = Pattern.compile("^([^?]+?)/?(?=\\?|$)");

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
        Access access = access(folder);
        return BenchDatabase.connect(access.url(), access.properties());
    }

    /// How to connect to it, while the program runs. User and password are empty where the address has them.
    ///
    /// @param folder the program's data
    Access access(Path folder) {
        return url.map(given -> new Access(given, "", ""))
                .orElseGet(() -> EmbeddedDatabase.runningIn(EmbeddedDatabaseSettings.in(folder.resolve("mariadb")))
                        .map(account -> new Access(account.url(), account.user(), account.password()))
                        .orElseThrow(() -> new BenchFailure("The embedded database does not run.")));
    }

    /// A database beside the given one, whose name ends so.
    DatabaseChoice named(String end) {
        return new DatabaseChoice(url.map(given -> NAME.matcher(given).replaceFirst("$1_" + end)));
    }

    /// Makes sure that there is one, with nothing in it; if anything is, the bench must have filled it.
    void prepareKept() {
        url.ifPresent(given -> {
            try (var database = BenchDatabase.make(given)) {
                database.emptyKept();
            }
        });
    }

    /// Tells databases apart, without saying how to get in.
    String hash() {
        return Integer.toHexString(url.orElse("embedded").hashCode());
    }
}
