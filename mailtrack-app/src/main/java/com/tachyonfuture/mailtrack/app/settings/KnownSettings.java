package com.tachyonfuture.mailtrack.app.settings;

import com.tachyonfuture.mailtrack.domain.recording.HitPace;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// All settings there are, each declared once: parsing, messages and `docs/configuration.md` come from here.
final class KnownSettings {

    /// Everything with this beginning is ours, so a name that does not exist is a mistake.
    static final String PREFIX = "MAILTRACK_";

    /// Names that begin so belong to our tests.
    static final String TEST_PREFIX = "MAILTRACK_TEST_";

    static final Setting<DatabaseUrl> DATABASE_URL = Setting.named(
                    "DATABASE_URL",
                    Format.databaseUrl(),
                    "The MySQL or MariaDB database. See [the forms it may have](#database_url).")
            .whenAbsent("an embedded MariaDB in the data folder, where its binaries are at hand")
            .example("mysql+aiomysql://mailtrack:secret@127.0.0.1:3306/mailtrack");

    static final Setting<String> BASE_URL = Setting.named(
                    "BASE_URL",
                    Format.baseUrl(),
                    "The address under which mail clients reach Mailtrack; every pixel's " + "address begins with it.")
            .whenAbsent("`http://127.0.0.1:8000`, made of host and port")
            .example("https://mailtrack.example.org");

    static final Setting<Secret> API_KEY = Setting.named(
                    "API_KEY",
                    Format.key(255),
                    "The first API key, sent by clients as `X-API-Key`. Below 16 characters there is a warning.")
            .whenAbsent("generated at the first start and printed once")
            .example("f3b0c1d7a94e4c55a8e2");

    static final Setting<String> DASHBOARD_USERNAME = Setting.named(
                    "DASHBOARD_USERNAME", Format.oneLine(255), "The name to sign in with.")
            .whenAbsent("`owner`")
            .example("owner");

    static final Setting<Secret> DASHBOARD_PASSWORD = Setting.named(
                    "DASHBOARD_PASSWORD", Format.secret(1_024), "The password to sign in with.")
            .whenAbsent("generated at the first start and printed once")
            .example("'correct horse battery staple'");

    static final Setting<Secret> SECRET_KEY = Setting.named(
                    "SECRET_KEY",
                    Format.secret(4_096),
                    "Signs what a browser keeps to be known again after signing out. Several instances need the same.")
            .whenAbsent("generated at the first start")
            .example("9c1f0a4be7d3468fb5a2c8e61d70f394");

    static final Setting<Boolean> COOKIE_SECURE = Setting.named(
                    "COOKIE_SECURE", Format.yesOrNo(), "Whether browsers send the session's cookie by HTTPS only.")
            .whenAbsent("`true` where `BASE_URL` begins with `https://`, or a trusted proxy says that it got the"
                    + " request by HTTPS")
            .example("true");

    static final Setting<String> MAILTRACK_HOST = Setting.named(
                    "MAILTRACK_HOST",
                    Format.host(),
                    "The address to listen on; `0.0.0.0` for all, which a proxy in a container needs.")
            .byDefault("127.0.0.1")
            .example("0.0.0.0");

    static final Setting<Integer> MAILTRACK_PORT = Setting.named(
                    "MAILTRACK_PORT", Format.wholeNumber(0, 65_535), "The port to listen on; 0 takes any free one.")
            .byDefault("8000")
            .example("8080");

    static final Setting<Path> MAILTRACK_DATA_DIR = Setting.named(
                    "MAILTRACK_DATA_DIR",
                    Format.path(),
                    "The folder for the spool, the embedded database and what is generated at the first start.")
            .byDefault("./data")
            .example("/var/lib/mailtrack");

    static final Setting<ZoneId> DISPLAY_TIMEZONE = Setting.named(
                    "DISPLAY_TIMEZONE", Format.timeZone(), "The time zone of the days and times that people see.")
            .byDefault("UTC")
            .example("Europe/Vienna");

