package com.tachyonfuture.mailtrack.application.access;

import static com.tachyonfuture.mailtrack.application.contract.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tachyonfuture.mailtrack.application.StorageUnavailable;
import com.tachyonfuture.mailtrack.application.access.port.Sessions;
import com.tachyonfuture.mailtrack.application.twin.InMemoryStorageFixture;
import com.tachyonfuture.mailtrack.domain.access.SecretHash;
import com.tachyonfuture.mailtrack.domain.access.Session;
import com.tachyonfuture.mailtrack.domain.access.SessionLimits;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class KeepSessionsTest {

    private static final SessionLimits LIMITS = new SessionLimits(Duration.ofHours(1), Duration.ofHours(8));
    private static final SecretHash TOKEN = SecretHash.of("token");

    private final InMemoryStorageFixture storage = new InMemoryStorageFixture();
    private final Sessions sessions = storage.sessions();
    private final ManualClock clock = new ManualClock();
    private final KeepSessions keepSessions = new KeepSessions(sessions, LIMITS, clock);

    @BeforeEach
    void signIn() {
        sessions.add(new Session(TOKEN, NOON, NOON));
    }

    @Test
    void aBrowserIsKnownByItsToken() {
        assertThat(keepSessions.limits()).isEqualTo(LIMITS);
        assertThat(keepSessions.find("token")).contains(new Session(TOKEN, NOON, NOON));
        assertThat(keepSessions.find("other")).isEmpty();
        assertThat(keepSessions.find("")).isEmpty();
        assertThat(keepSessions.find(TOKEN.hexadecimal())).isEmpty();
    }

    @Test
    void aSessionThatIsUsedGoesOnUntilItsAbsoluteLimit() {
        for (int i = 0; i < 16; i++) {
            clock.advance(Duration.ofMinutes(30));
            assertThat(keepSessions.find("token")).isPresent();
        }

        clock.advance(Duration.ofSeconds(1));
        assertThat(keepSessions.find("token")).isEmpty();
    }

    @Test
    void aSessionThatIsNotUsedEnds() {
        clock.advance(Duration.ofMinutes(61));

        assertThat(keepSessions.find("token")).isEmpty();
        assertThat(keepSessions.count()).isZero();
    }

    @Test
    void whatABrowserAsksUnattendedDoesNotKeepItFromEnding() {
        clock.advance(Duration.ofMinutes(50));
        assertThat(keepSessions.findUnattended("token")).contains(new Session(TOKEN, NOON, NOON));

        clock.advance(Duration.ofMinutes(11));
        assertThat(keepSessions.findUnattended("token")).isEmpty();
        assertThat(keepSessions.find("token")).isEmpty();
    }

    @Test
    void aUseIsNotedOnceAMinuteAtMost() {
        clock.advance(Duration.ofSeconds(60));
        keepSessions.find("token");
        assertThat(sessions.find(TOKEN)).contains(new Session(TOKEN, NOON, NOON));

        clock.advance(Duration.ofNanos(1_999));
        keepSessions.find("token");
        assertThat(sessions.find(TOKEN))
                .contains(new Session(TOKEN, NOON, NOON.plusSeconds(60).plusNanos(1_000)));
    }

    @Test
    void aSessionThatHasEndedIsNotRevivedByUsingIt() {
        clock.advance(Duration.ofHours(2));
        keepSessions.find("token");

        assertThat(sessions.find(TOKEN)).contains(new Session(TOKEN, NOON, NOON));
    }

    @Test
    void signingOutEndsOneSession() {
        sessions.add(new Session(SecretHash.of("other"), NOON, NOON));

        keepSessions.end(TOKEN);

        assertThat(keepSessions.find("token")).isEmpty();
        assertThat(keepSessions.find("other")).isPresent();
        assertThat(keepSessions.count()).isEqualTo(1);
    }

    @Test
    void allOtherBrowsersCanBeSignedOut() {
        sessions.add(new Session(SecretHash.of("other"), NOON, NOON));

        keepSessions.endOthers(TOKEN);

        assertThat(keepSessions.find("token")).isPresent();
        assertThat(keepSessions.find("other")).isEmpty();
    }

    @Test
    void withoutStorageNoBrowserIsKnown() {
        storage.storage().goDown();

        assertThatThrownBy(() -> keepSessions.find("token")).isInstanceOf(StorageUnavailable.class);
    }
}
