package com.tachyonfuture.mailtrack.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What was measured on, and what was measured.
///
/// @param commit of the sources, with a `+` behind it when they were changed since
record Machine(LocalDate day, int cores, String processor, String memory, String system, String jdk, String commit) {

    private static final Pattern MODEL = Pattern.compile("^model name\\s*:\\s*(.+)$", Pattern.MULTILINE);

    static Machine find(Path root) {
        long memory = ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getTotalMemorySize();
        return new Machine(
                LocalDate.now(ZoneOffset.UTC),
                Runtime.getRuntime().availableProcessors(),
                model(),
                Text.of("%.0f GiB", memory / 1024.0 / 1024 / 1024),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                Runtime.version().toString(),
                head(root));
    }

    private static String model() {
        try {
            var model = MODEL.matcher(Files.readString(Path.of("/proc/cpuinfo")));
            return model.find() ? model.group(1).strip() : System.getProperty("os.arch");
        } catch (IOException _) {
            return System.getProperty("os.arch");
        }
    }

    private static String head(Path root) {
        return git(root, "rev-parse", "--short", "HEAD")
                .map(commit -> git(root, "status", "--porcelain", "--untracked-files=no")
                                .map(String::isEmpty)
                                .orElse(true)
                        ? commit
                        : commit + "+")
                .orElse("unknown");
    }

    private static Optional<String> git(Path root, String... arguments) {
        var command = new ArrayList<String>(List.of("git", "-C", root.toString()));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor() == 0 ? Optional.of(said) : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        } catch (InterruptedException e) {
            throw new BenchFailure("Stopped.", e);
        }
    }

    /// Two lines at most.
    String text(String database) {
        return Text.of(
                "%d cores of %s, %s, %s, JDK %s.%nDatabase: %s. Commit %s.",
                cores, processor, memory, system, jdk, database, commit);
    }
}
