package com.tachyonfuture.mailtrack.app.settings;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Reads one setting after the other and collects what is wrong, so that the owner learns of everything at once.
final class SettingsReader {

    /// What Java makes of each byte of the environment that the locale does not know.
    private static final char UNREADABLE = '\uFFFD';

    private static final int LONGEST_SHOWN = 120;

    private final Path workingDirectory;
    private final List<String> problems = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final Given given;

    SettingsReader(Map<String, String> environment, Path workingDirectory) {
        this.workingDirectory = workingDirectory;
        Given inEnvironment = Given.of(environment, DotEnv.EMPTY, "");
        Optional<Given.Entry> named = inEnvironment.find(KnownSettings.MAILTRACK_ENV_FILE.name());
        Path file = resolved(named.flatMap(entry -> read(KnownSettings.MAILTRACK_ENV_FILE, entry))
                .orElse(Path.of(".env")));
        DotEnv dotEnv = dotEnv(file, named, environment);
        this.given = Given.of(environment, dotEnv, file.toString());
        judgeLines(dotEnv, file);
        judgeNames();
    }

    Path resolved(Path path) {
        return workingDirectory.resolve(path).toAbsolutePath().normalize();
    }

    private DotEnv dotEnv(Path file, Optional<Given.Entry> named, Map<String, String> environment) {
        if (named.isEmpty() && !Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return DotEnv.EMPTY;
        }
        try {
            return DotEnv.read(file, environment);
        } catch (BadValue e) {
            problems.add(named.map(entry -> problem(KnownSettings.MAILTRACK_ENV_FILE, entry, e))
                    .orElse(file + " cannot be used: " + e.reason() + "."));
            return DotEnv.EMPTY;
        }
    }

    private void judgeLines(DotEnv dotEnv, Path file) {
        for (DotEnv.Flaw flaw : dotEnv.flaws()) {
            String where = "line " + flaw.line() + " of " + file;
            if (flaw.losesValue()) {
                problems.add(where + " is not NAME=value: a quote is not closed, or something stands behind the "
                        + "closing one, or the name is missing.");
            } else {
                warnings.add(where + " is ignored, because it is not NAME=value.");
            }
        }
        for (DotEnv.Assignment line : dotEnv.assignments()) {
            String name = line.name().toUpperCase(Locale.ROOT);
            if (KnownSettings.has(name) && line.startsLikeComment()) {
                warnings.add(name + " begins with # (line " + line.line() + " of " + file
                        + "), and that is its value; a comment needs a line of its own.");
            }
            if (name.equals(KnownSettings.MAILTRACK_ENV_FILE.name())) {
                warnings.add(
                        name + " counts only in the environment, not in line " + line.line() + " of " + file + ".");
            }
        }
    }

    /// All names that begin like ours must exist; other programs' names are none of our business, but in our own file a
    /// name that is nearly one of ours is worth a word.
    private void judgeNames() {
        for (Given.Entry entry : given.all()) {
            String name = entry.key();
            if (KnownSettings.has(name) || name.startsWith(KnownSettings.TEST_PREFIX)) {
                continue;
            }
            Optional<String> meant = KnownSettings.meantBy(name);
            String question = meant.map(other -> "did you mean " + other + "?")
                    .orElse("docs/configuration.md lists all there are.");
            if (name.startsWith(KnownSettings.PREFIX)) {
                problems.add(shown(entry.name()) + " (" + entry.source() + ") is not a setting; " + question);
            } else if (meant.isPresent() && entry.fromFile()) {
                warnings.add(shown(entry.name()) + " (" + entry.source() + ") is not a setting; " + question);
            }
        }
    }

    <T> Optional<T> find(Setting<T> setting) {
        return given.find(setting.name()).flatMap(entry -> read(setting, entry));
    }

    /// The value or, where there is none or a wrong one, the default, which the setting must have.
    <T> T get(Setting<T> setting) {
        return find(setting).or(setting::defaultValue).orElseThrow();
    }

    boolean has(Setting<?> setting) {
        return given.find(setting.name()).isPresent();
    }

    private <T> Optional<T> read(Setting<T> setting, Given.Entry entry) {
        if (!entry.fromFile() && entry.text().reveal().indexOf(UNREADABLE) >= 0) {
            problems.add(setting.name() + " (" + entry.source() + ") has characters that cannot be read, because the "
                    + "locale is not UTF-8: start with LC_ALL=C.UTF-8, or put the setting into .env.");
            return Optional.empty();
        }
        try {
            return Optional.of(setting.format().read(text(setting, entry)));
        } catch (BadValue e) {
            problems.add(problem(setting, entry, e));
            return Optional.empty();
        }
    }

    private static String text(Setting<?> setting, Given.Entry entry) {
        String text = entry.text().reveal();
        return setting.format().trimmed() ? text.strip() : text;
    }

    private static String problem(Setting<?> setting, Given.Entry entry, BadValue e) {
        String value = shown(setting.format().display().apply(text(setting, entry)));
        String reason = e.reason().isEmpty() ? "" : ": " + e.reason();
        return setting.name() + " is \"" + value + "\" (" + entry.source() + ")" + reason + "; allowed: "
                + setting.format().allowed() + ".";
    }

    /// On one line, whatever it was.
    private static String shown(String text) {
        String printable = text.codePoints()
                .map(c -> Character.isISOControl(c) ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return printable.length() <= LONGEST_SHOWN
                ? printable
                : printable.substring(0, printable.offsetByCodePoints(0, LONGEST_SHOWN / 2)) + "...";
    }

    /// Stops the start for what no setting shows alone.
    void refuse(String problem) {
        problems.add(problem);
    }

    void warn(String warning) {
        warnings.add(warning);
    }

    List<String> warnings() {
        return List.copyOf(warnings);
    }

    /// The names that are given although this version does nothing with them.
    List<String> notActedOn() {
        return KnownSettings.ALL.stream()
                .filter(setting -> !setting.actedOn() && has(setting))
                .map(Setting::name)
                .toList();
    }

    void stopOnProblems() {
        if (!problems.isEmpty()) {
            throw new SettingsException(problems);
        }
    }
}
