package com.tachyonfuture.mailtrack.app.embedded;

import com.tachyonfuture.mailtrack.mysql.embedded.EmbeddedDatabase;
import com.tachyonfuture.mailtrack.mysql.embedded.EmbeddedDatabaseSettings;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/// Serves an embedded database by itself, until a signal comes: for what needs a database but brings none along, such
/// as the build, which starts the one jar to learn what it loads.
public final class ServeDatabase {

    private ServeDatabase() {}

    /// Starts the database of a folder, the first argument, and prints its address on one line, password included.
    public static void main(String[] arguments) throws InterruptedException {
        var settings = EmbeddedDatabaseSettings.in(Path.of(arguments[0]));
        EmbeddedDatabase database = EmbeddedDatabase.open(settings, System.err::println);
        Runtime.getRuntime().addShutdownHook(new Thread(database::close, "stop"));
        String separator = database.url().contains("?") ? "&" : "?";
        System.out.println(database.url() + separator + "user=" + database.user() + "&password=" + database.password());
        new CountDownLatch(1).await();
    }
}
