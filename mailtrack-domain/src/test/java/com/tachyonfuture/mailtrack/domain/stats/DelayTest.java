package com.tachyonfuture.mailtrack.domain.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DelayTest {

    @ParameterizedTest
    @CsvSource({
        "PT-5H,           0",
        "PT0S,            0",
        "PT0.999S,        0",
        "PT1S,            1",
        "PT1.9S,          1",
        "PT2S,           17",
        "PT3S,           25",
        "PT16S,          65",
        "PT17S,          66",
        "PT32S,          81",
        "PT1H,          189",
        "P10000000D,    634",
        "P100000000000D, 640"
    })
    void eachDoublingHasSixteenSteps(Duration duration, int step) {
        assertThat(Delay.of(duration)).isEqualTo(new Delay(step));
    }

    @Test
    void theMiddleOfAStepIsNeverFarFromWhatLiesInIt() {
        var random = new Random(22);
        for (int i = 0; i < 10_000; i++) {
            long seconds = 16 + (long) Math.pow(2, random.nextDouble() * 38);
            Duration middle = Delay.of(Duration.ofSeconds(seconds)).middle();

            assertThat(middle.toSeconds()).isBetween(seconds - seconds / 16 - 1, seconds + seconds / 16 + 1);
        }
    }

    @Test
    void stepsAscend() {
        for (int step = 1; step <= Delay.LAST; step++) {
            Delay delay = new Delay(step);
            assertThat(delay.least()).isGreaterThan(new Delay(step - 1).least());
            assertThat(delay.middle()).isGreaterThanOrEqualTo(delay.least());
        }
    }

    @Test
    void theMedianIsAboutThatOfTheTimesThemselves() {
        var random = new Random(23);
        for (int round = 0; round < 100; round++) {
            List<Long> times = new ArrayList<>();
            for (int i = 0; i <= random.nextInt(60); i++) {
                times.add(16 + (long) Math.pow(2, random.nextDouble() * 22));
            }
            Collections.sort(times);
            long median = times.get((times.size() - 1) / 2);

            assertThat(delays(times).median().orElseThrow().toSeconds())
                    .isBetween(median - median / 16 - 1, median + median / 16 + 1);
        }
    }

    @Test
    void thoseBelowATimeAreCounted() {
        Delays delays = delays(List.of(10L, 50L, 100L, 5_000L));

        assertThat(delays.below(Duration.ofSeconds(60))).isEqualTo(2);
        assertThat(delays.below(Duration.ofDays(1))).isEqualTo(4);
        assertThat(delays.below(Duration.ZERO)).isZero();
        assertThat(Delays.NONE.median()).isEmpty();
    }

    @Test
    void thoseOfTwoTimesAreAllOfThem() {
        Delays delays = delays(List.of(10L, 50L)).plus(delays(List.of(50L, 5_000L)));

        assertThat(delays).isEqualTo(delays(List.of(10L, 50L, 50L, 5_000L)));
        assertThat(delays.plus(Delays.NONE)).isEqualTo(delays);
    }

    private static Delays delays(List<Long> seconds) {
        var counts = new TreeMap<Delay, Long>();
        seconds.forEach(one -> counts.merge(Delay.of(Duration.ofSeconds(one)), 1L, Long::sum));
        return new Delays(counts);
    }
}
