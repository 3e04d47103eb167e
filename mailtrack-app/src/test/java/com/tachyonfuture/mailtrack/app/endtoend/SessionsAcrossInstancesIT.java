package com.tachyonfuture.mailtrack.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.app.process.RunningApp;
import com.tachyonfuture.mailtrack.mysql.testing.TestDatabase;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// Two instances on one database, and a browser that comes to either, as behind a proxy that shares requests out: a
/// browser shows its cookies to all ports of a host.
@TestInstance(Lifecycle.PER_CLASS)
final class SessionsAcrossInstancesIT {

    private static final Pattern NEW_PASSWORD = Pattern.compile("^ {4}(\\S{32})$", Pattern.MULTILINE);

    private Path temporary;
    private TestDatabase database;
    private RunningApp one;
    private RunningApp other;
    private String password;
    private PlainBrowser browser;

    @BeforeAll
    void twoInstancesAreStarted(@TempDir Path folder) throws Exception {
        temporary = folder;
        database = TestDatabase.fresh();
        one = instance("one").now().awaitReady();
        password = one.password();
        other = instance("other").now().awaitReady();
    }

    private RunningApp.Start instance(String name) {
        return new RunningApp.Start(temporary.resolve(name))
                .withoutDatabaseServer()
                .with("DATABASE_URL", RunningApp.databaseUrl(database))
                .with("SECRET_KEY", "what both sign the cookies with");
    }

    @BeforeEach
    void somebodyComesWithoutCookies() {
        browser = new PlainBrowser();
    }

    @AfterEach
    void whoCameLeaves() {
        browser.close();
    }

    @AfterAll
    void bothAreStopped() throws Exception {
        other.close();
        one.close();
        database.close();
    }

    @Test
    void whoSignedInAtOneIsKnownByTheOtherAndAfterANewStart() throws Exception {
        signIn(one, password);
        assertSignedIn(one);
        assertSignedIn(other);

        assertThat(one.stop()).isZero();
        assertSignedIn(other);
        one.close();
        one = instance("one").now().awaitReady();

        assertSignedIn(one);
        assertThat(one.output() + one.error()).doesNotContain("password  ");
    }

    @Test
    void aFormOfOneCanBeSentToTheOther() throws Exception {
        browser.open(one.baseUrl() + "/login");
        sendNextTo(other);
        browser.submit("Sign in", Map.of("name", "owner", "password", password));
        assertThat(browser.status()).isEqualTo(200);
        assertSignedIn(other);

        browser.open(other.baseUrl() + "/create");
        browser.submit("Create track", Map.of("subject", "Made where its form came from"));
        browser.open(other.baseUrl() + "/create");
        sendNextTo(one);
        browser.submit("Create track", Map.of("subject", "Made elsewhere"));

        assertThat(browser.page().location()).startsWith(one.baseUrl() + "/detail/");
        assertThat(browser.open(other.baseUrl() + "/").text())
                .contains("Made where its form came from", "Made elsewhere");
    }

    @Test
    void whoSignsOutAtOneIsSignedOutAtBoth() throws Exception {
        signIn(one, password);

        try (PlainBrowser second = new PlainBrowser()) {
            second.open(one.baseUrl() + "/login");
            second.submit("Sign in", Map.of("name", "owner", "password", password));

            browser.open(other.baseUrl() + "/");
            browser.submit("Sign out", Map.of());

            assertSignedOut(one);
            assertSignedOut(other);
            assertThat(second.open(one.baseUrl() + "/").text()).contains("Signed in as");
        }
    }

    @Test
    void aPasswordThatIsResetEndsAllSessionsAtBoth() throws Exception {
        signIn(one, password);
        assertSignedIn(other);

        String former = password;
        password = resetPassword();

        assertSignedOut(one);
        assertSignedOut(other);
        signIn(other, former);
        assertThat(browser.status()).isEqualTo(422);
        signIn(other, password);
        assertSignedIn(one);
    }

    private void signIn(RunningApp app, String typed) throws Exception {
        browser.open(app.baseUrl() + "/login");
        browser.submit("Sign in", Map.of("name", "owner", "password", typed));
    }

    /// As a proxy may do: what is on the page stays, and the form goes to another instance.
    private void sendNextTo(RunningApp app) {
        browser.page().setBaseUri(app.baseUrl() + "/");
    }

    private String resetPassword() throws Exception {
        try (RunningApp command = instance("command").command("reset-password").now()) {
            assertThat(command.awaitEnd()).as(command.error()).isZero();
            Matcher shown = NEW_PASSWORD.matcher(command.output());
            assertThat(shown.find()).as(command.output()).isTrue();
            return shown.group(1);
        }
    }

    private void assertSignedIn(RunningApp app) throws Exception {
        browser.open(app.baseUrl() + "/");
        assertThat(browser.status()).isEqualTo(200);
        assertThat(browser.page().location()).isEqualTo(app.baseUrl() + "/");
        assertThat(browser.page().text()).contains("Signed in as owner");
    }

    private void assertSignedOut(RunningApp app) throws Exception {
        browser.open(app.baseUrl() + "/settings");
        assertThat(browser.page().location()).startsWith(app.baseUrl() + "/login");
        assertThat(browser.page().select("[name=password]")).hasSize(1);
    }
}
