package com.tachyonfuture.mailtrack.app;

import com.tachyonfuture.mailtrack.app.database.DatabaseConnection;
import com.tachyonfuture.mailtrack.app.settings.Settings;
import com.tachyonfuture.mailtrack.application.StorageUnavailable;
import com.tachyonfuture.mailtrack.application.access.SetUpOwner;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.Map;

/// The command that gives the owner a new password. It works on the database, so it takes effect at once on every
/// instance, and the service may run meanwhile. It leaves the tables as they are: the service brings them up to date.
final class PasswordReset {

    private PasswordReset() {}

    /// Resets the password and prints the new one.
    ///
    /// @throws StartFailure when that is not possible, saying why
    static void with(Settings settings, PrintStream out) {
        if (settings.owner().password().isPresent()) {
            throw new StartFailure(
                    "DASHBOARD_PASSWORD sets the password. Change it there, or remove it, and start Mailtrack again.",
                    null);
        }
        boolean embedded = settings.database().url().isEmpty();
        if (embedded && !Files.isDirectory(settings.dataDirectory())) {
            throw new StartFailure(
                    "There is no data folder " + settings.dataDirectory()
                            + ". MAILTRACK_DATA_DIR names it; without DATABASE_URL the password is in there.",
                    null);
        }
        try (var database = DatabaseConnection.openBesideService(settings, progress -> {});
                var context = Service.context(settings, database, Map.of()).start()) {
            out.println("""
                The new password for the user %s, made just now and never shown again:

                    %s

                All browsers are signed out.\
                """.formatted(settings.owner().nameToSignInWith(), reset(context.getBean(SetUpOwner.class))));
        }
    }

    private static String reset(SetUpOwner setUpOwner) {
        try {
            return setUpOwner.anew();
        } catch (StorageUnavailable e) {
            throw new StartFailure(
                    "The database does not answer, or not in time. Try again: most likely the password is as it was. ("
                            + e.getMessage() + ")",
                    e);
        } catch (IllegalStateException e) {
            throw new StartFailure(
                    "The password can't be changed in this database. Has this version of Mailtrack been started on it"
                            + " before? (" + e.getMessage() + ")",
                    e);
        }
    }
}