    static final Setting<List<String>> TRUSTED_PROXY_CIDRS = Setting.named(
                    "TRUSTED_PROXY_CIDRS",
                    Format.networks(),
                    "The proxies whose `X-Forwarded-For` and `X-Real-IP` count; it is ignored from everybody else.")
            .byDefault("127.0.0.1/32,::1/128,10.0.0.0/8,172.16.0.0/12,192.168.0.0/16,fc00::/7")
            .example("127.0.0.1, 172.18.0.0/16");

    static final Setting<List<String>> MAILTRACK_OWN_ADDRESSES = Setting.named(
                    "MAILTRACK_OWN_ADDRESSES",
                    Format.networks(),
                    "Your own addresses, besides those that you teach with *That was me*: what comes from there is your"
                            + " own look, and not counted as read. See [Your own opens](domain/self-opens.md).")
            .example("203.0.113.17, 2001:db8:17::/48");

    static final Setting<List<String>> MAILTRACK_CORS_ORIGINS = Setting.named(
                    "MAILTRACK_CORS_ORIGINS",
                    Format.origins(),
                    "The pages and browser extensions that may call the API from a browser.")
            .example("https://mail.example.org, chrome-extension://abcdefghijklmnopabcdefghijklmnop");

    static final Setting<Duration> MAILTRACK_SESSION_IDLE = Setting.named(
                    "MAILTRACK_SESSION_IDLE",
                    Format.duration(Duration.ofMinutes(2), Duration.ofDays(365)),
                    "How long a browser stays signed in without asking for anything.")
            .byDefault("7d")
            .example("12h");

    static final Setting<Duration> MAILTRACK_SESSION_LIMIT = Setting.named(
                    "MAILTRACK_SESSION_LIMIT",
                    Format.duration(Duration.ofMinutes(2), Duration.ofDays(365)),
                    "How long a browser stays signed in whatever it does; not shorter than `MAILTRACK_SESSION_IDLE`.")
            .byDefault("30d")
            .example("24h");

    static final Setting<String> SMTP_SERVER = Setting.named(
                    "SMTP_SERVER", Format.host(), "The server that takes alerts by mail.")
            .whenAbsent("no alerts by mail")
            .example("smtp.example.org")
            .notActedOnYet();

    static final Setting<Integer> SMTP_PORT = Setting.named(
                    "SMTP_PORT", Format.wholeNumber(1, 65_535), "That server's port.")
            .byDefault("587")
            .example("465")
            .notActedOnYet();

    static final Setting<String> SMTP_USERNAME = Setting.named(
                    "SMTP_USERNAME", Format.oneLine(255), "The user to sign in as at that server.")
            .example("alerts@example.org")
            .notActedOnYet();

    static final Setting<Secret> SMTP_PASSWORD = Setting.named(
                    "SMTP_PASSWORD", Format.secret(1_024), "That user's password.")
            .example("'p#ss word'")
            .notActedOnYet();

    static final Setting<List<String>> NOTIFICATION_EMAIL = Setting.named(
                    "NOTIFICATION_EMAIL", Format.mailAddresses(), "Who gets alerts by mail.")
            .whenAbsent("nobody")
            .example("owner@example.org")
            .notActedOnYet();

    static final Setting<Integer> FOLLOWUP_DAYS = Setting.named(
                    "FOLLOWUP_DAYS",
                    Format.wholeNumber(0, 3_650),
                    "After how many days to remind of mail that nobody has opened; 0 for never.")
            .byDefault("0")
            .example("5")
            .notActedOnYet();

    static final Setting<Path> MAILTRACK_GEOIP_CITY = Setting.named(
                    "MAILTRACK_GEOIP_CITY",
                    Format.path(),
                    "A database in MaxMind's format that has cities. See [Places and networks](operate/geoip.md).")
            .whenAbsent("`geoip/city.mmdb` in the data folder, where there is one")
            .example("/var/lib/GeoIP/GeoLite2-City.mmdb");

