package com.tachyonfuture.mailtrack.domain.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ActivityTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void theFirstOpenIsTheFirstAndTheLast() {
        assertThat(Activity.NONE.and(NOON, true)).isEqualTo(new Activity(1, 1, 0, NOON, NOON, NOON, List.of(NOON)));
    }

    @Test
    void opensThatArriveOutOfOrderMoveBothEnds() {
        Activity activity =
                Activity.NONE.and(NOON, true).and(NOON.minusSeconds(1), false).and(NOON.plusSeconds(1), true);

        assertThat(activity)
                .isEqualTo(new Activity(
                        3, 2, 0, NOON.minusSeconds(1), NOON.plusSeconds(1), NOON, List.of(NOON.plusSeconds(1), NOON)));
    }

    @Test
    void aTrackWaitsUntilSomethingFetchedItAndIsReadFromTheFirstReadOn() {
        assertThat(Activity.NONE.state()).isEqualTo(TrackState.WAITING);
        assertThat(Activity.NONE.and(NOON, false).state()).isEqualTo(TrackState.DELIVERED);
        assertThat(Activity.NONE.and(NOON, true).and(NOON, false).state()).isEqualTo(TrackState.READ);
    }

    @Test
    void whatTheOwnerFetchedDeliversNothing() {
        assertThat(Activity.NONE.and(NOON, true, false).state()).isEqualTo(TrackState.WAITING);
        assertThat(Activity.NONE.and(NOON, true, false).and(NOON, false).state())
                .isEqualTo(TrackState.DELIVERED);
    }

    @Test
    void threeReadsWithinADayMakeATrackHotUntilADayAfterTheFirstOfThem() {
        Activity two = Activity.NONE.and(NOON, true).and(NOON.plusSeconds(5), true);
        Activity three = two.and(NOON.plusSeconds(9), true);
        Instant dayAfter = NOON.plus(Duration.ofHours(24));

        assertThat(two.isHot(NOON.plusSeconds(10))).isFalse();
        assertThat(three.and(NOON.plusSeconds(9), false).isHot(dayAfter.minusNanos(1)))
                .isTrue();
        assertThat(three.isHot(dayAfter)).isFalse();
        assertThat(three.and(NOON.plusSeconds(12), true).isHot(dayAfter)).isTrue();
    }

    @Test
    void aTrackIsQuietFromFourteenDaysAfterItsLastRead() {
        Activity read = Activity.NONE.and(NOON, true).and(NOON.plusSeconds(60), false);
        Instant later = NOON.plus(Duration.ofDays(14));

        assertThat(read.isQuiet(later.minusNanos(1))).isFalse();
        assertThat(read.isQuiet(later)).isTrue();
        assertThat(Activity.NONE.and(NOON, false).isQuiet(later)).isFalse();
    }

    @Test
    void aReadOfWhichNobodyKnowsWhenIsCountedAllTheSame() {
        Activity activity = Activity.NONE.and(null, false, true);

        assertThat(activity).isEqualTo(new Activity(1, 1, 0, null, null, null, List.of()));
        assertThat(activity.isHot(NOON)).isFalse();
        assertThat(activity.isQuiet(NOON)).isFalse();
    }

    @Test
    void onlyCountedOpensMakeATrackRead() {
        assertThat(Activity.NONE.and(NOON, false).isRead()).isFalse();
        assertThat(Activity.NONE.and(NOON, true).isRead()).isTrue();
    }
}
