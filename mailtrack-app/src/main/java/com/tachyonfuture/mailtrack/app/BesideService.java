package com.tachyonfuture.mailtrack.app;

import com.tachyonfuture.mailtrack.app.classify.PlaceFiles;
import com.tachyonfuture.mailtrack.app.database.DatabaseConnection;
import com.tachyonfuture.mailtrack.app.settings.Settings;
import com.tachyonfuture.mailtrack.application.StorageUnavailable;
import io.micronaut.context.ApplicationContext;
import java.nio.file.Files;
import java.util.Map;
import java.util.function.Function;

/// Where a command for the operator works: on the service's database, whether the service runs or not. It leaves
/// the tables as they are: the service brings them up to date.
final class BesideService {

    private BesideService() {}

    /// Does something with the parts of the service; what came of it.
    ///
    /// @throws StartFailure when that is not possible, saying why
    static <T> T run(Settings settings, Function<ApplicationContext, T> work) {
        boolean embedded = settings.database().url().isEmpty();
        if (embedded && !Files.isDirectory(settings.dataDirectory())) {
            throw new StartFailure(
                    "There is no data folder " + settings.dataDirectory()
                            + ". MAILTRACK_DATA_DIR names it; without DATABASE_URL the database is in there.",
                    null);
        }
        try (var database = DatabaseConnection.openBesideService(settings, progress -> {});
                var context = Service.context(settings, database, Map.of())
                        .registerSingleton(PlaceFiles.open(settings))
                        .start()) {
            return work.apply(context);
        } catch (StorageUnavailable e) {
            throw new StartFailure(
                    "The database does not answer, or not in time. Try again: most likely all is as it was. ("
                            + e.getMessage() + ")",
                    e);
        } catch (IllegalStateException e) {
            throw new StartFailure(
                    "This can't be done in this database. Has this version of Mailtrack been started on it before? ("
                            + e.getMessage() + ")",
                    e);
        }
    }
}
