package com.tachyonfuture.mailtrack.domain.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

final class ActivityTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void theFirstOpenIsTheFirstAndTheLast() {
        assertThat(Activity.NONE.and(NOON, true)).isEqualTo(new Activity(1, 1, NOON, NOON));
    }

    @Test
    void opensThatArriveOutOfOrderMoveBothEnds() {
        Activity activity =
                Activity.NONE.and(NOON, true).and(NOON.minusSeconds(1), false).and(NOON.plusSeconds(1), true);

        assertThat(activity).isEqualTo(new Activity(3, 2, NOON.minusSeconds(1), NOON.plusSeconds(1)));
    }

    @Test
    void aTrackWaitsUntilSomethingFetchedItAndIsReadFromTheFirstReadOn() {
        assertThat(Activity.NONE.state(0)).isEqualTo(TrackState.WAITING);
        assertThat(Activity.NONE.and(NOON, false).state(0)).isEqualTo(TrackState.DELIVERED);
        assertThat(Activity.NONE.and(NOON, true).and(NOON, false).state(1)).isEqualTo(TrackState.READ);
    }

    @Test
    void onlyCountedOpensMakeATrackRead() {
        assertThat(Activity.NONE.and(NOON, false).isRead()).isFalse();
        assertThat(Activity.NONE.and(NOON, true).isRead()).isTrue();
    }
}
