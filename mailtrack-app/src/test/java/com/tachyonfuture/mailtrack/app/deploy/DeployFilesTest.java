package com.tachyonfuture.mailtrack.app.deploy;

import static com.tachyonfuture.mailtrack.app.deploy.DeployFolder.ROOT;
import static com.tachyonfuture.mailtrack.app.deploy.DeployFolder.groups;
import static com.tachyonfuture.mailtrack.app.deploy.DeployFolder.keysBelow;
import static com.tachyonfuture.mailtrack.app.deploy.DeployFolder.knownSettings;
import static com.tachyonfuture.mailtrack.app.deploy.DeployFolder.lines;
import static com.tachyonfuture.mailtrack.app.deploy.DeployFolder.names;
import static com.tachyonfuture.mailtrack.app.deploy.DeployFolder.nginxBlock;
import static com.tachyonfuture.mailtrack.app.deploy.DeployFolder.text;
import static com.tachyonfuture.mailtrack.app.deploy.DeployFolder.unit;
import static com.tachyonfuture.mailtrack.app.deploy.DeployFolder.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.app.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What operators copy to their machines fits the program and the documents.
class DeployFilesTest {

    private static final String HOME = "/opt/mailtrack/";

    @TempDir
    Path folder;

    /// A stop may take the timeout twice, and then everything is still to be closed.
    private Duration longestStop() {
        Settings defaults = Settings.from(Map.of(), folder);
        return defaults.recording().stopTimeout().multipliedBy(2).plusSeconds(10);
    }

    @Nested
    class TheExampleOfSettings {

        private static final String FILE = "deploy/.env.example";

        @Test
        void isValidAsItIs() throws IOException {
            Files.writeString(folder.resolve(".env"), text(FILE));

            Settings settings = Settings.from(Map.of(), folder);

            assertThat(settings.warnings()).isEmpty();
            assertThat(settings.database().url()).isPresent();
            assertThat(settings.server().configuredBaseUrl()).hasValue("https://mailtrack.example.org");
        }

        @Test
        void isValidWithEverythingThatIsCommentedOut() throws IOException {
            String everything = text(FILE).replaceAll("(?m)^#([A-Z][A-Z_]+=)", "$1");
            Files.writeString(folder.resolve(".env"), everything);

            Settings settings = Settings.from(Map.of(), folder);

            assertThat(settings.warnings()).isEmpty();
            assertThat(settings.api().key()).isPresent();
        }

        @Test
        void namesOnlySettingsThatThereAreAndEachOnce() throws IOException {
            assertThat(names(text(FILE)))
                    .contains("DATABASE_URL", "BASE_URL", "API_KEY", "DASHBOARD_PASSWORD", "TRUSTED_PROXY_CIDRS")
                    .doesNotHaveDuplicates()
                    .isSubsetOf(knownSettings());
        }

        @Test
        void holdsNoSecretThatCouldBeLeftAsItIs() throws IOException {
            assertThat(lines(FILE)).noneMatch(line -> line.matches("(API_KEY|DASHBOARD_PASSWORD|SECRET_KEY)=.*"));
        }
    }

    @Nested
    class TheUnit {

        private static final String FILE = "deploy/mailtrack.service";

        @Test
        void startsWhatTheGuideInstalls() throws IOException {
            Map<String, String> unit = unit(FILE);
            String guide = text("docs/operate/install.md");

            assertThat(unit)
                    .containsEntry("WorkingDirectory", "/opt/mailtrack")
                    .containsEntry(
                            "ExecStart", "/usr/bin/java @" + HOME + "jvm.options -jar " + HOME + "mailtrack.jar");
            assertThat(guide)
                    .contains(
                            "mailtrack-app/target/mailtrack.jar deploy/jvm.options /opt/mailtrack/",
                            "deploy/.env.example /opt/mailtrack/.env",
                            "useradd --system --home-dir /opt/mailtrack --shell /usr/sbin/nologin " + unit.get("User"),
                            "deploy/mailtrack.service /etc/systemd/system/");
            assertThat(ROOT.resolve("deploy/jvm.options")).isRegularFile();
        }

        @Test
        void leavesSettingsToTheFileThatTheProgramReadsItself() throws IOException {
            assertThat(unit(FILE)).doesNotContainKey("EnvironmentFile");
        }

        @Test
        void keepsDataWhereSystemdMakesRoomForThem() throws IOException {
            Map<String, String> unit = unit(FILE);

            List<String> variables = unit.get("Environment")
                    .lines()
                    .map(variable -> variable.replaceFirst("=.*", ""))
                    .filter(name -> !name.equals("LC_ALL"))
                    .toList();

            assertThat(unit.get("Environment")).contains("MAILTRACK_DATA_DIR=/var/lib/" + unit.get("StateDirectory"));
            assertThat(unit).containsEntry("ProtectSystem", "strict");
            assertThat(variables).isSubsetOf(knownSettings());
        }

