package com.tachyonfuture.mailtrack.application.contract;

import static com.tachyonfuture.mailtrack.application.contract.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.domain.access.SecretHash;
import com.tachyonfuture.mailtrack.domain.access.Session;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every {@link com.tachyonfuture.mailtrack.application.access.port.Sessions} does. */
public interface SessionsContract extends StorageFixture {

    SecretHash TOKEN = SecretHash.of("token");
    SecretHash OTHER = SecretHash.of("other");

    @Test
    default void anAddedSessionIsFoundToTheMicrosecond() {
        var session = new Session(TOKEN, NOON, NOON.plusNanos(1_000));

        sessions().add(session);

        assertThat(sessions().find(TOKEN)).contains(session);
    }

    @Test
    default void anUnknownTokenIsNotFound() {
        sessions().add(new Session(TOKEN, NOON, NOON));

        assertThat(sessions().find(OTHER)).isEmpty();
    }

    @Test
    default void anyTimeOfTheYearIsKept() {
        Instant skippedWhereSummerTimeBegins = Instant.parse("2026-03-29T02:30:00Z");
        Instant twiceWhereSummerTimeEnds = Instant.parse("2026-10-25T02:30:00Z");

        sessions().add(new Session(TOKEN, skippedWhereSummerTimeBegins, twiceWhereSummerTimeEnds));

        assertThat(sessions().find(TOKEN))
                .contains(new Session(TOKEN, skippedWhereSummerTimeBegins, twiceWhereSummerTimeEnds));
    }

    @Test
    default void whenASessionWasSeenOnlyGrows() {
        sessions().add(new Session(TOKEN, NOON, NOON.plusSeconds(10)));
        sessions().add(new Session(OTHER, NOON, NOON));

        sessions().seen(TOKEN, NOON.plusSeconds(20));
        sessions().seen(TOKEN, NOON.plusSeconds(15));

        assertThat(sessions().find(TOKEN)).contains(new Session(TOKEN, NOON, NOON.plusSeconds(20)));
        assertThat(sessions().find(OTHER)).contains(new Session(OTHER, NOON, NOON));
    }

    @Test
    default void aSessionThatIsGoneIsNotSeenAgain() {
        sessions().seen(TOKEN, NOON);

        assertThat(sessions().find(TOKEN)).isEmpty();
    }

    @Test
    default void aRemovedSessionIsGoneAndOthersStay() {
        sessions().add(new Session(TOKEN, NOON, NOON));
        sessions().add(new Session(OTHER, NOON, NOON));

        sessions().remove(TOKEN);
        sessions().remove(TOKEN);

        assertThat(sessions().find(TOKEN)).isEmpty();
        assertThat(sessions().find(OTHER)).isPresent();
    }

    @Test
    default void allButOneAreRemovedAndCounted() {
        for (int i = 0; i < 5; i++) {
            sessions().add(new Session(SecretHash.of("session " + i), NOON, NOON));
        }

        assertThat(sessions().removeAllBut(SecretHash.of("session 3"))).isEqualTo(4);
        assertThat(sessions().find(SecretHash.of("session 3"))).isPresent();
        assertThat(sessions().find(SecretHash.of("session 4"))).isEmpty();
        assertThat(sessions().removeAllBut(SecretHash.of("session 3"))).isZero();
    }

    @Test
    default void sessionsThatHaveEndedAreNotCounted() {
        addOneOfEachKind();

        assertThat(sessions().count(NOON, NOON.plusSeconds(60))).isEqualTo(1);
        assertThat(sessions().count(NOON.minusSeconds(1), NOON)).isEqualTo(3);
    }

    @Test
    default void sessionsThatHaveEndedAreRemoved() {
        addOneOfEachKind();

        sessions().removeEnded(NOON, NOON.plusSeconds(60));

        assertThat(sessions().find(SecretHash.of("good"))).isPresent();
        assertThat(sessions().find(SecretHash.of("too old"))).isEmpty();
        assertThat(sessions().find(SecretHash.of("idle"))).isEmpty();
    }

    private void addOneOfEachKind() {
        sessions().add(new Session(SecretHash.of("good"), NOON, NOON.plusSeconds(60)));
        sessions().add(new Session(SecretHash.of("too old"), NOON.minusNanos(1_000), NOON.plusSeconds(60)));
        sessions()
                .add(new Session(
                        SecretHash.of("idle"), NOON, NOON.plusSeconds(60).minusNanos(1_000)));
    }

    @Test
    default void aLimitFinerThanAMicrosecondIsKeptTo() {
        sessions().add(new Session(TOKEN, NOON, NOON));

        assertThat(sessions().count(NOON.plusNanos(1), NOON)).isZero();
        assertThat(sessions().count(NOON.minusNanos(1), NOON.minusNanos(1))).isEqualTo(1);
    }
}
