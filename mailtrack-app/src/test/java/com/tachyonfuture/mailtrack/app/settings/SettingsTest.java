package com.tachyonfuture.mailtrack.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.tachyonfuture.mailtrack.domain.access.SessionLimits;
import com.tachyonfuture.mailtrack.domain.recording.HitPace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    @TempDir
    Path folder;

    @Test
    void recordedDefaults() {
        Settings settings = Settings.from(Map.of(), folder);

        assertThat(settings)
                .isEqualTo(new Settings(
                        folder.resolve("data"),
                        new Settings.Server(
                                "127.0.0.1",
                                8000,
                                Optional.empty(),
                                List.of(
                                        "127.0.0.1/32",
                                        "::1/128",
                                        "10.0.0.0/8",
                                        "172.16.0.0/12",
                                        "192.168.0.0/16",
                                        "fc00::/7")),
                        new Settings.Database(Optional.empty(), 10),
                        new Settings.Api(Optional.empty(), List.of()),
                        new Settings.Owner(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                new SessionLimits(Duration.ofDays(7), Duration.ofDays(30)),
                                ZoneId.of("UTC"),
                                List.of()),
                        new Settings.Recording(
                                5_000_000,
                                SpoolSync.ALWAYS,
                                8_000,
                                Duration.ofMillis(100),
                                Duration.ofMinutes(15),
                                Duration.ofSeconds(10),
                                Optional.of(new HitPace(60, 600))),
                        new Settings.Mail(Optional.empty(), 587, Optional.empty(), Optional.empty(), List.of(), 0),
                        new Settings.Places(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                        new Settings.Logging(false, LogFormat.JSON),
                        List.of(),
                        List.of()));
    }

    @Test
    void fullExplicitMapping() {
        Map<String, String> everything = Map.ofEntries(
                Map.entry("API_KEY", "a-key-of-enough-letters"),
                Map.entry("BASE_URL", "https://mail.example.org/track/"),
                Map.entry("COOKIE_SECURE", "false"),
                Map.entry("DASHBOARD_PASSWORD", " pass word "),
                Map.entry("DASHBOARD_USERNAME", "owner"),
                Map.entry("DATABASE_URL", "mysql+aiomysql://u:p@db:3306/mailtrack"),
                Map.entry("DEBUG", "true"),
                Map.entry("DISPLAY_TIMEZONE", "Europe/Vienna"),
                Map.entry("FOLLOWUP_DAYS", "5"),
                Map.entry("MAILTRACK_BATCH_SIZE", "200"),
                Map.entry("MAILTRACK_CORS_ORIGINS", "https://a.example, moz-extension://0-1-2"),
                Map.entry("MAILTRACK_DATABASE_POOL", "20"),
                Map.entry("MAILTRACK_DATA_DIR", "/var/lib/mailtrack"),
                Map.entry("MAILTRACK_FLUSH_INTERVAL", "1s"),
                Map.entry("MAILTRACK_GEOIP_ASN", "/geoip/asn.mmdb"),
                Map.entry("MAILTRACK_GEOIP_CITY", "city.mmdb"),
                Map.entry("MAILTRACK_GEOIP_COUNTRY", "/geoip/country.mmdb"),
                Map.entry("MAILTRACK_HITS_BURST", "90"),
                Map.entry("MAILTRACK_HITS_PER_SECOND", "30"),
                Map.entry("MAILTRACK_HOST", "0.0.0.0"),
                Map.entry("MAILTRACK_LOG_FORMAT", "json"),
                Map.entry("MAILTRACK_OWN_ADDRESSES", "203.0.113.17 2001:db8:17::/48"),
                Map.entry("MAILTRACK_PORT", "9000"),
                Map.entry("MAILTRACK_REPEAT_WINDOW", "0"),
                Map.entry("MAILTRACK_SESSION_IDLE", "12h"),
                Map.entry("MAILTRACK_SESSION_LIMIT", "2d"),
                Map.entry("MAILTRACK_SPOOL_LIMIT", "2000"),
                Map.entry("MAILTRACK_SPOOL_SYNC", "interval"),
                Map.entry("MAILTRACK_STOP_TIMEOUT", "1m"),
                Map.entry("MAXMIND_LICENSE_KEY", "maxmind"),
                Map.entry("NOTIFICATION_EMAIL", "a@example.org,b@example.org"),
                Map.entry("SECRET_KEY", "a-secret-of-enough-letters"),
                Map.entry("SMTP_PASSWORD", "p#w"),
                Map.entry("SMTP_PORT", "25"),
                Map.entry("SMTP_SERVER", "smtp.example.org"),
                Map.entry("SMTP_USERNAME", "alerts"),
                Map.entry("TRUSTED_PROXY_CIDRS", "[\"10.1.2.3\", \"fd00::/8\"]"));

        Settings settings = Settings.from(everything, folder);

        assertThat(everything.keySet())
                .as("every setting but the one that names the file")
                .containsExactlyInAnyOrderElementsOf(KnownSettings.ALL.stream()
                        .map(Setting::name)
                        .filter(name -> !name.equals("MAILTRACK_ENV_FILE"))
                        .toList());
        assertThat(settings)
                .isEqualTo(new Settings(
                        Path.of("/var/lib/mailtrack"),
                        new Settings.Server(
                                "0.0.0.0",
                                9000,
                                Optional.of("https://mail.example.org/track"),
                                List.of("10.1.2.3/32", "fd00::/8")),
                        new Settings.Database(
                                Optional.of(DatabaseUrl.parse("mysql+aiomysql://u:p@db:3306/mailtrack")), 20),
                        new Settings.Api(
                                Optional.of(Secret.of("a-key-of-enough-letters")),
                                List.of("https://a.example", "moz-extension://0-1-2")),
                        new Settings.Owner(
                                Optional.of("owner"),
                                Optional.of(Secret.of(" pass word ")),
                                Optional.of(Secret.of("a-secret-of-enough-letters")),
                                Optional.of(false),
                                new SessionLimits(Duration.ofHours(12), Duration.ofDays(2)),
                                ZoneId.of("Europe/Vienna"),
                                List.of("203.0.113.17/32", "2001:db8:17::/48")),
                        new Settings.Recording(
                                2_000,
                                SpoolSync.INTERVAL,
                                200,
                                Duration.ofSeconds(1),
                                Duration.ZERO,
                                Duration.ofMinutes(1),
                                Optional.of(new HitPace(30, 90))),
                        new Settings.Mail(
                                Optional.of("smtp.example.org"),
                                25,
                                Optional.of("alerts"),
                                Optional.of(Secret.of("p#w")),
                                List.of("a@example.org", "b@example.org"),
                                5),
                        new Settings.Places(
                                Optional.of(folder.resolve("city.mmdb")),
                                Optional.of(Path.of("/geoip/country.mmdb")),
                                Optional.of(Path.of("/geoip/asn.mmdb")),
                                Optional.of(Secret.of("maxmind"))),
                        new Settings.Logging(true, LogFormat.JSON),
                        List.of(),
                        List.of(
                                "SMTP_SERVER",
                                "SMTP_PORT",
                                "SMTP_USERNAME",
                                "SMTP_PASSWORD",
                                "NOTIFICATION_EMAIL",
                                "FOLLOWUP_DAYS")));
    }

    @Test
    void thePythonServicesFileWorksAsItIs() throws IOException {
        write(".env", """
            # Mailtrack
            api_key=k-123
            database_url="mysql+aiomysql://mailtrack:p%40ss#1@127.0.0.1:3306/mailtrack?charset=utf8mb4"
            DASHBOARD_USERNAME=admin
            DASHBOARD_PASSWORD='geheim #1'
            SECRET_KEY=abc#def-0123456789 # not for others
            BASE_URL=https://mailtrack.example.org/
            DEBUG=False
            SOMETHING_ELSE=1
            SMTP_PORT=587
            """);

        Settings settings = Settings.from(Map.of(), folder);

        assertThat(settings.api().key()).contains(Secret.of("k-123"));
        assertThat(settings.database().url().orElseThrow().password()).isEqualTo(Secret.of("p@ss#1"));
        assertThat(settings.owner().password()).contains(Secret.of("geheim #1"));
        assertThat(settings.owner().secretKey()).contains(Secret.of("abc#def-0123456789"));
        assertThat(settings.owner().cookieSecure()).isEmpty();
        assertThat(settings.server().baseUrl(1)).isEqualTo("https://mailtrack.example.org");
        assertThat(settings.notActedOn()).containsExactly("SMTP_PORT");
        assertThat(settings.warnings()).singleElement().asString().startsWith("API_KEY has fewer than 16 characters");
    }

    @Test
    void aSecretKeyThatMayBeGuessedIsWarnedOf() {
        assertThat(Settings.from(Map.of("SECRET_KEY", "short"), folder).warnings())
                .singleElement()
                .asString()
                .startsWith("SECRET_KEY has fewer than 16 characters")
                .doesNotContain("short");
    }

    @Test
    void zeroHitsASecondMeansThatNobodyIsLimited() {
        assertThat(Settings.from(Map.of("MAILTRACK_HITS_PER_SECOND", "0", "MAILTRACK_HITS_BURST", "5"), folder)
                        .recording()
                        .pace())
                .isEmpty();
    }

    @Test
    void aSessionMayNotEndBeforeItIsIdle() {
        assertThatThrownBy(() ->
                        Settings.from(Map.of("MAILTRACK_SESSION_IDLE", "2h", "MAILTRACK_SESSION_LIMIT", "1h"), folder))
                .hasMessageContaining("MAILTRACK_SESSION_LIMIT is shorter than MAILTRACK_SESSION_IDLE");
    }

    @Nested
    class Precedence {

        @Test
        void theEnvironmentWinsOverTheFileInAnyCase() throws IOException {
            write(".env", "MAILTRACK_PORT=1\nMAILTRACK_HOST=h1");

            Settings.Server server =
                    Settings.from(Map.of("mailtrack_port", "2"), folder).server();

            assertThat(server.port()).isEqualTo(2);
            assertThat(server.host()).isEqualTo("h1");
        }

        @Test
        void upperCaseWinsOverOtherCasesWhereverItStands() throws IOException {
            write(".env", "MAILTRACK_PORT=1\nMailtrack_Port=2");

            assertThat(port(Map.of())).isEqualTo(1);
            assertThat(port(Map.of("mailtrack_port", "3", "MAILTRACK_PORT", "4", "MAILTRACK_Port", "5")))
                    .isEqualTo(4);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " ", "\t\n"})
        void blankCountsAsAbsentAndHidesNothing(String blank) throws IOException {
            write(".env", "MAILTRACK_PORT=1\nDEBUG=\nAPI_KEY=''");

            Settings settings = Settings.from(Map.of("MAILTRACK_PORT", blank, "DATABASE_URL", blank), folder);

            assertThat(settings.server().port()).isEqualTo(1);
            assertThat(settings.database().url()).isEmpty();
            assertThat(settings.logging().debug()).isFalse();
            assertThat(settings.api().key()).isEmpty();
        }

        @Test
        void whiteSpaceAroundAValueIsDroppedButKeptInSecrets() {
            Settings settings = Settings.from(Map.of("MAILTRACK_PORT", " 9 \n", "DASHBOARD_PASSWORD", " 9 "), folder);

            assertThat(settings.server().port()).isEqualTo(9);
            assertThat(settings.owner().password()).contains(Secret.of(" 9 "));
        }

        private int port(Map<String, String> environment) {
            return Settings.from(environment, folder).server().port();
        }
    }

    @Nested
    class TheFile {

        @Test
        void mayHaveAnotherName() throws IOException {
            write(".env", "MAILTRACK_PORT=1");
            write("other", "MAILTRACK_PORT=2");

            assertThat(Settings.from(Map.of("mailtrack_env_file", "other"), folder)
                            .server()
                            .port())
                    .isEqualTo(2);
        }

        @Test
        void mustExistWhereItIsNamed() {
            assertThat(problems(Map.of("MAILTRACK_ENV_FILE", "other")))
                    .singleElement()
                    .asString()
                    .startsWith(
                            "MAILTRACK_ENV_FILE is \"other\" (the environment): it does not exist; allowed: a path");
        }

        @Test
        void mustNotBeAFolder() throws IOException {
            Files.createDirectory(folder.resolve(".env"));

            assertThat(problems(Map.of())).containsExactly(folder.resolve(".env") + " cannot be used: it is a folder.");
        }

        @Test
        void mustBeUtf8() throws IOException {
            Files.write(folder.resolve(".env"), new byte[] {'A', '=', (byte) 0xE4});

            assertThat(problems(Map.of()))
                    .containsExactly(folder.resolve(".env") + " cannot be used: it is not UTF-8 text.");
        }

        @Test
        void mayHaveOneMebibyteAndNoMore() throws IOException {
            write(".env", "#".repeat(1 << 20));
            assertThat(Settings.from(Map.of(), folder).warnings()).isEmpty();

            write(".env", "#".repeat((1 << 20) + 1));
            assertThat(problems(Map.of()))
                    .containsExactly(folder.resolve(".env") + " cannot be used: it is larger than 1 MiB.");
        }

        @Test
        void stopsTheStartWhereALineWouldLoseAValue() throws IOException {
            write(".env", "DEBUG=true\nDATABASE_URL=\"mysql://u:hush@h/db\nMAILTRACK_PORT=9");

            assertThat(problems(Map.of()))
                    .singleElement()
                    .asString()
                    .startsWith("line 2 of " + folder.resolve(".env") + " is not NAME=value")
                    .doesNotContain("hush");
        }

        @Test
        void isWarnedOfWhatIsOddInIt() throws IOException {
            write(".env", """
                hello there
                API_KEYS=abcdefghijklmnopqrstuvwxyz
                SMTP_USERNAME= # later
                MAILTRACK_ENV_FILE=x
                PATH=/bin
                """);

            assertThat(Settings.from(Map.of(), folder).warnings())
                    .satisfiesExactlyInAnyOrder(
                            warning ->
                                    assertThat(warning).startsWith("line 1 of ").contains("is ignored"),
                            warning -> assertThat(warning)
                                    .startsWith("API_KEYS (line 2 of ")
                                    .endsWith("is not a setting; did you mean API_KEY?"),
                            warning -> assertThat(warning).startsWith("SMTP_USERNAME begins with # (line 3 of "),
                            warning -> assertThat(warning)
                                    .startsWith("MAILTRACK_ENV_FILE counts only in the environment"));
        }
    }

    @Nested
    class Problems {

        @Test
        void areAllNamedAtOnceWithValuePlaceAndWhatIsAllowed() throws IOException {
            write(".env", "\nMAILTRACK_PORT=99999\nMAILTRACK_BATCH_SIZE=many");

            SettingsException exception = catchThrowableOfType(
                    SettingsException.class, () -> Settings.from(Map.of("DEBUG", "perhaps"), folder));

            Path file = folder.resolve(".env");
            assertThat(exception.problems())
                    .containsExactlyInAnyOrder(
                            "MAILTRACK_PORT is \"99999\" (line 2 of " + file
                                    + "); allowed: a whole number from 0 to 65535.",
                            "MAILTRACK_BATCH_SIZE is \"many\" (line 3 of " + file
                                    + "); allowed: a whole number from 1 to 10000.",
                            "DEBUG is \"perhaps\" (the environment); allowed: `true` or `false` (also yes/no, on/off, "
                                    + "1/0, in any case).");
            assertThat(exception)
                    .hasMessageStartingWith("Mailtrack cannot start, because 3 settings are not right:\n  - ")
                    .hasNoCause();
            assertThat(exception.getStackTrace()).isEmpty();
        }

        @Test
        void stayOnOneLineOfReadableLength() {
            assertThat(problems(Map.of("MAILTRACK_PORT", "1\n2" + "\uD83D\uDCE7".repeat(500))))
                    .singleElement()
                    .asString()
                    .startsWith("MAILTRACK_PORT is \"1?2")
                    .contains("...\" (the environment)")
                    .hasSizeLessThan(300);
        }

        @Test
        void includeValuesThatThisVersionDoesNothingWith() {
            assertThat(problems(Map.of("SMTP_PORT", "0", "FOLLOWUP_DAYS", "-1", "NOTIFICATION_EMAIL", "me")))
                    .hasSize(3);
        }

        @ParameterizedTest
        @CsvSource({
            "MAILTRACK_PROT, did you mean MAILTRACK_PORT?",
            "mailtrack_prot, did you mean MAILTRACK_PORT?",
            "MAILTRACK_BATCHSIZE, did you mean MAILTRACK_BATCH_SIZE?",
            "MAILTRACK_API_KEY, did you mean API_KEY?",
            "MAILTRACK_DATABASE_URL, did you mean DATABASE_URL?",
            "MAILTRACK_FROBNICATE, docs/configuration.md lists all there are.",
        })
        void includeNamesThatBeginLikeOursAndDoNotExist(String name, String question) {
            assertThat(problems(Map.of(name, "hush")))
                    .containsExactly(name + " (the environment) is not a setting; " + question);
        }

        @Test
        void leaveOtherProgramsNamesAndThoseOfOurTestsAlone() {
            Settings settings = Settings.from(
                    Map.of("PORT", "x", "API_KEYS", "x", "MAILTRACK_TEST_DATABASE_URL", "x", "MAILTRACKER", "x"),
                    folder);

            assertThat(settings.warnings()).isEmpty();
        }
    }

    @Nested
    class BaseUrl {

        @ParameterizedTest
        @CsvSource({
            "127.0.0.1, 8000, http://127.0.0.1:8000",
            "0.0.0.0, 80, http://127.0.0.1:80",
            "::, 8000, http://[::1]:8000",
            "::1, 8000, http://[::1]:8000",
            "[fd00::2], 8000, http://[fd00::2]:8000",
            "mail.local, 8000, http://mail.local:8000",
        })
        void isMadeOfHostAndBoundPort(String host, int port, String url) {
            assertThat(Settings.from(Map.of("MAILTRACK_HOST", host, "MAILTRACK_PORT", "0"), folder)
                            .server()
                            .baseUrl(port))
                    .isEqualTo(url);
        }

        @Test
        void isMissedWhereADatabaseIsConfigured() {
            assertThat(Settings.from(Map.of("DATABASE_URL", "mysql://u:p@h/db"), folder)
                            .warnings())
                    .singleElement()
                    .asString()
                    .startsWith("BASE_URL is not set");
        }
    }

    @ParameterizedTest
    @CsvSource({"true,, TEXT", "false,, JSON", ",, JSON", "true, json, JSON", "false, TEXT, TEXT"})
    void debuggingMeansReadableLinesUnlessAFormatIsSet(String debug, String format, LogFormat expected) {
        Map<String, String> environment = new HashMap<>();
        Optional.ofNullable(debug).ifPresent(value -> environment.put("DEBUG", value));
        Optional.ofNullable(format).ifPresent(value -> environment.put("MAILTRACK_LOG_FORMAT", value));

        assertThat(Settings.from(environment, folder).logging().format()).isEqualTo(expected);
    }

    @Test
    void everySettingIsInOneGroupAndHasAllThatTheDocumentationNeeds() throws IllegalAccessException {
        List<Object> declared = new ArrayList<>();
        for (var field : KnownSettings.class.getDeclaredFields()) {
            if (field.getType() == Setting.class) {
                declared.add(field.get(null));
            }
        }

        assertThat(KnownSettings.ALL).doesNotHaveDuplicates().hasSameElementsAs(cast(declared));
        assertThat(KnownSettings.ALL).allSatisfy(setting -> {
            assertThat(setting.meaning()).endsWith(".");
            assertThat(setting.format().allowed()).isNotBlank();
            assertThat(exampleValue(setting)).isNotNull();
        });
    }

    private static List<Setting<?>> cast(List<Object> settings) {
        return settings.stream()
                .<Setting<?>>map(setting -> (Setting<?>) setting)
                .toList();
    }

    /// Examples are lines of `.env`, quotes included.
    private static Object exampleValue(Setting<?> setting) {
        DotEnv dotEnv = DotEnvSyntax.parse(setting.name() + "=" + setting.example(), Map.of());
        return setting.format().read(dotEnv.assignments().getFirst().value().reveal());
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private List<String> problems(Map<String, String> environment) {
        return catchThrowableOfType(SettingsException.class, () -> Settings.from(environment, folder))
                .problems();
    }

    @Test
    void charactersThatTheLocaleMangledAreNotTakenForThePassword(@TempDir Path folder) {
        assertThatThrownBy(() -> Settings.from(Map.of("DASHBOARD_PASSWORD", "gr\uFFFD\uFFFDn"), folder))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("DASHBOARD_PASSWORD")
                .hasMessageContaining("LC_ALL=C.UTF-8");
    }
}
