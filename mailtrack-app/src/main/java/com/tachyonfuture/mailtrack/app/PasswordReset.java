package com.tachyonfuture.mailtrack.app;

import com.tachyonfuture.mailtrack.app.settings.Settings;
import com.tachyonfuture.mailtrack.application.access.SetUpOwner;
import java.io.PrintStream;

/// The command that gives the owner a new password. It takes effect at once on every instance.
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
        String password = BesideService.run(
                settings, context -> context.getBean(SetUpOwner.class).anew());
        out.println("""
            The new password for the user %s, made just now and never shown again:

                %s

            All browsers are signed out.\
            """.formatted(settings.owner().nameToSignInWith(), password));
    }
}
