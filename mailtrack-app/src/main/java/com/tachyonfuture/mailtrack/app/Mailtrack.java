package com.tachyonfuture.mailtrack.app;

import com.tachyonfuture.mailtrack.app.settings.Settings;
import com.tachyonfuture.mailtrack.app.settings.SettingsException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/// The program: reads the settings, starts the service, and stops it when a signal comes.
public final class Mailtrack {

    private static final int BAD_SETTINGS = 78;

    private Mailtrack() {}

    public static void main(String[] arguments) throws InterruptedException {
        try {
            Settings settings = Settings.from(System.getenv(), Path.of(""));
            Logs.configure(settings.logging());
            Service service = Service.start(settings, System.err);
            stopOnSignal(service);
        } catch (SettingsException | StartFailure failure) {
            System.err.println(failure.getMessage());
            System.exit(failure instanceof SettingsException ? BAD_SETTINGS : 1);
        }
        new CountDownLatch(1).await();
    }

    /// A stop that was asked for is no failure, so the exit code is 0 and not that of the signal.
    private static void stopOnSignal(Service service) {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            service.close();
                            Runtime.getRuntime().halt(0);
                        },
                        "stop"));
    }
}
