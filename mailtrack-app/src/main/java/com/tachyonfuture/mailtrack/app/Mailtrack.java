package com.tachyonfuture.mailtrack.app;

import com.tachyonfuture.mailtrack.app.classify.JudgeAnswer;
import com.tachyonfuture.mailtrack.app.classify.JudgeCommand;
import com.tachyonfuture.mailtrack.app.demo.DemoCommand;
import com.tachyonfuture.mailtrack.app.recording.QuarantineAnswer;
import com.tachyonfuture.mailtrack.app.recording.QuarantineCommand;
import com.tachyonfuture.mailtrack.app.recording.RecordingFactory;
import com.tachyonfuture.mailtrack.app.settings.Settings;
import com.tachyonfuture.mailtrack.app.settings.SettingsException;
import com.tachyonfuture.mailtrack.app.stats.RebuildAnswer;
import com.tachyonfuture.mailtrack.application.demo.RemoveSamples;
import io.micronaut.inject.qualifiers.Qualifiers;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;

/// The program: reads the settings, starts the service, and stops it when a signal comes; or does one of the commands
/// for the operator.
public final class Mailtrack {

    private static final int BAD_SETTINGS = 78;
    private static final int NO_START = 1;
    private static final int NOT_DONE = 1;
    private static final int BAD_USAGE = 64;

    private static final String USAGE = """
        Usage: java -jar mailtrack.jar [--demo | COMMAND]

        Without a command, Mailtrack serves until it gets a signal. The settings are in the environment and in .env.
        With --demo it fills an empty database with sample data first.

        Commands:
          reset-password             gives the owner a new password, prints it, and signs all browsers out
          quarantine [--json]        shows the hits that could not be recorded
          quarantine replay ID...    tries to record them again; all instead of ids tries all
          quarantine discard ID...   forgets them for good; all instead of ids forgets all
          judge [--dry-run] [--json] judges all opens again by the rules in force; --dry-run only says what would change
          rebuild-numbers            counts anew what charts and lists show
          demo --remove              removes the sample data, and nothing else
          help                       prints this

        The service may run meanwhile. Commands need its settings.
        """;

    private Mailtrack() {}

    public static void main(String[] arguments) throws InterruptedException {
        switch (String.join(" ", arguments)) {
            case "" -> serve(false);
            case "--demo" -> serve(true);
            case "reset-password" -> resetPassword();
            case "help", "-h", "--help" -> System.out.print(USAGE);
            default -> commandOf(List.of(arguments)).ifPresentOrElse(Mailtrack::command, Mailtrack::explain);
        }
    }

    private static Optional<Predicate<Settings>> commandOf(List<String> words) {
        return QuarantineCommand.parse(words)
                .map(Mailtrack::quarantine)
                .or(() -> JudgeCommand.parse(words).map(Mailtrack::judge))
                .or(() -> words.equals(List.of("rebuild-numbers")) ? Optional.of(Mailtrack::rebuild) : Optional.empty())
                .or(() -> DemoCommand.isMeantBy(words) ? Optional.of(Mailtrack::removeDemo) : Optional.empty());
    }

    private static void resetPassword() {
        command(settings -> {
            PasswordReset.with(settings, System.out);
            return true;
        });
    }

    private static Predicate<Settings> quarantine(QuarantineCommand command) {
        return settings -> BesideService.run(
                settings, context -> context.getBean(QuarantineAnswer.class).to(command));
    }

    private static Predicate<Settings> judge(JudgeCommand command) {
        return settings -> BesideService.run(
                settings, context -> context.getBean(JudgeAnswer.class).to(command));
    }

    private static boolean rebuild(Settings settings) {
        return BesideService.run(
                settings, context -> context.getBean(RebuildAnswer.class).rebuild());
    }

    private static boolean removeDemo(Settings settings) {
        return BesideService.run(
                settings,
                context -> DemoCommand.run(
                        context.getBean(RemoveSamples.class, Qualifiers.byName(RecordingFactory.OF_COMMANDS)),
                        System.out));
    }

    /// Does something of which it says itself whether it was done.
    private static void command(Predicate<Settings> work) {
        try {
            Settings settings = Settings.from(System.getenv(), Path.of(""));
            Logs.quiet();
            if (!work.test(settings)) {
                System.exit(NOT_DONE);
            }
        } catch (SettingsException | StartFailure failure) {
            end(failure);
        }
    }

    private static void explain() {
        System.err.print(USAGE);
        System.exit(BAD_USAGE);
    }

    private static void serve(boolean demo) throws InterruptedException {
        var service = new CompletableFuture<Service>();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(service), "stop"));
        try {
            Settings settings = Settings.from(System.getenv(), Path.of(""));
            Logs.configure(settings.logging());
            service.complete(Service.start(settings, System.err));
            if (demo) {
                fillWithSamples(service.join());
            }
        } catch (SettingsException | StartFailure failure) {
            service.cancel(false);
            end(failure);
        } finally {
            service.cancel(false);
        }
        new CountDownLatch(1).await();
    }

    /// Where that can't be, the service ends: whoever asked for sample data does not want to see their own.
    private static void fillWithSamples(Service service) throws InterruptedException {
        try {
            service.fillWithSamples(System.err);
        } catch (StartFailure failure) {
            System.err.println(failure.getMessage());
            service.close();
            Runtime.getRuntime().halt(NO_START);
        }
    }

    private static void end(RuntimeException failure) {
        System.err.println(failure.getMessage());
        System.exit(failure instanceof SettingsException ? BAD_SETTINGS : NO_START);
    }

    /// A signal during the start waits for its end, because only what has been started can be stopped in good order. A
    /// stop that was asked for is no failure, so the exit code is 0 and not that of the signal.
    private static void stop(CompletableFuture<Service> service) {
        try {
            service.join().close();
            Runtime.getRuntime().halt(0);
        } catch (CancellationException thereIsNone) {
            // The start failed and has said why; the exit code is its own.
        }
    }
}