        @Test
        void triesAgainUnlessASettingIsWrong() throws IOException {
            assertThat(unit(FILE)).containsEntry("Restart", "always").containsEntry("RestartPreventExitStatus", "78");
            assertThat(text("docs/operate/health-and-logs.md")).contains("| 78 | a setting is wrong |");
        }

        @Test
        void givesTheLastHitsTheTimeThatTheyMayTake() throws IOException {
            Duration timeout = Duration.ofSeconds(Long.parseLong(unit(FILE).get("TimeoutStopSec")));

            assertThat(timeout).isGreaterThan(longestStop());
        }

        @Test
        void letsTheProgramDoLittleButCompile() throws IOException {
            assertThat(unit(FILE))
                    .containsEntry("User", "mailtrack")
                    .containsEntry("NoNewPrivileges", "true")
                    .containsEntry("CapabilityBoundingSet", "")
                    .containsEntry("SystemCallFilter", "@system-service\n~@privileged @resources")
                    .doesNotContainKey("MemoryDenyWriteExecute");
        }

        @Test
        void waitsForTheNetworkButForNoDatabase() throws IOException {
            Map<String, String> unit = unit(FILE);

            assertThat(unit).containsEntry("After", "network-online.target").doesNotContainKeys("Requires", "BindsTo");
        }
    }

    @Nested
    class TheNginxSite {

        private static final String FILE = "deploy/nginx/mailtrack.conf";

        @Test
        void saysWhoTheReaderIsAndHowHeCame() throws IOException {
            assertThat(text(FILE).replaceAll(" +", " "))
                    .contains(
                            "proxy_set_header Host $host;",
                            "proxy_set_header X-Real-IP $remote_addr;",
                            "proxy_set_header X-Forwarded-For $remote_addr;",
                            "proxy_set_header X-Forwarded-Proto $scheme;");
        }

        /// A header in a location would replace all that stand above it.
        @Test
        void saysSoInEveryLocation() throws IOException {
            String site = text(FILE);

            assertThat(nginxBlock(site, "location /")).doesNotContain("proxy_set_header");
            assertThat(nginxBlock(site, "location ^~ /p/")).doesNotContain("proxy_set_header");
        }

        @Test
        void takesPixelsFromNoCacheAndNamesNoReaderInItsLog() throws IOException {
            assertThat(nginxBlock(text(FILE), "location ^~ /p/"))
                    .contains("proxy_cache off;", "proxy_no_cache 1;", "proxy_cache_bypass 1;", "access_log off;");
        }

        @Test
        void forwardsToWhereTheProgramListens() throws IOException {
            Settings.Server defaults = Settings.from(Map.of(), folder).server();

            assertThat(nginxBlock(text(FILE), "upstream mailtrack"))
                    .contains("server " + defaults.host() + ":" + defaults.port() + ";");
        }

        @Test
        void leavesSecurityHeadersToTheProgram() throws IOException {
            assertThat(lines(FILE)).noneMatch(line -> line.contains("add_header Strict-Transport-Security"));
        }

        @Test
        void letsRefusalsOfLargeBodiesComeFromTheProgram() throws IOException {
            assertThat(text(FILE)).contains("client_max_body_size 2m;");
            assertThat(text("docs/api/README.md")).contains("| body | 1 MiB | 413 |");
        }
    }

    @Nested
    class NginxProxyManagersGuide {

        @Test
        void keepsPixelsOutOfTheCacheEvenWhereAssetsAreCached() throws IOException {
            String guide = text("docs/operate/nginx-proxy-manager.md");

            assertThat(guide).contains("| Cache Assets | **off** |", "| Block Common Exploits | on |");
            assertThat(nginxBlock(guide, "location ^~ /p/"))
                    .contains(
                            "proxy_no_cache 1;",
                            "add_header Cache-Control \"no-cache, no-store, must-revalidate\" always;",
                            "add_header Pragma \"no-cache\" always;",
                            "add_header Expires \"0\" always;",
                            "include conf.d/include/proxy.conf;");
        }
    }

    @Nested
    class TheImage {

        private static final String FILE = "deploy/Dockerfile";
        private static final Pattern COPIED = Pattern.compile("(?m)^COPY (deploy/\\S+) ");

        @Test
        void runsWithTheOptionsThatWeShip() throws IOException {
            assertThat(text(FILE))
                    .contains("COPY deploy/jvm.options ./jvm.options")
                    .contains("ENTRYPOINT [\"java\", \"@/opt/mailtrack/jvm.options\", \"-jar\", "
                            + "\"/opt/mailtrack/mailtrack.jar\"]");
        }

