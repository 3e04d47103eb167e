package com.tachyonfuture.mailtrack.app.settings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsStaySecretTest {

    private static final String SECRET = "hunter2";

    @TempDir
    Path folder;

    @Test
    void noRecordPrintsThem() throws Exception {
        Map<String, String> environment = new LinkedHashMap<>();
        secretSettings().forEach(setting -> environment.put(setting.name(), SECRET));
        environment.put("DATABASE_URL", "jdbc:mysql://u:hunter2@h/db?trustCertificateKeyStorePassword=hunter2");
        String file = "API_KEY=hunter2\nDASHBOARD_PASSWORD='hunter2'";
        Files.writeString(folder.resolve(".env"), file);

        Settings settings = Settings.from(environment, folder);
        DotEnv dotEnv = DotEnvSyntax.parse(file, Map.of());

        assertThat(settings.toString()).contains("***").doesNotContain(SECRET);
        assertThat(settings.warnings().toString()).doesNotContain(SECRET);
        assertThat(dotEnv.toString()).contains("***").doesNotContain(SECRET);
        assertThat(Given.of(environment, dotEnv, ".env").all().toString())
                .contains("***")
                .doesNotContain(SECRET);
    }

    @ParameterizedTest
    @MethodSource("secretSettings")
    void noMessagePrintsASecretThatIsWrong(Setting<?> setting) {
        String tooLong = SECRET.repeat(2_000) + "\u00e4";

        SettingsException exception = catchThrowableOfType(
                SettingsException.class, () -> Settings.from(Map.of(setting.name(), tooLong), folder));

        assertThat(exception.problems()).singleElement().asString().startsWith(setting.name() + " is \"***\"");
        assertThat(printed(exception)).doesNotContain(SECRET);
    }

    static Stream<Setting<?>> secretSettings() {
        return KnownSettings.ALL.stream().filter(setting -> !setting.format().trimmed());
    }

    @Test
    void everySettingThatSoundsSecretIsTreatedSo() {
        assertThat(secretSettings().map(Setting::name))
                .containsExactlyInAnyOrder(
                        "API_KEY", "DASHBOARD_PASSWORD", "SECRET_KEY", "SMTP_PASSWORD", "MAXMIND_LICENSE_KEY");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        mysql://u:hunter2@h:3306                     | mysql://u:***@h:3306
        mysql+aiomysql://u:hunter2@h/db?ssl_ca=/x    | mysql+aiomysql://u:***@h/db?ssl_ca=/x
        mysql://u:hun@ter2@h:3306/                   | mysql://u:***@h:3306/
        mysql://u:hunter2/@:?#@h                     | mysql://u:***@h
        mysql://u%3Ahunter2@h                        | mysql://u:***@h
        mysql://:hunter2@h                           | mysql://:***@h
        mysql://u:hunter2                            | mysql://u:***
        mysql://u:hunter2/db                         | mysql://u:***
        mysql://u:hunter2?a=b                        | mysql://u:***
        mysql://h:3306/?user=u&password=hunter2      | mysql://h:3306/?user=u&password=***
        mysql://h:3306?PassWord=hunter2@hunter2&a=b  | mysql://h:3306?PassWord=***&a=b
        mysql://u:hunter2@h?password=hunter2@x       | mysql://u:***@h?password=***
        mysql://h?p%61ssword=hunter2&a=b             | mysql://h?p%61ssword=***&a=b
        mysql://u@h/?sslKeyPassword=hunter2          | mysql://u@h/?sslKeyPassword=***
        mysql://(host=h,user=u,password=hunter2)/db  | mysql://(host=h,user=u,password=***
        mysql://address=(user=u)(password=hunter2)/d | mysql://address=(user=u)(password=***
        u:hunter2@h/db                               | ***
        hunter2                                      | ***
        root:hunter2://h                             | ***
        jdbc:mysql:u:hunter2@h/db                    | ***
        http://u:hunter2@h/                          | http://u:***@h/
        """)
    void passwordsInUrlsAreMasked(String text, String masked) {
        assertThat(UrlMask.mask(text)).isEqualTo(masked).doesNotContain(SECRET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mysql://u:hunter2@h",
                "mysql://u:hunter2@h:x/db",
                "mysql://u:hunter2",
                "postgres://u:hunter2@h/db",
                "u:hunter2@h/db",
                "hunter2",
                "jdbc:mysql://u:%hunter2@h/db",
                "mysql://h/db?password=hunter2",
                "mysql://u:hunter2@h/db?ssl_ca=x",
                "mysql://u:hunter2@h/db?ssl_key_password=hunter2",
                "mysql://u:hunter2@h1,u:hunter2@h2/db",
                "jdbc:mysql://u:hunter2@h/db?serverTimezone=x"
            })
    void noMessagePrintsThePasswordOfADatabaseUrlThatIsWrong(String url) {
        Throwable exception = catchThrowable(() -> Settings.from(Map.of("DATABASE_URL", url), folder));

        assertThat(exception).isInstanceOf(SettingsException.class).hasMessageContaining("DATABASE_URL is \"");
        assertThat(printed(exception)).doesNotContain(SECRET);
        assertThat(printed(catchThrowable(() -> DatabaseUrl.parse(url)))).doesNotContain(SECRET);
    }

    @Test
    void noMessagePrintsAPasswordInABaseUrl() {
        Throwable exception = catchThrowable(() -> Settings.from(Map.of("BASE_URL", "https://u:hunter2@h/"), folder));

        assertThat(exception).hasMessageContaining("https://u:***@h/");
    }

    /// Whatever the input, the start ends in sentences and in no other exception.
    @Test
    void nothingButSentencesComesOfBadInput() throws Exception {
        Random random = new Random(42);
        String[] pieces = {
            "mysql",
            "jdbc:",
            "://",
            "u",
            ":hunter2",
            "@",
            "h",
            ",",
            "[::1]",
            "[",
            "]",
            ":3306",
            ":99999",
            "/db",
            "/",
            "?",
            "&",
            "=",
            "#",
            "%",
            "%4",
            "%40",
            "+",
            "${",
            "}",
            ":-",
            "'",
            "\"",
            "\\",
            "\n",
            " ",
            "(",
            ")",
            "\uD83D",
            "\u0000",
            "10.0.0.0/8",
            "ssl=true",
            "true",
            "~",
            "http",
            "\uFEFF",
            "9999999999999"
        };
        for (int round = 0; round < 300; round++) {
            Map<String, String> environment = new LinkedHashMap<>();
            StringBuilder file = new StringBuilder();
            for (Setting<?> setting : KnownSettings.ALL) {
                String value = sentence(random, pieces);
                if (random.nextBoolean()) {
                    file.append(setting.name()).append('=').append(value).append('\n');
                } else if (!setting.equals(KnownSettings.MAILTRACK_ENV_FILE)) {
                    environment.put(setting.name(), value);
                }
            }
            Files.write(folder.resolve(".env"), file.toString().getBytes(UTF_8));

            Throwable thrown = catchThrowable(() -> Settings.from(environment, folder));

            assertThat(thrown).as("%s %s", environment, file).isInstanceOf(SettingsException.class);
        }
    }

    private static String sentence(Random random, String... pieces) {
        StringBuilder sentence = new StringBuilder();
        for (int i = random.nextInt(8); i >= 0; i--) {
            sentence.append(pieces[random.nextInt(pieces.length)]);
        }
        return sentence.toString();
    }

    private static String printed(Throwable exception) {
        StringWriter text = new StringWriter();
        exception.printStackTrace(new PrintWriter(text));
        return text + exception.toString();
    }
}
