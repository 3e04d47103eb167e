package com.tachyonfuture.mailtrack.domain.recipient;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EngagementTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 0, 0",
        "1, 0, 0, 0, 0",
        "1, 1, 1, 27, 0",
        "1, 1, 20, 27, 17",
        "10, 8, 21, 53, 11",
        "10, 10, 10, 67, 0",
        "100, 100, 100, 78, 0",
        "3, 1, 1, 16, 0",
        "30, 1, 2, 3, 5",
        "1000000, 1000000, 1000000000000, 80, 20"
    })
    void pointsAreForReadingAndForComingBack(long sent, long read, long reads, int reading, int returning) {
        var engagement = new Engagement(sent, read, reads);

        assertThat(engagement.forReading()).isEqualTo(reading);
        assertThat(engagement.forReturning()).isEqualTo(returning);
        assertThat(engagement.score()).isEqualTo(reading + returning).isBetween(0, 100);
    }

    @Test
    void readingMoreNeverLowersTheScore() {
        for (int read = 0; read < 40; read++) {
            int before = new Engagement(40, read, read).score();

            assertThat(new Engagement(40, read + 1, read + 1).score()).isGreaterThanOrEqualTo(before);
            assertThat(new Engagement(40, read, read == 0 ? 0 : read + 5).score())
                    .isGreaterThanOrEqualTo(before);
        }
    }

    @Test
    void whoGetsMoreAndReadsNoMoreOfItFalls() {
        assertThat(new Engagement(20, 8, 21).score()).isLessThan(new Engagement(10, 8, 21).score());
    }
}
