package com.tachyonfuture.mailtrack.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Mailtrack as it is shipped, running on this machine: the command of `bin/run`, and no settings but those that
/// must be.
final class Mailtrack implements AutoCloseable {

    private static final Duration READY_WITHIN = Duration.ofMinutes(3);
    private static final Duration COMMAND_WITHIN = Duration.ofMinutes(30);
    private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"([^\"]+)\"");

    private final Programs programs;
    private final ProcessBuilder builder;
    private final Path folder;
    private final Program program;
    private final int port;
    private final String key;
    private final Stopwatch sinceStart;

    private Mailtrack(
            Programs programs, ProcessBuilder builder, Path folder, int port, String key, Stopwatch sinceStart) {
        this.programs = programs;
        this.builder = builder;
        this.folder = folder;
        this.program = programs.start("Mailtrack", builder, folder.resolve("mailtrack.log"));
        this.port = port;
        this.key = key;
        this.sinceStart = sinceStart;
    }

    /// Starts it, and does not wait.
    ///
    /// @param folder for its data and its log
    /// @param settings beside those that every start of the bench has
    static Mailtrack start(Workplace workplace, Programs programs, Path folder, Map<String, String> settings) {
        int port = Workplace.freePort();
        String key = UUID.randomUUID().toString();
        ProcessBuilder builder = workplace.process(command(workplace).toArray(String[]::new));
        Map<String, String> environment = builder.environment();
        environment.put("API_KEY", key);
        environment.put("DASHBOARD_PASSWORD", key);
        environment.put("MAILTRACK_HOST", "127.0.0.1");
        environment.put("MAILTRACK_PORT", String.valueOf(port));
        environment.put("MAILTRACK_DATA_DIR", data(folder).toString());
        environment.put("MAILTRACK_ENV_FILE", noFurtherSettings(folder).toString());
        environment.put("MAILTRACK_LOG_FORMAT", "text");
        environment.putAll(settings);
        return new Mailtrack(programs, builder, folder, port, key, new Stopwatch());
    }

    /// Paths are relative to the root: they are the ones that the start was trained with.
    private static List<String> command(Workplace workplace) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("@deploy/jvm.options");
        if (Files.exists(workplace.root().resolve("mailtrack-app/target/mailtrack.aot"))) {
            command.add("-XX:AOTCache=mailtrack-app/target/mailtrack.aot");
        }
        command.add("-cp");
        command.add(String.join(":", classPath(workplace)));
        command.add("com.tachyonfuture.mailtrack.app.Mailtrack");
        return command;
    }

    /// The embedded database's file is named after the system that it is for.
    private static List<String> classPath(Workplace workplace) {
        var classPath = new ArrayList<String>();
        classPath.add("mailtrack-app/target/mailtrack.jar");
        classPath.addAll(workplace.jarsIn("mailtrack-app/target/embedded"));
        return classPath;
    }

    static Path data(Path folder) {
        return folder.resolve("data");
    }

    /// Named, so that the owner's own `.env` stays out of it.
    private static Path noFurtherSettings(Path folder) {
        try {
            return Files.writeString(folder.resolve("empty.env"), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Program program() {
        return program;
    }

    int port() {
        return port;
    }

    /// The API key, which is the owner's password too.
    String key() {
        return key;
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    Stopwatch sinceStart() {
        return sinceStart;
    }

    /// Asks for a path until it is answered with 200, and says how long after the start that was.
    Duration await(String path) {
        while (HttpLine.status(port, path) != 200) {
            program.requireRunning();
            if (sinceStart.elapsed().compareTo(READY_WITHIN) > 0) {
                throw new BenchFailure("Mailtrack did not answer " + path + " with 200 within " + READY_WITHIN + ".");
            }
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
        return sinceStart.elapsed();
    }

    Duration awaitReady() {
        return await("/health");
    }

    /// Makes tracks by the API, and gives their ids.
    List<String> createTracks(int number) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            var ids = new ArrayList<String>();
            for (int i = 0; i < number; i++) {
                ids.add(createTrack(http, i));
            }
            return ids;
        }
    }

    private String createTrack(HttpClient http, int number) {
        String body = Text.of("""
            {"recipient": "reader%d@example.com", "subject": "Letter %d", "message_group_id": "%s"}\
            """, number, number, BenchDatabase.GROUP);
        HttpRequest request = HttpRequest.newBuilder(at("/api/tracks"))
                .version(HttpClient.Version.HTTP_1_1)
                .header("X-API-Key", key)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            Matcher id = ID.matcher(http.send(request, BodyHandlers.ofString()).body());
            if (id.find()) {
                return id.group(1);
            }
            throw new BenchFailure("Mailtrack made no track.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new BenchFailure("Stopped.", e);
        }
    }

    /// Does one of the operator's commands beside the service, with its settings, and gives what it says.
    String command(String... words) {
        Path log = folder.resolve(words[0] + ".log");
        Workplace.delete(log);
        try (Program command = programs.start("Mailtrack " + words[0], beside(words), log)) {
            if (!command.endsWithin(COMMAND_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
                throw new BenchFailure("The command " + words[0] + " did not end within " + COMMAND_WITHIN + ".");
            }
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new BenchFailure("Stopped.", e);
        }
    }

    /// What it tells about itself.
    String metrics() {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics"))
                    .version(HttpClient.Version.HTTP_1_1)
                    .header("X-API-Key", key)
                    .build();
            return http.send(request, BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new BenchFailure("Stopped.", e);
        }
    }

    private ProcessBuilder beside(String... words) {
        var process = new ProcessBuilder(Stream.concat(builder.command().stream(), Stream.of(words))
                        .toList())
                .directory(builder.directory());
        process.environment().clear();
        process.environment().putAll(builder.environment());
        return process;
    }

    /// In good order, as on a signal.
    @Override
    public void close() {
        program.close();
    }
}