    static final Setting<Path> MAILTRACK_GEOIP_COUNTRY = Setting.named(
                    "MAILTRACK_GEOIP_COUNTRY",
                    Format.path(),
                    "A database in MaxMind's format that has countries, for addresses of which the first knows none.")
            .whenAbsent("`geoip/country.mmdb` in the data folder, where there is one; `bin/fetch-geoip` gets one")
            .example("/var/lib/GeoIP/GeoLite2-Country.mmdb");

    static final Setting<Path> MAILTRACK_GEOIP_ASN = Setting.named(
                    "MAILTRACK_GEOIP_ASN",
                    Format.path(),
                    "A database in MaxMind's format that has the operators of networks.")
            .whenAbsent("`geoip/asn.mmdb` in the data folder, where there is one")
            .example("/var/lib/GeoIP/GeoLite2-ASN.mmdb");

    static final Setting<Secret> MAXMIND_LICENSE_KEY = Setting.named(
                    "MAXMIND_LICENSE_KEY",
                    Format.key(255),
                    "With it `bin/fetch-geoip` fetches MaxMind's GeoLite2. The service itself fetches nothing.")
            .whenAbsent("a database of countries that needs no account")
            .example("Ab12Cd34Ef56Gh78");

    static final Setting<Boolean> DEBUG = Setting.named(
                    "DEBUG", Format.yesOrNo(), "Says more in the log, and readably unless a format is set.")
            .byDefault("false")
            .example("true");

    static final Setting<LogFormat> MAILTRACK_LOG_FORMAT = Setting.named(
                    "MAILTRACK_LOG_FORMAT", Format.logFormat(), "Log lines for machines or for people.")
            .whenAbsent("`json`; `text` with `DEBUG=true`")
            .example("text");

    static final Setting<Path> MAILTRACK_ENV_FILE = Setting.named(
                    "MAILTRACK_ENV_FILE",
                    Format.path(),
                    "The file to read instead of `.env`. Counts only in the environment.")
            .whenAbsent("`.env` in the working folder, where there is one")
            .example("/etc/mailtrack/env");

    static final Setting<Integer> MAILTRACK_DATABASE_POOL = Setting.named(
                    "MAILTRACK_DATABASE_POOL",
                    Format.wholeNumber(2, 200),
                    "The most connections that are open to the database at a time.")
            .byDefault("10")
            .example("20");

    static final Setting<Integer> MAILTRACK_HITS_PER_SECOND = Setting.named(
                    "MAILTRACK_HITS_PER_SECOND",
                    Format.wholeNumber(0, HitPace.MOST),
                    "How many hits one address may send each second in the long run, or one /64 of IPv6; what is more"
                            + " gets the image and is not recorded, and the log says how many. 0 limits nobody.")
            .byDefault("60")
            .example("10");

    static final Setting<Integer> MAILTRACK_HITS_BURST = Setting.named(
                    "MAILTRACK_HITS_BURST",
                    Format.wholeNumber(1, HitPace.MOST),
                    "How many hits one address may send at once, before `MAILTRACK_HITS_PER_SECOND` counts.")
            .byDefault("600")
            .example("100");

    static final Setting<Integer> MAILTRACK_SPOOL_LIMIT = Setting.named(
                    "MAILTRACK_SPOOL_LIMIT",
                    Format.wholeNumber(1_000, 100_000_000),
                    "The most hits that wait on disk for the database, where they may take 512 bytes each, and 64 MiB"
                            + " in any case; more are shed, and the log says how many.")
            .byDefault("5000000")
            .example("20000000");

    static final Setting<SpoolSync> MAILTRACK_SPOOL_SYNC = Setting.named(
                    "MAILTRACK_SPOOL_SYNC",
                    Format.spoolSync(),
                    "When a pixel is answered: `always`, when its hit is on the disk; `interval`, at once, and the"
                            + " disk is brought up to date every 50 ms, so that a power cut may lose that much, and a"
                            + " crash of Mailtrack nothing.")
            .byDefault("always")
            .example("interval");

