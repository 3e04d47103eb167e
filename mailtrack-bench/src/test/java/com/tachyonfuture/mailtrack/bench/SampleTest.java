package com.tachyonfuture.mailtrack.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SampleTest {

    @Test
    void aQuantileIsOneOfTheValuesThatSoManyAreNotAbove() {
        var sample = Sample.of(IntStream.rangeClosed(1, 200).asDoubleStream().toArray());

        assertThat(sample.quantile(0.99)).isEqualTo(198);
        assertThat(sample.quantile(0.5)).isEqualTo(100);
        assertThat(sample.quantile(1)).isEqualTo(200);
        assertThat(Sample.of(7).quantile(0.99)).isEqualTo(7);
    }

    @Test
    void theMedianOfAnOddNumberIsTheMiddleOne() {
        assertThat(Sample.of(9, 1, 5).median()).isEqualTo(5);
    }

    @Test
    void theMedianOfAnEvenNumberLiesBetweenTheTwoInTheMiddle() {
        assertThat(Sample.of(1, 9, 5, 7).median()).isEqualTo(6);
    }

    @Test
    void leastAndMostAreTheEnds() {
        Sample sample = Sample.of(3, 1, 2);

        assertThat(sample.least()).isEqualTo(1);
        assertThat(sample.most()).isEqualTo(3);
    }

    @Test
    void thereIsNoSampleOfNothing() {
        assertThatThrownBy(Sample::of).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void neitherOfTwoEqualSamplesTendsToExceedTheOther() {
        Sample sample = Sample.of(1, 2, 2, 3);

        assertThat(sample.tendsToExceed(sample)).isEqualTo(0.5);
    }

    @Test
    void aSampleAboveAnotherAlwaysExceedsIt() {
        assertThat(Sample.of(4, 5).tendsToExceed(Sample.of(1, 2, 3))).isEqualTo(1);
        assertThat(Sample.of(1, 2, 3).tendsToExceed(Sample.of(4, 5))).isZero();
    }

    @Test
    void theTendencyCountsThePairsThatExceed() {
        assertThat(Sample.of(1, 3).tendsToExceed(Sample.of(2, 3))).isEqualTo(1.5 / 4);
    }

    @Test
    void aShiftStandsOutFromChance() {
        Sample one = Sample.of(IntStream.range(0, 10_000).asDoubleStream().toArray());
        Sample shifted =
                Sample.of(IntStream.range(0, 10_000).mapToDouble(i -> i + 500).toArray());

        assertThat(shifted.tendsToExceed(one) - 0.5).isGreaterThan(3 * one.chanceOfTendency(shifted));
        assertThat(one.chanceOfTendency(shifted)).isCloseTo(0.00408, within(0.0001));
    }
}
