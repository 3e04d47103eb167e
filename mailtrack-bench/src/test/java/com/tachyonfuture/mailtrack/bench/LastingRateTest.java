package com.tachyonfuture.mailtrack.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class LastingRateTest {

    @Test
    void theTimeUntilAllIsRecordedCounts() {
        var rate = new LastingRate(256, 300_000, 20, 10, Duration.ofSeconds(6), Duration.ofSeconds(3));

        assertThat(rate.perSecond()).isEqualTo(10_000);
        assertThat(rate.findings()).extracting(Finding::measured).containsExactly("10,000", "20.0 µs", "10.0 µs");
    }

    @Test
    void aDatabaseElsewhereHasNoProcessorTimeHere() {
        var rate = new LastingRate(256, 300_000, 20, 10, Duration.ofSeconds(6), Duration.ZERO);

        assertThat(rate.findings()).hasSize(2);
    }
}
