package com.tachyonfuture.mailtrack.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SignInPaceTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final SignInPace pace = new SignInPace(Duration.ofMinutes(1));

    @ParameterizedTest(name = "after {0} failures {1} seconds")
    @CsvSource({"0, 0", "1, 0", "9, 0", "10, 1", "11, 2", "12, 4", "15, 32", "16, 60", "17, 60", "2147483647, 60"})
    void theWaitDoublesFromTheTenthFailureOnUpToTheLongest(int failures, long seconds) {
        assertThat(pace.nextTryAt(failures, NOON)).isEqualTo(NOON.plusSeconds(seconds));
    }

    @Test
    void theDoublingStopsBeforeItOverflows() {
        var patient = new SignInPace(Duration.ofDays(100_000));

        assertThat(patient.nextTryAt(40, NOON)).isEqualTo(NOON.plusSeconds(1L << 30));
        assertThat(patient.nextTryAt(Integer.MAX_VALUE, NOON)).isEqualTo(NOON.plusSeconds(1L << 30));
    }

    @Test
    void failuresAreForgottenAfterADay() {
        assertThat(SignInPace.areForgotten(NOON, NOON.plus(Duration.ofHours(24))))
                .isFalse();
        assertThat(SignInPace.areForgotten(NOON, NOON.plus(Duration.ofHours(24)).plusNanos(1)))
                .isTrue();
    }

    @Test
    void triesWaitAsLongAsThePaceSays() {
        var tries = new FailedTries(11, NOON);

        assertThat(tries.nextTryAt(pace, NOON)).contains(NOON.plusSeconds(2));
        assertThat(tries.nextTryAt(pace, NOON.plusSeconds(2).minusNanos(1))).contains(NOON.plusSeconds(2));
        assertThat(tries.nextTryAt(pace, NOON.plusSeconds(2))).isEmpty();
    }

    @Test
    void theFirstTriesDoNotWaitEvenForAClockThatIsAhead() {
        assertThat(FailedTries.NONE.nextTryAt(pace, NOON)).isEmpty();
        assertThat(new FailedTries(9, NOON.plusSeconds(5)).nextTryAt(pace, NOON))
                .isEmpty();
        assertThat(new FailedTries(10, NOON.plusSeconds(5)).nextTryAt(pace, NOON))
                .contains(NOON.plusSeconds(6));
    }

    @Test
    void oneMoreFailureAddsUpUnlessThoseBeforeAreForgotten() {
        Instant tomorrow = NOON.plus(Duration.ofHours(25));

        assertThat(FailedTries.NONE.andOneAt(NOON)).isEqualTo(new FailedTries(1, NOON));
        assertThat(new FailedTries(1, NOON).andOneAt(NOON.plusSeconds(1)))
                .isEqualTo(new FailedTries(2, NOON.plusSeconds(1)));
        assertThat(new FailedTries(20, NOON).andOneAt(tomorrow)).isEqualTo(new FailedTries(1, tomorrow));
        assertThat(new FailedTries(20, NOON).nextTryAt(pace, tomorrow)).isEmpty();
    }
}
