package com.tachyonfuture.mailtrack.domain.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class CountedViewsTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final long VIEWER = 17;

    private final CountedViews views = new CountedViews(WINDOW);

    @Test
    void aSecondViewWithinTheWindowIsARepeat() {
        assertThat(views.isRepeat(VIEWER, NOON)).isFalse();
        assertThat(views.isRepeat(VIEWER, NOON.plus(WINDOW))).isTrue();
        assertThat(views.isRepeat(VIEWER, NOON.plus(WINDOW).plusNanos(1_000))).isFalse();
    }

    @Test
    void aRepeatStartsNoWindowOfItsOwn() {
        views.add(VIEWER, NOON);

        assertThat(views.isRepeat(VIEWER, NOON.plusSeconds(600))).isTrue();
        assertThat(views.isRepeat(VIEWER, NOON.plusSeconds(1_200))).isFalse();
    }

    @Test
    void aViewThatIsToldLateIsARepeatOfALaterOne() {
        views.add(VIEWER, NOON);

        assertThat(views.isRepeat(VIEWER, NOON.minusSeconds(60))).isTrue();
        assertThat(views.isRepeat(VIEWER, NOON.minusSeconds(3_600))).isFalse();
    }

    @Test
    void viewersDoNotRepeatOneAnother() {
        views.add(VIEWER, NOON);

        assertThat(views.isRepeat(VIEWER + 1, NOON)).isFalse();
    }

    @Test
    void withoutAWindowNothingIsARepeat() {
        var none = new CountedViews(Duration.ZERO);
        none.add(VIEWER, NOON);

        assertThat(none.isRepeat(VIEWER, NOON)).isFalse();
    }

    @Test
    void timesAtBothEndsOfTimeAreFarApart() {
        views.add(VIEWER, Instant.MIN);

        assertThat(views.isRepeat(VIEWER, Instant.MAX)).isFalse();
    }
}
