package com.tachyonfuture.mailtrack.app.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StartAndStopIT {

    private static final Pattern GENERATED_KEY = Pattern.compile("mt_[A-Za-z0-9_-]{32}");

    private static final Pattern OPEN_COUNT = Pattern.compile("\"open_count\":(\\d+)");

    @TempDir
    Path temporary;

    @Test
    void whatWasAcceptedIsThereAfterAStopAndANewStart() throws Exception {
        Path folder = temporary.resolve("a folder with spaces, ümläuts and " + "a name of some length ".repeat(5));
        String id;
        try (RunningApp app = new RunningApp.Start(folder).now().awaitReady()) {
            id = create(app, "Offer");
            for (int i = 0; i < 500; i++) {
                assertThat(app.get("/p/" + id + ".gif").statusCode()).isEqualTo(200);
            }

            List<ProcessHandle> database = app.descendants();
            assertThat(app.stop()).isZero();
            assertThat(database).isNotEmpty().noneMatch(ProcessHandle::isAlive);
        }

        try (RunningApp app = new RunningApp.Start(folder).now().awaitReady()) {
            assertThat(app.get("/api/tracks/" + id).body()).contains("\"open_count\":500", "\"subject\":\"Offer\"");
        }
    }

    @Test
    void aSignalToTheWholeProcessGroupLosesNothingAndStopsTheDatabaseToo() throws Exception {
        String id;
        try (RunningApp app =
                new RunningApp.Start(temporary).behind("setsid").now().awaitReady()) {
            id = create(app, "Offer");
            List<ProcessHandle> database = app.descendants();
            for (int i = 0; i < 300; i++) {
                assertThat(app.get("/p/" + id + ".gif").statusCode()).isEqualTo(200);
            }

            signalGroup(app.pid(), "TERM");

            assertThat(app.awaitEnd()).isZero();
            assertThat(database).isNotEmpty().noneMatch(ProcessHandle::isAlive);
        }

        try (RunningApp app = new RunningApp.Start(temporary).now().awaitReady()) {
            assertThat(app.get("/api/tracks/" + id).body()).contains("\"open_count\":300");
        }
    }

    @Test
    void everyPixelThatWasAnsweredDuringTheStopIsRecorded() throws Exception {
        String id;
        var answered = new AtomicInteger();
        try (RunningApp app = new RunningApp.Start(temporary).now().awaitReady()) {
            id = create(app, "Offer");
            var readers = new ArrayList<Thread>();
            for (int i = 0; i < 4; i++) {
                readers.add(Thread.startVirtualThread(() -> fetchUntilRefused(app, "/p/" + id + ".gif", answered)));
            }
            await().atMost(Duration.ofSeconds(20)).until(() -> answered.get() > 500);

            assertThat(app.stop()).isZero();
            for (Thread reader : readers) {
                reader.join();
            }
        }

        try (RunningApp app = new RunningApp.Start(temporary).now().awaitReady()) {
            Matcher opens = OPEN_COUNT.matcher(app.get("/api/tracks/" + id).body());
            assertThat(opens.find()).isTrue();
            assertThat(Integer.parseInt(opens.group(1))).isGreaterThanOrEqualTo(answered.get());
        }
    }

    @Test
    void everyPixelThatWasAnsweredBeforeAKillIsRecordedOnce() throws Exception {
        int readers = 4;
        String id;
        var answered = new AtomicInteger();
        try (RunningApp app = new RunningApp.Start(temporary).now().awaitReady()) {
            id = create(app, "Offer");
            var threads = new ArrayList<Thread>();
            for (int i = 0; i < readers; i++) {
                threads.add(Thread.startVirtualThread(() -> fetchUntilRefused(app, "/p/" + id + ".gif", answered)));
            }
            await().atMost(Duration.ofSeconds(20)).until(() -> answered.get() > 500);

            app.killWithItsDatabase();
            for (Thread thread : threads) {
                thread.join();
            }
        }

        try (RunningApp app = new RunningApp.Start(temporary).now().awaitReady()) {
            await().atMost(Duration.ofSeconds(20)).until(() -> opens(app, id) >= answered.get());
            assertThat(opens(app, id)).isLessThanOrEqualTo(answered.get() + readers);
        }
    }

    private static int opens(RunningApp app, String id) throws IOException, InterruptedException {
        Matcher opens = OPEN_COUNT.matcher(app.get("/api/tracks/" + id).body());
        return opens.find() ? Integer.parseInt(opens.group(1)) : -1;
    }

    private static void fetchUntilRefused(RunningApp app, String path, AtomicInteger answered) {
        try {
            while (app.get(path).statusCode() == 200) {
                answered.incrementAndGet();
            }
        } catch (IOException closed) {
            // What this reader waits for: the service has stopped.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aSignalDuringTheStartStopsTheDatabaseToo() throws Exception {
        try (RunningApp app = new RunningApp.Start(temporary).now()) {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> !app.descendants().isEmpty());
            List<ProcessHandle> database = app.descendants();

            assertThat(app.stop()).isZero();

            await().atMost(Duration.ofSeconds(10)).until(() -> database.stream().noneMatch(ProcessHandle::isAlive));
        }
    }

    @Test
    void aDatabaseThatDiesIsStartedAgain() throws Exception {
        try (RunningApp app = new RunningApp.Start(temporary).now().awaitReady()) {
            String id = create(app, "Offer");
            List<ProcessHandle> database = app.descendants();

            database.forEach(ProcessHandle::destroyForcibly);
            await().atMost(Duration.ofSeconds(10)).until(() -> database.stream().noneMatch(ProcessHandle::isAlive));

            await().atMost(Duration.ofSeconds(60))
                    .until(() -> app.get("/api/tracks/" + id).statusCode() == 200);
            assertThat(app.descendants()).isNotEmpty();
        }
    }

    @Test
    void afterAKillOfAppAndDatabaseTheNextStartRecovers() throws Exception {
        String id;
        try (RunningApp app = new RunningApp.Start(temporary).now().awaitReady()) {
            id = create(app, "Offer");
            app.get("/p/" + id + ".gif");
            awaitOpens(app, id, 1);

            app.killWithItsDatabase();
        }

        try (RunningApp app = new RunningApp.Start(temporary).now().awaitReady()) {
            assertThat(app.get("/api/tracks/" + id).body()).contains("\"open_count\":1");
        }
    }

    @Test
    void whatIsMadeIsShownOnceAndWorksEverAfter() throws Exception {
        String key;
        try (RunningApp app =
                new RunningApp.Start(temporary).without("API_KEY").now().awaitReady()) {
            Matcher shown = GENERATED_KEY.matcher(app.error());
            assertThat(shown.find()).isTrue();
            key = shown.group();
            assertThat(GENERATED_KEY.matcher(app.output()).find()).isFalse();
            String password = app.password();
            assertThat(app.error()).contains("password  " + password, "user      owner", app.baseUrl());
            assertThat(statusWith(app, key)).isEqualTo(200);
        }

        try (RunningApp app =
                new RunningApp.Start(temporary).without("API_KEY").now().awaitReady()) {
            assertThat(app.output() + app.error()).doesNotContain(key, "password  ");
            assertThat(statusWith(app, key)).isEqualTo(200);
            assertThat(statusWith(app, key + "x")).isEqualTo(401);
        }
        try (var files = Files.walk(temporary)) {
            assertThat(files.filter(file -> file.getFileName().toString().startsWith("api-key")))
                    .singleElement()
                    .satisfies(file -> assertThat(Files.readString(file)).doesNotContain(key));
        }
    }

    @Test
    void theOwnersPasswordIsResetWhileTheServiceRunsOrNot() throws Exception {
        try (RunningApp app = new RunningApp.Start(temporary).now().awaitReady()) {
            String first = app.password();
            assertThat(signIn(app, first)).isEqualTo(200);

            String second = resetPassword();

            assertThat(signIn(app, first)).isEqualTo(401);
            assertThat(signIn(app, second)).isEqualTo(200);
        }

        String third = resetPassword();

        try (RunningApp app = new RunningApp.Start(temporary).now().awaitReady()) {
            assertThat(app.error()).doesNotContain("password  ");
            assertThat(signIn(app, third)).isEqualTo(200);
        }
    }

    @Test
    void aPasswordOfTheSettingsIsNotReset() throws Exception {
        try (RunningApp command = new RunningApp.Start(temporary)
                .with("DASHBOARD_PASSWORD", "a password of the settings")
                .command("reset-password")
                .now()) {
            assertThat(command.awaitEnd()).isEqualTo(1);
            assertThat(command.error()).contains("DASHBOARD_PASSWORD").doesNotContain("\tat ");
        }
    }

    @Test
    void aCommandThatDoesNotExistIsAnsweredWithThoseThatDo() throws Exception {
        try (RunningApp command =
                new RunningApp.Start(temporary).command("reset-pasword").now()) {
            assertThat(command.awaitEnd()).isEqualTo(64);
            assertThat(command.error()).contains("reset-password");
        }
    }

    private String resetPassword() throws Exception {
        try (RunningApp command =
                new RunningApp.Start(temporary).command("reset-password").now()) {
            assertThat(command.awaitEnd()).as(command.error()).isZero();
            assertThat(command.error()).isEmpty();
            Matcher shown =
                    Pattern.compile("^ {4}(\\S{32})$", Pattern.MULTILINE).matcher(command.output());
            assertThat(shown.find()).as(command.output()).isTrue();
            return shown.group(1);
        }
    }

    private static int signIn(RunningApp app, String password) throws Exception {
        String credentials = Base64.getEncoder().encodeToString(("owner:" + password).getBytes(UTF_8));
        return app.send(app.request("/").header("Authorization", "Basic " + credentials))
                .statusCode();
    }

    @Test
    void aPortThatIsTakenIsNamed() throws Exception {
        try (RunningApp first =
                        new RunningApp.Start(temporary.resolve("one")).now().awaitReady();
                RunningApp second = new RunningApp.Start(temporary.resolve("two"))
                        .with("MAILTRACK_PORT", first.baseUrl().replaceFirst(".*:", ""))
                        .now()) {
            assertThat(second.awaitEnd()).isEqualTo(1);
            assertThat(second.error()).contains("MAILTRACK_PORT").doesNotContain("\tat ");
        }
    }

    @Test
    void withoutADatabaseTheProductionJarSaysWhichSettingIsMissing() throws Exception {
        try (RunningApp app =
                new RunningApp.Start(temporary).withoutDatabaseServer().now()) {
            assertThat(app.awaitEnd()).isEqualTo(1);
            assertThat(app.error()).contains("DATABASE_URL is not set").doesNotContain("\tat ");
        }
    }

    @Test
    void aParameterThatTheDriverRefusesStopsTheStart() throws Exception {
        try (RunningApp app = new RunningApp.Start(temporary)
                .withoutDatabaseServer()
                .with("DATABASE_URL", "mysql://me:s3cret@127.0.0.1/mailtrack?sslMode=FOO")
                .now()) {
            assertThat(app.awaitEnd()).isEqualTo(1);
            assertThat(app.error()).contains("DATABASE_URL", "FOO").doesNotContain("s3cret", "\tat ");
        }
    }

    @Test
    void badSettingsStopTheStartAllAtOnceWithoutShowingSecrets() throws Exception {
        try (RunningApp app = new RunningApp.Start(temporary)
                .with("MAILTRACK_PORT", "eighty")
                .with("DATABASE_URL", "postgres://me:s3cret@host/db")
                .with("DISPLAY_TIMEZONE", "Mars/Olympus")
                .now()) {
            assertThat(app.awaitEnd()).isEqualTo(78);
            assertThat(app.error())
                    .contains("MAILTRACK_PORT", "eighty", "DATABASE_URL", "DISPLAY_TIMEZONE", "Mars/Olympus")
                    .doesNotContain("s3cret", "\tat ");
        }
    }

    private static String create(RunningApp app, String subject) throws Exception {
        var created = app.post("/api/tracks", "{\"subject\":\"" + subject + "\"}");
        assertThat(created.statusCode()).isEqualTo(201);
        return String.valueOf(RunningApp.member(created.body(), "id"));
    }

    private static void awaitOpens(RunningApp app, String id, int opens) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> app.get("/api/tracks/" + id).body().contains("\"open_count\":" + opens));
    }

    private static int statusWith(RunningApp app, String key) throws Exception {
        return app.send(app.request("/api/stats").setHeader("X-API-Key", key)).statusCode();
    }

    private static void signalGroup(long leader, String signal) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + signal, "--", "-" + leader)
                        .start()
                        .waitFor())
                .isZero();
    }
}
