package com.tachyonfuture.mailtrack.web.server;

import static com.tachyonfuture.mailtrack.application.contract.Samples.UNJUDGED;

import com.tachyonfuture.mailtrack.application.access.ChangePassword;
import com.tachyonfuture.mailtrack.application.access.CheckApiKey;
import com.tachyonfuture.mailtrack.application.access.CheckOwner;
import com.tachyonfuture.mailtrack.application.access.KeepApiKeys;
import com.tachyonfuture.mailtrack.application.access.KeepSessions;
import com.tachyonfuture.mailtrack.application.access.SetUpOwner;
import com.tachyonfuture.mailtrack.application.access.SignIn;
import com.tachyonfuture.mailtrack.application.classify.ExplainJudging;
import com.tachyonfuture.mailtrack.application.classify.Judge;
import com.tachyonfuture.mailtrack.application.classify.JudgeAgain;
import com.tachyonfuture.mailtrack.application.classify.Judging;
import com.tachyonfuture.mailtrack.application.demo.FindSamples;
import com.tachyonfuture.mailtrack.application.demo.RemoveSamples;
import com.tachyonfuture.mailtrack.application.health.CheckHealth;
import com.tachyonfuture.mailtrack.application.live.WatchOpens;
import com.tachyonfuture.mailtrack.application.recipient.FindRecipients;
import com.tachyonfuture.mailtrack.application.recording.Batch;
import com.tachyonfuture.mailtrack.application.recording.FindOpens;
import com.tachyonfuture.mailtrack.application.recording.HitCounts;
import com.tachyonfuture.mailtrack.application.recording.HitLimit;
import com.tachyonfuture.mailtrack.application.recording.RecordOpen;
import com.tachyonfuture.mailtrack.application.self.AddressesOfMany;
import com.tachyonfuture.mailtrack.application.self.KeepOwnAddresses;
import com.tachyonfuture.mailtrack.application.self.OwnersNetworks;
import com.tachyonfuture.mailtrack.application.stats.AnalyzeReads;
import com.tachyonfuture.mailtrack.application.stats.AnalyzeTracks;
import com.tachyonfuture.mailtrack.application.stats.ComputeStats;
import com.tachyonfuture.mailtrack.application.stats.Counts;
import com.tachyonfuture.mailtrack.application.stats.DescribeReaders;
import com.tachyonfuture.mailtrack.application.stats.FollowReads;
import com.tachyonfuture.mailtrack.application.stats.FollowTrack;
import com.tachyonfuture.mailtrack.application.stats.SummarizePeriod;
import com.tachyonfuture.mailtrack.application.track.ChosenTracks;
import com.tachyonfuture.mailtrack.application.track.CreateTrack;
import com.tachyonfuture.mailtrack.application.track.CreateTracks;
import com.tachyonfuture.mailtrack.application.track.DeleteTrack;
import com.tachyonfuture.mailtrack.application.track.EditNotes;
import com.tachyonfuture.mailtrack.application.track.FindTracks;
import com.tachyonfuture.mailtrack.application.track.PinTrack;
import com.tachyonfuture.mailtrack.application.track.StopTrack;
import com.tachyonfuture.mailtrack.application.transfer.ImportId;
import com.tachyonfuture.mailtrack.application.transfer.ImportTracks;
import com.tachyonfuture.mailtrack.application.twin.InMemoryNetworks;
import com.tachyonfuture.mailtrack.application.twin.InMemorySampleTracks;
import com.tachyonfuture.mailtrack.application.twin.InMemoryStorage;
import com.tachyonfuture.mailtrack.application.twin.InMemoryStorageFixture;
import com.tachyonfuture.mailtrack.application.twin.PlainPasswordHashes;
import com.tachyonfuture.mailtrack.application.twin.PlainTables;
import com.tachyonfuture.mailtrack.domain.access.ApiKeyId;
import com.tachyonfuture.mailtrack.domain.access.SecretHash;
import com.tachyonfuture.mailtrack.domain.access.SessionLimits;
import com.tachyonfuture.mailtrack.domain.address.Cidr;
import com.tachyonfuture.mailtrack.domain.address.TrustedProxies;
import com.tachyonfuture.mailtrack.domain.classify.Client;
import com.tachyonfuture.mailtrack.domain.classify.Place;
import com.tachyonfuture.mailtrack.domain.classify.RuleBook;
import com.tachyonfuture.mailtrack.domain.recording.Hit;
import com.tachyonfuture.mailtrack.domain.recording.HitPace;
import com.tachyonfuture.mailtrack.domain.track.Track;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import com.tachyonfuture.mailtrack.web.metrics.Measurements;
import com.tachyonfuture.mailtrack.web.settings.SigningKey;
import com.tachyonfuture.mailtrack.web.settings.WebDefaults;
import com.tachyonfuture.mailtrack.web.settings.WebSettings;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.RuntimeBeanDefinition;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    /// A network that the operator listed as the owner's.
    public static final String LISTED = "203.0.113.0/24";

    public static final String BROWSER_SECRET = "what known browsers are signed with";
    public static final SessionLimits LIMITS = new SessionLimits(Duration.ofHours(2), Duration.ofDays(7));
    public static final Instant NOW = Instant.parse("2026-11-20T12:00:00.123456Z");

    private static final JsonMapper JSON = JsonMapper.createDefault();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private InMemoryStorageFixture twins = new InMemoryStorageFixture();
    private ScriptedSpool spool = new ScriptedSpool();
    private HitCounts counts = new HitCounts();
    private PlainPasswordHashes hashes = new PlainPasswordHashes();
    private String trusted = "10.0.0.0/8";
    private String baseUrl = BASE_URL;
    private Optional<Boolean> cookieSecure = Optional.empty();
    private boolean passwordFromSettings;
    private HitLimit limit = HitLimit.none();
    private Map<String, Object> connections = Map.of();
    private volatile Instant now = NOW;
    private long position;
    private boolean broken;
    private InMemoryNetworks networks = new InMemoryNetworks();
    private ScriptedSources sources = new ScriptedSources();
    private ApplicationContext context = ApplicationContext.builder().build();
    private int port;

    /// Trusts these proxies.
    public WebServer trusting(String network) {
        trusted = network;
        return this;
    }

    /// Is reached at this address.
    public WebServer at(String url) {
        baseUrl = url;
        return this;
    }

    /// Sets whether cookies are for TLS only.
    public WebServer withCookieSecure(boolean secure) {
        cookieSecure = Optional.of(secure);
        return this;
    }

    /// Has the owner's password from its settings.
    public WebServer withPasswordFromSettings() {
        passwordFromSettings = true;
        return this;
    }

    /// Records so many hits of each address, ever.
    public WebServer withHitsPerAddress(int most) {
        limit = HitLimit.of(new HitPace(1, most), new TrustedProxies(List.of()), 0, () -> 0);
        return this;
    }

    /// Has no more connections than this, of which so many may be slow.
    public WebServer withConnections(int most, int slow) {
        connections = Map.of("mailtrack.connections.most", most, "mailtrack.connections.most-slow", slow);
        return this;
    }

    /// Has room for so many pages that listen.
    public WebServer withListeners(int most) {
        connections = Map.of("mailtrack.live.most", most);
        return this;
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        twins = new InMemoryStorageFixture();
        spool = new ScriptedSpool();
        counts = new HitCounts();
        position = 0;
        broken = false;
        now = NOW;
        hashes = new PlainPasswordHashes();
        InstantSource clock = () -> now;
        var samples = new InMemorySampleTracks(twins.storage());
        var setUpOwner = new SetUpOwner(
                twins.ownerPassword(),
                hashes,
                twins.signInFailures(),
                () -> UUID.randomUUID().toString(),
                clock);
        setUpOwner.withPassword(PASSWORD);
        networks = new InMemoryNetworks();
        sources = new ScriptedSources();
        var proxies = new TrustedProxies(List.of(Cidr.parse(trusted)));
        var ofMany = new AddressesOfMany(networks, proxies);
        var owners = new OwnersNetworks(List.of(Cidr.parse(LISTED)), twins.ownAddresses(), ofMany);
        var judging = new Judging(
                address -> Place.UNKNOWN, networks, userAgent -> Client.UNKNOWN, owners, RuleBook.inForce());
        var checkOwner = new CheckOwner(OWNER, twins.ownerPassword(), hashes, twins.signInFailures(), clock);
        context = ApplicationContext.builder()
                .properties(WebDefaults.properties())
                .properties(Map.of("micronaut.server.host", "127.0.0.1", "micronaut.server.port", -1))
                .properties(connections)
                .beanDefinitions(RuntimeBeanDefinition.builder(InstantSource.class, () -> clock)
                        .singleton(true)
                        .replaces(InstantSource.class)
                        .build())
                .singletons(
                        new CreateTrack(
                                twins.tracks(),
                                () -> new TrackId(UUID.randomUUID().toString()),
                                () -> NOW),
                        new CreateTracks(
                                twins.tracks(),
                                () -> new TrackId(UUID.randomUUID().toString()),
                                () -> NOW),
                        new ImportTracks(
                                twins.imports(),
                                new PlainTables(),
                                () -> new ImportId(UUID.randomUUID().toString()),
                                () -> new TrackId(UUID.randomUUID().toString()),
                                clock),
                        new FindTracks(twins.tracks()),
                        new FindRecipients(twins.recipients()),
                        new DeleteTrack(twins.tracks()),
                        new EditNotes(twins.tracks()),
                        new PinTrack(twins.tracks()),
                        new StopTrack(twins.tracks(), clock),
                        new ChosenTracks(twins.tracks()),
                        new SummarizePeriod(twins.numbers(), clock),
                        new FollowReads(twins.numbers(), clock),
                        new FollowTrack(twins.numbers()),
                        new DescribeReaders(twins.opens()),
                        new RecordOpen(spool, () -> NOW, counts, limit),
                        new FindOpens(twins.tracks(), twins.opens()),
                        new KeepOwnAddresses(
                                twins.opens(),
                                twins.ownAddresses(),
                                owners,
                                ofMany,
                                new JudgeAgain(twins.history(), judging),
                                clock),
                        new ExplainJudging(RuleBook.inForce(), sources),
                        new WatchOpens(twins.arrivals(), System::nanoTime),
                        new FindSamples(samples),
                        new RemoveSamples(samples, twins.tracks()),
                        new ComputeStats(this::totals, twins.opens()),
                        new AnalyzeReads(twins.numbers(), clock),
                        new AnalyzeTracks(new FindTracks(twins.tracks()), twins.opens(), clock),
                        new CheckHealth(twins.storage(), spool),
                        (Measurements) accept -> new Measurements.Page(
                                "text/plain; version=0.0.4; charset=utf-8",
                                "spool_hits " + spool.depth() + "\n# accept: " + accept + "\n"),
                        setUpOwner,
                        checkOwner,
                        new SignIn(
                                checkOwner,
                                twins.sessions(),
                                twins.signInFailures(),
                                LIMITS,
                                () -> UUID.randomUUID().toString(),
                                clock),
                        new KeepSessions(twins.sessions(), LIMITS, clock),
                        new ChangePassword(checkOwner, twins.ownerPassword(), hashes, clock),
                        new CheckApiKey(SecretHash.of(KEY), twins.apiKeys(), clock),
                        new KeepApiKeys(
                                twins.apiKeys(),
                                () -> new ApiKeyId(UUID.randomUUID().toString()),
                                () -> UUID.randomUUID().toString(),
                                clock),
                        new WebSettings(
                                baseUrl,
                                proxies,
                                ZoneId.of("Europe/Berlin"),
                                List.of(ALLOWED_ORIGIN),
                                cookieSecure,
                                passwordFromSettings,
                                SigningKey.of(BROWSER_SECRET)))
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

    /// Lets time pass.
    public void advance(Duration time) {
        now = now.plus(time);
    }

    /// How many passwords were looked at.
    public int passwordChecks() {
        return hashes.checks();
    }

    /// A browser that was never here.
    public Browser browser() {
        return new Browser(this);
    }

    /// What the context has of a type.
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
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

    /// The lists of networks that it knows.
    public InMemoryNetworks networks() {
        return networks;
    }

    /// The databases of places that it has.
    public ScriptedSources sources() {
        return sources;
    }

    /// Stores hits as opens that were judged so.
    public void record(Judge judge, Hit... hits) {
        twins.openLog().write(new Batch("test", position, List.of(hits)), judge);
        position += hits.length;
    }

    /// Stores hits as opens, as if they had been drained.
    public void record(Hit... hits) {
        record(UNJUDGED, hits);
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

    /// A page as the owner's browser asks for it.
    public HttpResponse<String> page(String path) {
        return send(owner(path).header("Accept", "text/html"));
    }

    /// A form as the owner's browser sends it: names and values in turn.
    public HttpResponse<String> submit(String path, String... fields) {
        var body = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            body.append(body.isEmpty() ? "" : "&")
                    .append(encode(fields[i]))
                    .append('=')
                    .append(encode(fields[i + 1]));
        }
        return submitAsIs(path, body.toString());
    }

    /// A form with any body.
    public HttpResponse<String> submitAsIs(String path, String body) {
        String authorization = basic(OWNER, PASSWORD);
        Browser browser = browser();
        browser.send(browser.request("/settings").header("Authorization", authorization));
        return browser.send(browser.request(path)
                .header("Authorization", authorization)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("form_token=" + browser.formToken() + "&" + body)));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
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