    static final Setting<Integer> MAILTRACK_BATCH_SIZE = Setting.named(
                    "MAILTRACK_BATCH_SIZE",
                    Format.wholeNumber(1, 10_000),
                    "The most hits that one transaction records.")
            .byDefault("8000")
            .example("1000");

    static final Setting<Duration> MAILTRACK_FLUSH_INTERVAL = Setting.named(
                    "MAILTRACK_FLUSH_INTERVAL",
                    Format.duration(Duration.ofMillis(10), Duration.ofSeconds(60)),
                    "How long hits wait for others to be recorded with them, while fewer wait than make a batch.")
            .byDefault("100ms")
            .example("1s");

    static final Setting<Duration> MAILTRACK_REPEAT_WINDOW = Setting.named(
                    "MAILTRACK_REPEAT_WINDOW",
                    Format.durationOrZero(Duration.ofDays(1)),
                    "How long after an open the next one by the same viewer is kept, but not counted as another read;"
                            + " 0 counts each. The longer, the more is looked up for each batch.")
            .byDefault("15m")
            .example("1h");

    static final Setting<Duration> MAILTRACK_STOP_TIMEOUT = Setting.named(
                    "MAILTRACK_STOP_TIMEOUT",
                    Format.duration(Duration.ofSeconds(1), Duration.ofSeconds(600)),
                    "How long the last hits are still recorded when Mailtrack stops.")
            .byDefault("10s")
            .example("30s");

    /// What every installation should think of.
    static final List<Setting<?>> ESSENTIAL =
            List.of(DATABASE_URL, BASE_URL, API_KEY, DASHBOARD_USERNAME, DASHBOARD_PASSWORD, SECRET_KEY);

    /// What many installations set.
    static final List<Setting<?>> COMMON = List.of(
            MAILTRACK_HOST,
            MAILTRACK_PORT,
            MAILTRACK_DATA_DIR,
            DISPLAY_TIMEZONE,
            TRUSTED_PROXY_CIDRS,
            MAILTRACK_OWN_ADDRESSES,
            MAILTRACK_CORS_ORIGINS,
            COOKIE_SECURE,
            MAILTRACK_SESSION_IDLE,
            MAILTRACK_SESSION_LIMIT,
            SMTP_SERVER,
            SMTP_PORT,
            SMTP_USERNAME,
            SMTP_PASSWORD,
            NOTIFICATION_EMAIL,
            FOLLOWUP_DAYS,
            MAILTRACK_GEOIP_CITY,
            MAILTRACK_GEOIP_COUNTRY,
            MAILTRACK_GEOIP_ASN,
            MAXMIND_LICENSE_KEY);

    /// What hardly anybody has to touch.
    static final List<Setting<?>> RARE = List.of(
            DEBUG,
            MAILTRACK_LOG_FORMAT,
            MAILTRACK_ENV_FILE,
            MAILTRACK_DATABASE_POOL,
            MAILTRACK_HITS_PER_SECOND,
            MAILTRACK_HITS_BURST,
            MAILTRACK_SPOOL_LIMIT,
            MAILTRACK_SPOOL_SYNC,
            MAILTRACK_BATCH_SIZE,
            MAILTRACK_FLUSH_INTERVAL,
            MAILTRACK_REPEAT_WINDOW,
            MAILTRACK_STOP_TIMEOUT);

    static final List<Setting<?>> ALL =
            Stream.of(ESSENTIAL, COMMON, RARE).<Setting<?>>flatMap(List::stream).toList();

    private static final List<String> NAMES = ALL.stream().map(Setting::name).toList();

    private KnownSettings() {}

    static boolean has(String name) {
        return NAMES.contains(name);
    }

    /// The setting that may have been meant by a name in upper case that does not exist.
    static Optional<String> meantBy(String name) {
        String withoutPrefix = name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
        return Stream.of(withoutPrefix, PREFIX + withoutPrefix)
                .filter(KnownSettings::has)
                .findFirst()
                .or(() -> Spelling.nearest(name, NAMES));
    }
}
