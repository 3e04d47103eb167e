package com.tachyonfuture.mailtrack.app.access;

import com.tachyonfuture.mailtrack.app.settings.Settings;
import com.tachyonfuture.mailtrack.application.access.SetUpOwner;
import java.io.PrintStream;

/// Gives the owner the password of the settings, or one that it makes up and tells: the first thing to happen on a
/// database that is up to date.
public final class OwnerSetUp implements Runnable {

    private final SetUpOwner setUpOwner;
    private final Settings.Owner settings;
    private final String baseUrl;
    private final PrintStream announcements;

    /// @param announcements where a person is told what to know once; not the log
    public OwnerSetUp(SetUpOwner setUpOwner, Settings.Owner settings, String baseUrl, PrintStream announcements) {
        this.setUpOwner = setUpOwner;
        this.settings = settings;
        this.baseUrl = baseUrl;
        this.announcements = announcements;
    }

    @Override
    public void run() {
        settings.password()
                .ifPresentOrElse(
                        given -> setUpOwner.withPassword(given.reveal()),
                        () -> setUpOwner.withoutPassword().ifPresent(this::announce));
    }

    private void announce(String password) {
        announcements.println("""

            The login for %s, made just now and never shown again:

                user      %s
                password  %s
            """.formatted(baseUrl, settings.nameToSignInWith(), password));
    }
}
