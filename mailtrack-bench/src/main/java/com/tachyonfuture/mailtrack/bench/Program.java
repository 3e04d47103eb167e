package com.tachyonfuture.mailtrack.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A process that the bench has started, and what the operating system says of it.
final class Program implements AutoCloseable {

    private static final Duration STOPS_WITHIN = Duration.ofSeconds(60);

    private final String name;
    private final Process process;
    private final Path log;

    private Program(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    /// Starts it; what it says goes to the log.
    static Program start(String name, ProcessBuilder builder, Path log) {
        try {
            Process process = builder.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            return new Program(name, process, log);
        } catch (IOException e) {
            throw new BenchFailure(name + " can't be started: " + e.getMessage(), e);
        }
    }

    long pid() {
        return process.pid();
    }

    boolean isRunning() {
        return process.isAlive();
    }

    void requireRunning() {
        if (!process.isAlive()) {
            throw new BenchFailure(
                    name + " ended with exit code " + process.exitValue() + ". It said:\n" + lastWords());
        }
    }

    private String lastWords() {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 15), lines.size()));
        } catch (IOException e) {
            return "nothing that can be read in " + log;
        }
    }

    /// How long processors have worked for it so far, without its children.
    Duration cpuTime() {
        return cpuTime(process.toHandle());
    }

    /// The same for its children, and theirs.
    Duration cpuTimeOfChildren() {
        try (Stream<ProcessHandle> children = process.descendants()) {
            return children.map(Program::cpuTime).reduce(Duration.ZERO, Duration::plus);
        }
    }

    private static Duration cpuTime(ProcessHandle handle) {
        return handle.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /// Bytes of memory now; empty on systems that do not say.
    OptionalLong residentBytes() {
        return status("VmRSS");
    }

    /// The most that it was.
    OptionalLong mostResidentBytes() {
        return status("VmHWM");
    }

    private OptionalLong status(String name) {
        var line = Pattern.compile("^" + name + ":\\s*(\\d+) kB$", Pattern.MULTILINE);
        try {
            var found = line.matcher(Files.readString(Path.of("/proc", String.valueOf(pid()), "status")));
            return found.find() ? OptionalLong.of(Long.parseLong(found.group(1)) * 1024) : OptionalLong.empty();
        } catch (IOException _) {
            return OptionalLong.empty();
        }
    }

    boolean endsWithin(long time, TimeUnit unit) throws InterruptedException {
        return process.waitFor(time, unit);
    }

    /// Asks it to end, and waits until it has; if that takes too long, it is killed.
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOPS_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
