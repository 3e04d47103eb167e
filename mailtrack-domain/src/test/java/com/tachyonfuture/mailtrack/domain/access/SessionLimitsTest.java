package com.tachyonfuture.mailtrack.domain.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class SessionLimitsTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final SecretHash TOKEN = SecretHash.of("token");

    private final SessionLimits limits = new SessionLimits(Duration.ofHours(1), Duration.ofHours(8));

    @Test
    void aSessionEndsWhenItIsIdleForTooLong() {
        var session = new Session(TOKEN, NOON, NOON);

        assertThat(limits.hasEnded(session, NOON.plus(Duration.ofHours(1)))).isFalse();
        assertThat(limits.hasEnded(session, NOON.plus(Duration.ofHours(1)).plusNanos(1)))
                .isTrue();
    }

    @Test
    void aSessionEndsInTheEndHoweverBusyItIs() {
        Instant evening = NOON.plus(Duration.ofHours(8));
        var session = new Session(TOKEN, NOON, evening);

        assertThat(limits.hasEnded(session, evening)).isFalse();
        assertThat(limits.hasEnded(session, evening.plusNanos(1))).isTrue();
    }

    @Test
    void theTimesBeforeWhichSessionsHaveEndedAreThoseOfTheLimits() {
        assertThat(limits.earliestSeen(NOON)).isEqualTo(NOON.minus(Duration.ofHours(1)));
        assertThat(limits.earliestStart(NOON)).isEqualTo(NOON.minus(Duration.ofHours(8)));
    }

    @Test
    void aUseIsWorthNotingOnceAMinute() {
        var session = new Session(TOKEN, NOON, NOON);

        assertThat(limits.isWorthNoting(session, NOON.plusSeconds(60))).isFalse();
        assertThat(limits.isWorthNoting(session, NOON.plusSeconds(60).plusNanos(1)))
                .isTrue();
    }

    @Test
    void limitsThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> new SessionLimits(Duration.ofSeconds(119), Duration.ofHours(1)))
                .hasMessage("the idle limit is shorter than two minutes");
        assertThatThrownBy(() -> new SessionLimits(Duration.ofHours(1), Duration.ofMinutes(59)))
                .hasMessage("the absolute limit is shorter than the idle limit");
        assertThatCode(() -> new SessionLimits(Duration.ofMinutes(2), Duration.ofMinutes(2)))
                .doesNotThrowAnyException();
    }

    @Test
    void aSessionDoesNotShowItsToken() {
        assertThat(new Session(TOKEN, NOON, NOON).toString()).doesNotContain(TOKEN.hexadecimal());
    }
}
