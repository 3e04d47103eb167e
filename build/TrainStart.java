import com.tachyonfuture.mailtrack.mysql.embedded.EmbeddedDatabase;
import com.tachyonfuture.mailtrack.mysql.embedded.EmbeddedDatabaseSettings;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Runs the program once, uses a little of everything it can do, and stops it: the JVM then writes down which classes
/// it loaded and linked, so that later starts need not do it again (the AOT cache of JDK 25).
///
/// The JVM refuses the cache when the jar is not the same file under the same path, so the jar is started alone and as
/// `bin/run` names it. The database, whose programs are in a second jar, is therefore started by this class: run it
/// with both jars on the class path.
/// Everything said goes to standard output; a line that begins with `Failed: ` says what went wrong.
public final class TrainStart {

    private static final Duration READY_WITHIN = Duration.ofSeconds(90);
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(20);
    private static final Duration STOPPED_WITHIN = Duration.ofMinutes(3);
    private static final int ROUNDS = 20;

    private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"([^\"]+)\"");

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private final String options;
    private final String jar;
    private final Path cache;
    private final Path folder;
    private final String key = UUID.randomUUID().toString();
    private final HttpClient http = HttpClient.newHttpClient();

    private volatile EmbeddedDatabase database;
    private volatile Process app;

    private TrainStart(List<String> arguments) {
        this.options = arguments.get(0);
        this.jar = arguments.get(1);
        this.cache = Path.of(arguments.get(2));
        this.folder = Path.of(arguments.get(3));
    }

    /// @param arguments the file of JVM options, the program's jar, the file to write the cache to, a folder for
    ///     everything else
    public static void main(String[] arguments) throws Exception {
        var training = new TrainStart(List.of(arguments));
        Runtime.getRuntime().addShutdownHook(new Thread(training::stopAll));
        try {
            training.run();
        } catch (IOException | RuntimeException e) {
            System.out.println("Failed: " + (e.getMessage() == null ? e : e.getMessage()));
            System.exit(1);
        }
    }

    private void run() throws IOException, InterruptedException {
        Files.createDirectories(folder);
        int port = freePort();
        Path unfinished = folder.resolve("unfinished.aot");
        Process started = startApp(startDatabase(), port, unfinished);
        URI home = URI.create("http://127.0.0.1:" + port + "/");
        awaitReady(started, home);
        for (int round = 0; round < ROUNDS; round++) {
            useEverything(home);
        }
        stop(started);
        if (!Files.isRegularFile(unfinished)) {
            throw new IllegalStateException("the JVM wrote no cache");
        }
        Files.move(unfinished, cache);
    }

    private EmbeddedDatabase startDatabase() {
        EmbeddedDatabase started = EmbeddedDatabase.open(
                EmbeddedDatabaseSettings.in(folder.resolve("database")).withBufferPoolMegabytes(16),
                System.out::println);
        database = started;
        return started;
    }

    private Process startApp(EmbeddedDatabase database, int port, Path cacheToWrite) throws IOException {
        // Named, so that the owner's own .env in this folder stays out of it.
        Path noSettings = Files.writeString(folder.resolve("empty.env"), "");
        var builder = new ProcessBuilder(JAVA, "@" + options, "-XX:AOTCacheOutput=" + cacheToWrite, "-jar", jar);
        // Only what every process needs: the owner's settings are none of the training's.
        var environment = builder.environment();
        environment.keySet().retainAll(List.of("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "TZ", "USER"));
        environment.put("DATABASE_URL", urlOf(database));
        environment.put("API_KEY", key);
        environment.put("DASHBOARD_PASSWORD", key);
        environment.put("MAILTRACK_HOST", "127.0.0.1");
        environment.put("MAILTRACK_PORT", String.valueOf(port));
        environment.put("MAILTRACK_DATA_DIR", folder.resolve("data").toString());
        environment.put("MAILTRACK_ENV_FILE", noSettings.toString());
        Process started = builder.inheritIO().start();
        app = started;
        return started;
    }

    private static String urlOf(EmbeddedDatabase database) {
        return database.url() + "&user=" + database.user() + "&password=" + database.password();
    }

    private static int freePort() throws IOException {
        try (var probe = new ServerSocket(0)) {
            return probe.getLocalPort();
        }
    }

    private void awaitReady(Process app, URI home) throws InterruptedException {
        Instant deadline = Instant.now().plus(READY_WITHIN);
        while (!healthy(home)) {
            if (!app.isAlive()) {
                throw new IllegalStateException("the program ended with exit code " + app.exitValue());
            }
            if (Instant.now().isAfter(deadline)) {
                throw new IllegalStateException("the program was not ready within " + READY_WITHIN.toSeconds() + " s");
            }
            Thread.sleep(100);
        }
    }

    private boolean healthy(URI home) throws InterruptedException {
        try {
            return send(home, "GET", "health", "").statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /// What an answer says does not matter here, except for the id of the track; tests look after the rest.
    private void useEverything(URI home) throws IOException, InterruptedException {
        String track = """
            {"recipient": "zoë@example.com", "subject": "Training 🎉", "notes": "Not a real one."}\
            """;
        Matcher created = ID.matcher(send(home, "POST", "api/tracks", track).body());
        String id = created.find() ? created.group(1) : UUID.randomUUID().toString();
        send(home, "GET", "p/" + id + ".gif", "");
        send(home, "HEAD", "p/" + id + ".gif", "");
        send(home, "GET", "p/" + UUID.randomUUID() + ".gif", "");
        send(home, "POST", "api/tracks", "{");
        for (String path : List.of(
                "",
                "?q=train",
                "create",
                "detail/" + id,
                "settings",
                "login",
                "health/liveness",
                "health/readiness",
                "api/tracks?limit=2&q=train",
                "api/tracks?limit=none",
                "api/tracks/" + id,
                "api/tracks/" + id + "/opens",
                "api/tracks/unknown",
                "api/opens/recent?since=0",
                "api/stats")) {
            send(home, "GET", path, "");
        }
        send(home, "DELETE", "api/tracks/" + id, "");
    }

    private HttpResponse<String> send(URI home, String method, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(home.resolve(path))
                .timeout(ANSWERED_WITHIN)
                .version(HttpClient.Version.HTTP_1_1)
                .header("X-API-Key", key)
                .header("Authorization", "Basic " + base64("owner:" + key))
                .header("Accept", "text/html, */*")
                .header("Content-Type", "application/json")
                .header("X-Forwarded-For", "2001:db8::1, 192.0.2.7")
                .header("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Thunderbird/140.0")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /// Politely, and then waits: the cache is written after the program's own end.
    private static void stop(Process app) throws InterruptedException {
        app.destroy();
        if (!app.waitFor(STOPPED_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("the program did not stop within " + STOPPED_WITHIN.toSeconds() + " s");
        }
    }

    private void stopAll() {
        if (app != null) {
            app.destroy();
            app.onExit().completeOnTimeout(app, 20, TimeUnit.SECONDS).join();
        }
        if (database != null) {
            database.close();
        }
    }
}
