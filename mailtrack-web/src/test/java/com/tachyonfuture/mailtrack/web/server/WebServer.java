package com.tachyonfuture.mailtrack.web.server;

import com.tachyonfuture.mailtrack.application.health.CheckHealth;
import com.tachyonfuture.mailtrack.application.recording.Batch;
import com.tachyonfuture.mailtrack.application.recording.FindOpens;
import com.tachyonfuture.mailtrack.application.recording.HitCounts;
import com.tachyonfuture.mailtrack.application.recording.RecordOpen;
import com.tachyonfuture.mailtrack.application.stats.ComputeStats;
import com.tachyonfuture.mailtrack.application.stats.Counts;
import com.tachyonfuture.mailtrack.application.track.CreateTrack;
import com.tachyonfuture.mailtrack.application.track.DeleteTrack;
import com.tachyonfuture.mailtrack.application.track.FindTracks;
import com.tachyonfuture.mailtrack.application.twin.InMemoryStorage;
import com.tachyonfuture.mailtrack.application.twin.InMemoryStorageFixture;
import com.tachyonfuture.mailtrack.domain.access.SecretHash;
import com.tachyonfuture.mailtrack.domain.recording.Cidr;
import com.tachyonfuture.mailtrack.domain.recording.Hit;
import com.tachyonfuture.mailtrack.domain.recording.TrustedProxies;
import com.tachyonfuture.mailtrack.domain.track.Track;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import com.tachyonfuture.mailtrack.web.settings.OwnerLogin;
import com.tachyonfuture.mailtrack.web.settings.WebDefaults;
import com.tachyonfuture.mailtrack.web.settings.WebSettings;
import io.micronaut.context.ApplicationContext;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// The web side over twins, on a port of its own, anew for each test.
public final class WebServer implements BeforeEachCallback, AfterEachCallback {

    public static final String KEY = "correct-horse-battery-staple";
    public static final String OWNER = "owner";
    public static final String PASSWORD = "pässword: with a colon";
    public static final String BASE_URL = "https://mail.example.com";
    public static final String ALLOWED_ORIGIN = "chrome-extension://abcdefghijklmnop";
    public static final Instant NOW = Instant.parse("2026-11-20T12:00:00.123456Z");

    private static final JsonMapper JSON = JsonMapper.createDefault();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private InMemoryStorageFixture twins = new InMemoryStorageFixture();
    private ScriptedSpool spool = new ScriptedSpool();
    private HitCounts counts = new HitCounts();
    private String trusted = "10.0.0.0/8";
    private long position;
    private boolean broken;
    private ApplicationContext context = ApplicationContext.builder().build();
    private int port;

    /// Trusts these proxies.
    public WebServer trusting(String network) {
        trusted = network;
        return this;
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        twins = new InMemoryStorageFixture();
        spool = new ScriptedSpool();
        counts = new HitCounts();
        position = 0;
        broken = false;
        context = ApplicationContext.builder()
                .properties(WebDefaults.properties())
                .properties(Map.of("micronaut.server.host", "127.0.0.1", "micronaut.server.port", -1))
                .singletons(
                        new CreateTrack(
                                twins.tracks(),
                                () -> new TrackId(UUID.randomUUID().toString()),
                                () -> NOW),
                        new FindTracks(twins.tracks()),
                        new DeleteTrack(twins.tracks()),
                        new RecordOpen(spool, () -> NOW, counts),
                        new FindOpens(twins.tracks(), twins.opens()),
                        new ComputeStats(this::totals, twins.opens()),
                        new CheckHealth(twins.storage()),
                        new WebSettings(
                                BASE_URL,
                                new TrustedProxies(List.of(Cidr.parse(trusted))),
                                SecretHash.of(KEY),
                                new OwnerLogin(OWNER, SecretHash.of(PASSWORD)),
                                ZoneId.of("Europe/Berlin"),
                                List.of(ALLOWED_ORIGIN)))
                .start();
        port = context.getBean(EmbeddedServer.class).start().getPort();
    }

    @Override
    public void afterEach(ExtensionContext test) {
        context.close();
    }

    private Counts totals() {
        if (broken) {
            throw new IllegalStateException("the secret story of a fault");
        }
        return twins.totals().current();
    }

    /// From now on the numbers fail in a way that nobody foresaw.
    public void breakStats() {
        broken = true;
    }

    /// Stops before the test ends.
    public void stop() {
        context.close();
    }

    public InMemoryStorage storage() {
        return twins.storage();
    }

    public ScriptedSpool spool() {
        return spool;
    }

    public HitCounts counts() {
        return counts;
    }

    public int port() {
        return port;
    }

    /// Stores tracks, as if they had been created.
    public void add(Track... tracks) {
        for (Track track : tracks) {
            twins.tracks().add(track);
        }
    }

    /// Stores hits as opens, as if they had been drained.
    public void record(Hit... hits) {
        twins.openLog().write(new Batch("test", position, List.of(hits)));
        position += hits.length;
    }

    /// A connection of our own, for what no client library would send.
    public Wire connect() {
        return new Wire(port);
    }

    /// A request with the API key.
    public HttpRequest.Builder api(String path) {
        return anonymous(path).header("X-API-Key", KEY);
    }

    /// A request with the owner's name and password.
    public HttpRequest.Builder owner(String path) {
        return anonymous(path).header("Authorization", basic(OWNER, PASSWORD));
    }

    /// What a browser sends of a name and a password.
    public static String basic(String name, String password) {
        byte[] text = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(text);
    }

    public HttpRequest.Builder anonymous(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(20));
    }

    public HttpResponse<String> get(String path) {
        return send(api(path));
    }

    public HttpResponse<String> post(String path, String json) {
        return send(api(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, BodyHandlers.ofString());
    }

    public HttpResponse<byte[]> sendForBytes(HttpRequest.Builder request) {
        return send(request, BodyHandlers.ofByteArray());
    }

    private static <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        try {
            return CLIENT.send(request.build(), handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The object that an answer brings, in the order of its fields.
    public static Map<String, Object> object(HttpResponse<String> response) {
        return read(response.body(), Argument.mapOf(String.class, Object.class));
    }

    /// The array of objects that an answer brings.
    public static List<Map<String, Object>> array(HttpResponse<String> response) {
        return read(response.body(), Argument.listOf(Argument.mapOf(String.class, Object.class)));
    }

    private static <T> T read(String json, Argument<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (IOException e) {
            throw new UncheckedIOException("not JSON: " + json, e);
        }
    }
}