        @Test
        void copiesOnlyWhatThereIsAndWhatMayEnterTheBuild() throws IOException {
            List<String> let = lines(".dockerignore").toList();

            assertThat(groups(COPIED, text(FILE)))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(ROOT.resolve(file)).isRegularFile())
                    .allSatisfy(file -> assertThat(let).contains("!" + file));
            assertThat(let).first().isEqualTo("*");
        }

        @Test
        void setsOnlySettingsThatThereAre() throws IOException {
            Pattern setting = Pattern.compile("(MAILTRACK_[A-Z_]+)=");

            assertThat(groups(setting, text(FILE)))
                    .contains("MAILTRACK_HOST", "MAILTRACK_DATA_DIR")
                    .isSubsetOf(knownSettings());
        }

        @Test
        void isNotRunByRootAndKnowsWhetherItIsWell() throws IOException {
            assertThat(text(FILE))
                    .containsPattern("(?m)^USER [1-9][0-9]*:[1-9][0-9]*$")
                    .contains("CMD [\"/opt/mailtrack/healthy.sh\"]");
            assertThat(ROOT.resolve("deploy/docker/healthy.sh")).isExecutable();
        }

        /// In containers, Java must be the version that the build asks for.
        @Test
        void isBuiltAndRunByOneJava() throws IOException {
            assertThat(groups(Pattern.compile("(?m)^FROM .*eclipse-temurin[:-]([0-9]+)"), text(FILE)))
                    .containsExactly("25", "25");
        }
    }

    @Nested
    class Compose {

        private static final String FILE = "deploy/compose.yaml";

        @Test
        void bringsMysqlAndWaitsUntilItIsWell() throws IOException {
            Map<String, String> compose = yaml(FILE);

            assertThat(compose)
                    .containsEntry("services.mysql.image", "mysql:8.4")
                    .containsEntry("services.mailtrack.depends_on.mysql.condition", "service_healthy")
                    .containsEntry("services.mailtrack.build.dockerfile", "deploy/Dockerfile");
            assertThat(compose.get("services.mysql.healthcheck.test")).contains("SELECT 1");
        }

        @Test
        void setsOnlySettingsThatThereAre() throws IOException {
            assertThat(keysBelow(yaml(FILE), "services.mailtrack.environment"))
                    .contains("DATABASE_URL", "MAILTRACK_HOST")
                    .isSubsetOf(knownSettings());
        }

        @Test
        void givesTheProgramSettingsThatItTakes() throws IOException {
            String environment = "services.mailtrack.environment.";
            Map<String, String> compose = yaml(FILE);
            String url = compose.get(environment + "DATABASE_URL").replaceAll("\\$\\{[^}]*}", "secret");

            Settings settings = Settings.from(
                    Map.of(
                            "DATABASE_URL",
                            url,
                            "MAILTRACK_HOST",
                            compose.get(environment + "MAILTRACK_HOST"),
                            "MAILTRACK_PORT",
                            compose.get(environment + "MAILTRACK_PORT"),
                            "BASE_URL",
                            "https://mailtrack.example.org"),
                    folder);

            assertThat(settings.warnings()).isEmpty();
            assertThat(compose)
                    .containsEntry(
                            "services.mailtrack.ports",
                            "127.0.0.1:8000:" + settings.server().port());
        }

        @Test
        void asksForNothingThatItsExampleLacks() throws IOException {
            List<String> asked = groups(Pattern.compile("(?<!\\$)\\$\\{([A-Z_]+)"), text(FILE));

            assertThat(asked).isNotEmpty();
            assertThat(names(text("deploy/compose.env.example"))).containsAll(asked);
        }

        @Test
        void hasAnExampleWithOnlySettingsThatThereAre() throws IOException {
            assertThat(names(text("deploy/compose.env.example")))
                    .contains("BASE_URL")
                    .doesNotHaveDuplicates()
                    .filteredOn(name -> !name.equals("MYSQL_PASSWORD"))
                    .isSubsetOf(knownSettings());
        }

        @Test
        void letsTheProgramDoLittle() throws IOException {
            assertThat(yaml(FILE))
                    .containsEntry("services.mailtrack.read_only", "true")
                    .containsEntry("services.mailtrack.cap_drop", "ALL")
                    .containsEntry("services.mailtrack.security_opt", "no-new-privileges:true")
                    .containsKeys("services.mailtrack.mem_limit", "services.mailtrack.pids_limit")
                    .doesNotContainKey("services.mailtrack.cap_add");
        }

        @Test
        void givesTheLastHitsTheTimeThatTheyMayTake() throws IOException {
            Duration grace = Duration.parse("PT" + yaml(FILE).get("services.mailtrack.stop_grace_period"));

            assertThat(grace).isGreaterThan(longestStop());
        }

        @Test
        void isTriedByContinuousIntegration() throws IOException {
            assertThat(text(".github/workflows/ci.yml")).contains("deploy/compose.yaml");
        }
    }
}
