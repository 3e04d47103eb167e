package com.tachyonfuture.mailtrack.app.settings;

import com.tachyonfuture.mailtrack.domain.access.SessionLimits;
import com.tachyonfuture.mailtrack.domain.address.Cidr;
import com.tachyonfuture.mailtrack.domain.address.TrustedProxies;
import com.tachyonfuture.mailtrack.domain.recording.HitPace;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Everything that the owner has set, checked, with defaults for the rest.
///
/// No secret shows when it is printed.
///
/// @param dataDirectory where Mailtrack keeps its files; absolute, and perhaps not there yet
/// @param warnings sentences that the owner should read at start
/// @param notActedOn names of settings that are given although this version does nothing with them
public record Settings(
        Path dataDirectory,
        Server server,
        Database database,
        Api api,
        Owner owner,
        Recording recording,
        Mail mail,
        Places places,
        Logging logging,
        List<String> warnings,
        List<String> notActedOn) {

    private static final int SHORTEST_SAFE_KEY = 16;

    /// Where Mailtrack listens, and under which address others reach it.
    ///
    /// @param port 0 for any free one
    /// @param configuredBaseUrl without a slash at its end
    /// @param trustedProxies networks, each as `address/prefix`
    public record Server(String host, int port, Optional<String> configuredBaseUrl, List<String> trustedProxies) {

        /// The networks whose word is taken for who sent a request.
        public TrustedProxies trusted() {
            return new TrustedProxies(trustedProxies.stream().map(Cidr::parse).toList());
        }

        /// What pixel addresses begin with, once it is known which port was free.
        public String baseUrl(int boundPort) {
            return configuredBaseUrl.orElseGet(() -> "http://" + reachableHost() + ":" + boundPort);
        }

        private String reachableHost() {
            return switch (host) {
                case "0.0.0.0" -> "127.0.0.1";
                case "::" -> "[::1]";
                default -> host.contains(":") ? "[" + host + "]" : host;
            };
        }
    }

    /// Which database to use.
    ///
    /// @param url empty for the embedded one
    /// @param poolSize the most connections at a time
    public record Database(Optional<DatabaseUrl> url, int poolSize) {}

    /// Who may call the API.
    ///
    /// @param key empty where one is to be generated
    /// @param corsOrigins as browsers send them in `Origin`
    public record Api(Optional<Secret> key, List<String> corsOrigins) {}

    /// Whose installation this is: how they sign in, and which time they see.
    ///
    /// @param cookieSecure empty where it depends on how a request comes
    /// @param addresses networks that are the owner's
    public record Owner(
            Optional<String> username,
            Optional<Secret> password,
            Optional<Secret> secretKey,
            Optional<Boolean> cookieSecure,
            SessionLimits sessions,
            ZoneId displayZone,
            List<String> addresses) {

        private static final String USUAL_NAME = "owner";

        /// The name that the login asks for.
        public String nameToSignInWith() {
            return username.orElse(USUAL_NAME);
        }
    }

    /// How hits become opens.
    ///
    /// @param spoolLimit the most hits that wait
    /// @param spoolSync when a hit counts as kept
    /// @param batchSize the most hits in one transaction
    /// @param flushInterval how long hits wait for others
    /// @param repeatWindow how long after an open the next one of the same viewer is a repeat; zero: never
    /// @param stopTimeout how long the last hits are still recorded at stop
    /// @param pace how fast the hits of one address may come; empty where any pace will do
    public record Recording(
            int spoolLimit,
            SpoolSync spoolSync,
            int batchSize,
            Duration flushInterval,
            Duration repeatWindow,
            Duration stopTimeout,
            Optional<HitPace> pace) {}

    /// How alerts are mailed.
    ///
    /// @param followupDays 0 for no reminders
    public record Mail(
            Optional<String> server,
            int port,
            Optional<String> username,
            Optional<Secret> password,
            List<String> recipients,
            int followupDays) {}

    /// Where databases of places and networks lie. Absolute; empty for what the data folder may have.
    ///
    /// @param maxmindLicenseKey for the script that fetches databases
    public record Places(
            Optional<Path> city, Optional<Path> country, Optional<Path> asn, Optional<Secret> maxmindLicenseKey) {}

    /// What the log looks like.
    public record Logging(boolean debug, LogFormat format) {}

    public Settings {
        warnings = List.copyOf(warnings);
        notActedOn = List.copyOf(notActedOn);
    }

    /// Reads the settings from the environment and from `.env` in the working directory, or the file that
    /// `MAILTRACK_ENV_FILE` names.
    ///
    /// @throws SettingsException if anything is wrong, with everything that is
    public static Settings from(Map<String, String> environment, Path workingDirectory) {
        SettingsReader reader = new SettingsReader(environment, workingDirectory);
        Server server = server(reader);
        Database database = database(reader);
        Api api = api(reader);
        Owner owner = owner(reader);
        Recording recording = recording(reader);
        Mail mail = mail(reader);
        Places places = places(reader);
        Logging logging = logging(reader);
        Path dataDirectory = reader.resolved(reader.get(KnownSettings.MAILTRACK_DATA_DIR));
        warnOfUnreachablePixels(reader);
        reader.stopOnProblems();
        return new Settings(
                dataDirectory,
                server,
                database,
                api,
                owner,
                recording,
                mail,
                places,
                logging,
                reader.warnings(),
                reader.notActedOn());
    }

    private static Server server(SettingsReader reader) {
        return new Server(
                reader.get(KnownSettings.MAILTRACK_HOST),
                reader.get(KnownSettings.MAILTRACK_PORT),
                reader.find(KnownSettings.BASE_URL),
                reader.get(KnownSettings.TRUSTED_PROXY_CIDRS));
    }

    private static Database database(SettingsReader reader) {
        return new Database(reader.find(KnownSettings.DATABASE_URL), reader.get(KnownSettings.MAILTRACK_DATABASE_POOL));
    }

    private static Api api(SettingsReader reader) {
        Optional<Secret> key = reader.find(KnownSettings.API_KEY);
        if (key.isPresent() && key.get().reveal().length() < SHORTEST_SAFE_KEY) {
            reader.warn("API_KEY has fewer than " + SHORTEST_SAFE_KEY + " characters and may be guessed; choose a "
                    + "longer one when the clients can be changed.");
        }
        return new Api(key, reader.find(KnownSettings.MAILTRACK_CORS_ORIGINS).orElse(List.of()));
    }

    private static Owner owner(SettingsReader reader) {
        Optional<Secret> secretKey = reader.find(KnownSettings.SECRET_KEY);
        if (secretKey.isPresent() && secretKey.get().reveal().length() < SHORTEST_SAFE_KEY) {
            reader.warn("SECRET_KEY has fewer than " + SHORTEST_SAFE_KEY + " characters and may be guessed; choose a "
                    + "longer one. Browsers are then as unknown as at first.");
        }
        return new Owner(
                reader.find(KnownSettings.DASHBOARD_USERNAME),
                reader.find(KnownSettings.DASHBOARD_PASSWORD),
                secretKey,
                reader.find(KnownSettings.COOKIE_SECURE),
                sessions(reader),
                reader.get(KnownSettings.DISPLAY_TIMEZONE),
                reader.find(KnownSettings.MAILTRACK_OWN_ADDRESSES).orElse(List.of()));
    }

    private static SessionLimits sessions(SettingsReader reader) {
        Duration idle = reader.get(KnownSettings.MAILTRACK_SESSION_IDLE);
        Duration limit = reader.get(KnownSettings.MAILTRACK_SESSION_LIMIT);
        if (limit.compareTo(idle) < 0) {
            reader.refuse("MAILTRACK_SESSION_LIMIT is shorter than MAILTRACK_SESSION_IDLE; it must not be.");
            return new SessionLimits(idle, idle);
        }
        return new SessionLimits(idle, limit);
    }

    private static Recording recording(SettingsReader reader) {
        return new Recording(
                reader.get(KnownSettings.MAILTRACK_SPOOL_LIMIT),
                reader.get(KnownSettings.MAILTRACK_SPOOL_SYNC),
                reader.get(KnownSettings.MAILTRACK_BATCH_SIZE),
                reader.get(KnownSettings.MAILTRACK_FLUSH_INTERVAL),
                reader.get(KnownSettings.MAILTRACK_REPEAT_WINDOW),
                reader.get(KnownSettings.MAILTRACK_STOP_TIMEOUT),
                pace(reader));
    }

    private static Optional<HitPace> pace(SettingsReader reader) {
        int perSecond = reader.get(KnownSettings.MAILTRACK_HITS_PER_SECOND);
        int burst = reader.get(KnownSettings.MAILTRACK_HITS_BURST);
        return perSecond == 0 ? Optional.empty() : Optional.of(new HitPace(perSecond, burst));
    }

    private static Mail mail(SettingsReader reader) {
        return new Mail(
                reader.find(KnownSettings.SMTP_SERVER),
                reader.get(KnownSettings.SMTP_PORT),
                reader.find(KnownSettings.SMTP_USERNAME),
                reader.find(KnownSettings.SMTP_PASSWORD),
                reader.find(KnownSettings.NOTIFICATION_EMAIL).orElse(List.of()),
                reader.get(KnownSettings.FOLLOWUP_DAYS));
    }

    private static Places places(SettingsReader reader) {
        return new Places(
                reader.find(KnownSettings.MAILTRACK_GEOIP_CITY).map(reader::resolved),
                reader.find(KnownSettings.MAILTRACK_GEOIP_COUNTRY).map(reader::resolved),
                reader.find(KnownSettings.MAILTRACK_GEOIP_ASN).map(reader::resolved),
                reader.find(KnownSettings.MAXMIND_LICENSE_KEY));
    }

    private static Logging logging(SettingsReader reader) {
        boolean debug = reader.get(KnownSettings.DEBUG);
        LogFormat usual = debug ? LogFormat.TEXT : LogFormat.JSON;
        return new Logging(
                debug, reader.find(KnownSettings.MAILTRACK_LOG_FORMAT).orElse(usual));
    }

    /// Whoever brings a database means it, and then nobody can fetch pixels from an address of this machine alone.
    private static void warnOfUnreachablePixels(SettingsReader reader) {
        if (reader.has(KnownSettings.DATABASE_URL) && !reader.has(KnownSettings.BASE_URL)) {
            reader.warn("BASE_URL is not set, so pixel addresses name this machine, where mail clients elsewhere "
                    + "cannot fetch them.");
        }
    }
}
